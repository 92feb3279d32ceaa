// Reading JSON of one known layout: every step either finds what must come next or gives up.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A position in a text. The `take` functions answer whether the text goes on as asked; after a false the position means nothing.
class JsonScanner {
 public:
  explicit JsonScanner(std::string_view text) : begin_(text.data()), at_(text.data()), end_(text.data() + text.size()) {}

  std::size_t offset() const { return static_cast<std::size_t>(at_ - begin_); }
  std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }
  bool at_end() const { return at_ == end_; }
  std::string_view since(std::size_t offset) const { return {begin_ + offset, this->offset() - offset}; }
  void move_to(std::size_t offset) { at_ = begin_ + offset; }

  /// A literal, compared in words of eight bytes.
  template <std::size_t Size>
  bool take(const char (&literal)[Size]) {
    constexpr auto length = Size - 1;
    if (left() < length || !equal<length>(at_, literal)) return false;
    at_ += length;
    return true;
  }
  bool take(std::string_view literal) {
    if (left() < literal.size() || std::memcmp(at_, literal.data(), literal.size()) != 0) return false;
    at_ += literal.size();
    return true;
  }

  /// All up to the next quote, and the quote; for texts that need no escapes.
  bool take_plain(std::string_view& text) {
    const auto* quote = static_cast<const char*>(std::memchr(at_, '"', left()));
    if (quote == nullptr) return false;
    text = {at_, static_cast<std::size_t>(quote - at_)};
    at_ = quote + 1;
    return true;
  }

  /// A text after its opening quote, with the closing one: unescaped and known to be UTF-8.
  bool take_text(std::string& text);
  /// The same, not kept and not checked beyond its end.
  bool skip_text();
  /// A list of texts after its opening bracket.
  bool take_texts(std::vector<std::string>& texts);
  /// To the closing bracket of a list without brackets inside.
  bool skip_list() {
    const auto* bracket = static_cast<const char*>(std::memchr(at_, ']', left()));
    if (bracket == nullptr) return false;
    at_ = bracket + 1;
    return true;
  }

  /// Behind the last closing bracket of this line: the end of the last list of an object that fills a line.
  bool skip_to_last_bracket() {
    const auto* newline = static_cast<const char*>(std::memchr(at_, '\n', left()));
    if (newline == nullptr) return false;
    while (newline > at_ && newline[-1] != ']') --newline;
    at_ = newline;
    return newline[-1] == ']';
  }

  bool take_number(std::uint32_t& number) {
    std::uint64_t wide = 0;
    if (!take_number(wide) || wide > UINT32_MAX) return false;
    number = static_cast<std::uint32_t>(wide);
    return true;
  }
  bool take_number(std::uint64_t& number);
  /// A number from 0 to 1.
  bool take_fraction(double& number);

 private:
  template <std::size_t Length>
  static bool equal(const char* a, const char* b) {
    if constexpr (Length >= 8) {
      std::uint64_t difference = 0;
      for (std::size_t i = 0; i + 8 <= Length; i += 8) difference |= word(a + i) ^ word(b + i);
      return (difference | (word(a + Length - 8) ^ word(b + Length - 8))) == 0;
    } else {
      return std::memcmp(a, b, Length) == 0;
    }
  }
  static std::uint64_t word(const char* at) {
    std::uint64_t bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
  }

  const char* begin_;
  const char* at_;
  const char* end_;
};

/// The number that 16 lower-case hexadecimal digits stand for; false for anything else.
bool parse_hex64(std::string_view digits, std::uint64_t& number);

}  // namespace entente
