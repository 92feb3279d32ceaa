// Errors of input and environment: what was expected, what was found, where, and what to do.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace entente {

/// A place in a file; `line` and `column` count from 1, 0 means unknown.
struct Location {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  std::string to_string() const;
  bool operator==(const Location&) const = default;
};

/// Line and column (in code points, from 1) of byte `offset` of `text`, as a location in `file`.
Location locate(std::string file, std::string_view text, std::size_t offset);

/// The line of `text` that holds byte `offset`, and below it a caret under that byte; cut to 120 columns.
std::string excerpt(std::string_view text, std::size_t offset);

/// Base of all errors that a user can mend; `what()` is a whole message for people.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message) : std::runtime_error(message) {}
};

/// A document or graph that cannot be read.
class InputError : public Error {
 public:
  using Error::Error;
  InputError(const Location& where, const std::string& message) : Error(where.to_string() + ": " + message) {}
};

/// A schema file that is not well formed or contradicts itself or the graph.
class SchemaError : public Error {
 public:
  using Error::Error;
  SchemaError(const Location& where, const std::string& message) : Error(where.to_string() + ": " + message) {}
};

/// A model file that is missing, foreign, damaged or of another version.
class ModelError : public Error {
 public:
  using Error::Error;
};

/// A result that cannot be written.
class OutputError : public Error {
 public:
  using Error::Error;
};

/// A request that makes no sense as asked (unknown name, bad option value, syntax of a query).
class UsageError : public Error {
 public:
  using Error::Error;
};

/// A well-formed request with an empty answer; the command ends with exit code 1.
class NothingFound : public Error {
 public:
  using Error::Error;
};

}  // namespace entente
