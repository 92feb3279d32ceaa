// Code points and their properties, and UTF-8; ICU's character data is used behind this header only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// The code point that starts at byte `at` of valid UTF-8 text.
char32_t code_point_at(std::string_view text, std::size_t at);

/// Length in bytes, 1 to 4, of the code point whose first byte is `lead`.
inline std::size_t sequence_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// The code point that ends before byte `end` of valid UTF-8 text; 0 at the beginning.
char32_t code_point_before(std::string_view text, std::size_t end);

/// Byte offset of the code point that ends before byte `end`.
std::size_t previous(std::string_view text, std::size_t end);

/// Appends the UTF-8 form of a code point.
void append_utf8(std::string& text, char32_t c);

/// Number of code points of valid UTF-8 text.
std::size_t count_code_points(std::string_view text);

/// Byte offset of code point number `index` of valid UTF-8 text; the size of the text if it has fewer.
std::size_t byte_offset(std::string_view text, std::size_t index);

/// Byte offset of the first sequence that is not UTF-8 (overlong forms and surrogates included).
std::optional<std::size_t> invalid_utf8(std::string_view text);

bool is_letter(char32_t c);
bool is_digit(char32_t c);
/// A letter, a digit or another number sign such as ½ or Ⅳ.
bool is_alphanumeric(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
/// White space of any kind, line ends included.
bool is_space(char32_t c);
/// A combining mark.
bool is_mark(char32_t c);
/// Neither assigned to a character nor of use in text: controls other than white space, private use, unassigned.
bool is_unprintable(char32_t c);
/// Formatting without shape: soft hyphen, zero-width and bidirectional controls, U+FEFF.
bool is_invisible(char32_t c);

/// Lower case of single code points (no change of length in code points).
std::string lower(std::string_view text);

/// Canonical composition (NFC).
std::string compose(std::string_view text);

}  // namespace entente
