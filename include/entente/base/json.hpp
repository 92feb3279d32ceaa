// JSON read into values that remember where they stand, so that complaints can point at them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/error.hpp"

namespace entente {

enum class JsonKind : std::uint8_t { null, boolean, integer, number, string, array, object };

/// "null", "true or false", "a whole number", "a number", "a string", "a list", "an object".
std::string_view to_string(JsonKind kind);

struct JsonMember;

/// One value with its byte offset in the parsed text. The accessors of a kind answer an empty or zero value for other kinds.
class JsonValue {
 public:
  JsonKind kind = JsonKind::null;
  bool boolean = false;
  std::size_t offset = 0;    ///< byte of its first character
  std::int64_t integer = 0;  ///< also set, truncated, for numbers that fit
  double number = 0;         ///< also set for integers
  std::string string;
  std::vector<JsonValue> elements;
  std::vector<JsonMember> members;  ///< in the order of the text

  bool is_string() const { return kind == JsonKind::string; }
  bool is_array() const { return kind == JsonKind::array; }
  bool is_object() const { return kind == JsonKind::object; }
  bool is_number() const { return kind == JsonKind::number || kind == JsonKind::integer; }
  bool is_integer() const { return kind == JsonKind::integer; }
  bool is_boolean() const { return kind == JsonKind::boolean; }
  bool is_null() const { return kind == JsonKind::null; }

  /// The value of member `key`; null pointer if there is none or this is no object.
  const JsonValue* find(std::string_view key) const;
};

/// One `"key": value` of an object.
struct JsonMember {
  std::string key;
  std::size_t offset = 0;  ///< byte of the quote before the key
  JsonValue value;
};

/// A parsed JSON text. It keeps a view of the text, which must outlive it, to show the line of a complaint.
class JsonDocument {
 public:
  /// Parses exactly one JSON value (RFC 8259, UTF-8, no comments, at most 512 levels, each key once an object).
  ///
  /// `file` is the name for messages and `first_line` the number of the text's first line in it (for JSON Lines).
  /// Throws `InputError` with place, line and caret.
  static JsonDocument parse(std::string_view text, std::string file, std::uint32_t first_line = 1);

  const JsonValue& root() const { return root_; }
  const std::string& file() const { return file_; }

  Location location(std::size_t offset) const;
  /// A whole message "file:line:column: what" with the line and a caret under the value.
  std::string message(std::size_t offset, std::string_view what) const;

  /// The member `key` of `object`. Throws `InputError` if it is absent or `object` is no object.
  const JsonValue& required(const JsonValue& object, std::string_view key) const;
  /// The same for a kind of value.
  const JsonValue& required(const JsonValue& object, std::string_view key, JsonKind kind) const;
  /// The string member `key` of `object`, or `otherwise` if absent. Throws `InputError` if it is no string.
  std::string text_or(const JsonValue& object, std::string_view key, std::string_view otherwise = {}) const;
  /// The list of strings in member `key` of `object`, empty if absent. Throws `InputError` if it is something else.
  std::vector<std::string> texts_or_none(const JsonValue& object, std::string_view key) const;

 private:
  JsonDocument(std::string_view text, std::string file, std::uint32_t first_line)
      : text_(text), file_(std::move(file)), first_line_(first_line) {}

  std::string_view text_;
  std::string file_;
  std::uint32_t first_line_ = 1;
  JsonValue root_;
};

}  // namespace entente
