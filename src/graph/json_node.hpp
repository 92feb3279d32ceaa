// One JSON object of a graph file, read member by member with complaints in terms of the whole file.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/json.hpp"
#include "entente/base/span.hpp"
#include "graph/json_slices.hpp"

namespace entente {

/// An object in a larger text. Keeps references to the text and the parsed value.
class JsonNode {
 public:
  JsonNode(std::string_view text, const std::string& file, std::size_t base, const JsonValue& value);

  [[noreturn]] void fail(std::size_t offset, std::string_view what) const;
  /// Complains about member `key`, or about the whole object if it has none of that name.
  [[noreturn]] void fail_at(std::string_view key, std::string_view what) const;
  /// Throws `InputError` if a member is none of `known` and does not begin with `ignored_prefix`.
  void check_members(std::initializer_list<std::string_view> known, std::string_view ignored_prefix = {}) const;

  const JsonValue* find(std::string_view key) const { return value_.find(key); }
  std::string text(std::string_view key) const;
  std::string text_or(std::string_view key, std::string_view otherwise = {}) const;
  /// The part after "prefix:", decoded.
  std::string name(std::string_view key, std::string_view prefix) const;
  std::uint64_t number_or(std::string_view key, std::uint64_t otherwise, std::uint64_t limit) const;
  double real_or(std::string_view key, double otherwise) const;
  bool truth_or(std::string_view key, bool otherwise) const;
  /// A list of texts; a single text counts as a list of one, as JSON-LD tools write it.
  std::vector<std::string> texts(std::string_view key) const;
  Span span(std::string_view start, std::string_view end) const;
  /// The objects in member `key`; one object counts as a list of one.
  std::vector<JsonNode> nodes(std::string_view key) const;
  const JsonValue& value() const { return value_; }

 private:
  const JsonValue& required(std::string_view key) const;
  std::string as_text(std::string_view key, const JsonValue& value) const;

  std::string_view text_;
  const std::string& file_;
  std::size_t base_;
  const JsonValue& value_;
};

}  // namespace entente
