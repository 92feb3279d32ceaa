#include "entente/base/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <ostream>

namespace entente {

namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 16;

// The length of the well-formed UTF-8 sequence at `at`, 0 if there is none (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u; };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const auto first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    if (!follows(1) || !follows(2) || (first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) > 0x9F)) return 0;
    return 3;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    if (!follows(1) || !follows(2) || !follows(3) || (first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) > 0x8F)) return 0;
    return 4;
  }
  return 0;
}

void append_escape(std::string& out, unsigned char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    case '\t':
      out += "\\t";
      break;
    default:
      out += "\\u00";
      out += kHex[c >> 4];
      out += kHex[c & 15];
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t plain = 0;  // start of what is copied as it is
  std::size_t i = 0;
  while (i < text.size()) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c < 0x7F && c != '"' && c != '\\') {
      ++i;
      continue;
    }
    const auto length = sequence_length(text, i);
    if (c >= 0x80 && length > 0) {
      i += length;
      continue;
    }
    out += text.substr(plain, i - plain);
    if (c < 0x80) {
      append_escape(out, c);
    } else {
      out += "\xEF\xBF\xBD";
    }
    plain = ++i;
  }
  out += text.substr(plain);
  out += '"';
}

std::string json_number(double value) {
  if (!std::isfinite(value)) return "null";
  std::array<char, 40> buffer;
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return std::string(buffer.data(), result.ptr);
}

JsonWriter::JsonWriter(std::string& out) : out_(&out) {}

JsonWriter::JsonWriter(std::ostream& out) : out_(&own_), stream_(&out) {}

JsonWriter::~JsonWriter() { flush(); }

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!filled_.empty()) {
    if (filled_.back()) *out_ += ',';
    filled_.back() = true;
  }
  if (break_) *out_ += '\n';
  break_ = false;
}

void JsonWriter::finish() {
  if (stream_ != nullptr && (filled_.empty() || own_.size() >= kBuffer)) flush();
}

void JsonWriter::open(char bracket) {
  separate();
  *out_ += bracket;
  filled_.push_back(false);
}

void JsonWriter::close(char bracket) {
  filled_.pop_back();
  if (break_) *out_ += '\n';
  break_ = false;
  *out_ += bracket;
  finish();
}

JsonWriter& JsonWriter::begin_object() {
  open('{');
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  close('}');
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  open('[');
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  close(']');
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  append_json_string(*out_, name);
  *out_ += ':';
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  append_json_string(*out_, text);
  finish();
  return *this;
}

JsonWriter& JsonWriter::value(double number) { return raw(json_number(number)); }

JsonWriter& JsonWriter::value(const std::vector<std::string>& texts) {
  begin_array();
  for (const auto& text : texts) value(text);
  return end_array();
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  *out_ += json;
  finish();
  return *this;
}

JsonWriter& JsonWriter::line_break() {
  if (filled_.empty()) {
    *out_ += '\n';
    finish();
  } else {
    break_ = true;
  }
  return *this;
}

void JsonWriter::flush() {
  if (stream_ == nullptr) return;
  stream_->write(own_.data(), static_cast<std::streamsize>(own_.size()));
  own_.clear();
}

}  // namespace entente
