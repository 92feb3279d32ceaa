// JSON written piece by piece: always well formed UTF-8, the same bytes on every machine and in every locale.
#pragma once

#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Appends `text` to `out` as a JSON string with its quotes: quotes, backslashes and control characters are escaped,
/// bytes that are no UTF-8 become U+FFFD, all else stays as it is.
void append_json_string(std::string& out, std::string_view text);

/// The shortest decimal number that reads back as `value`; "null" for NaN and infinities, which JSON cannot say.
std::string json_number(double value);

/// Writes compact JSON, `{"a":1,"b":[true,null]}`, with line breaks only where `line_break` asks for them.
///
/// The caller keeps objects and lists balanced and gives every member its key. Output to a stream is buffered; it is complete
/// after the outermost value, or after `flush`.
class JsonWriter {
 public:
  /// Appends to `out`, which must outlive the writer.
  explicit JsonWriter(std::string& out);
  /// Writes to `out`, which must outlive the writer.
  explicit JsonWriter(std::ostream& out);
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;
  ~JsonWriter();

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);

  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(double number);
  JsonWriter& value(std::same_as<bool> auto truth) { return raw(truth ? "true" : "false"); }
  JsonWriter& value(std::signed_integral auto number) { return raw(std::to_string(number)); }
  JsonWriter& value(std::unsigned_integral auto number) requires(!std::same_as<decltype(number), bool>) {
    return raw(std::to_string(number));
  }
  JsonWriter& value(const std::vector<std::string>& texts);
  JsonWriter& null() { return raw("null"); }
  /// One value that is JSON already.
  JsonWriter& raw(std::string_view json);

  /// A key and its value.
  template <class T>
  JsonWriter& member(std::string_view name, const T& content) {
    return key(name).value(content);
  }
  /// A key and its value, unless the text is empty.
  JsonWriter& member_if(std::string_view name, std::string_view text) { return text.empty() ? *this : key(name).value(text); }

  /// Puts a line break before the next value, key or closing bracket, after the comma that belongs there; at the outermost level at once.
  JsonWriter& line_break();
  /// Hands all that is written to the stream.
  void flush();

 private:
  void separate();
  void open(char bracket);
  void close(char bracket);
  void finish();

  std::string own_;
  std::string* out_;
  std::ostream* stream_ = nullptr;
  std::vector<bool> filled_;  // one entry an open bracket: whether it has a value already
  bool after_key_ = false;
  bool break_ = false;
};

}  // namespace entente
