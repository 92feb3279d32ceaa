#include "entente/base/unicode.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace entente {

namespace {

bool is_trail(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// Length of the valid sequence at `at`, 0 if there is none. Table 3-7 of the Unicode Standard.
std::size_t valid_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
  const auto in = [&](std::size_t i, unsigned low, unsigned high) { return byte(i) >= low && byte(i) <= high; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return in(1, 0x80, 0xBF) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) return in(1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF) && in(2, 0x80, 0xBF) ? 3 : 0;
  if (lead >= 0xF0 && lead <= 0xF4)
    return in(1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF) && in(2, 0x80, 0xBF) && in(3, 0x80, 0xBF) ? 4 : 0;
  return 0;
}

UChar32 icu_char(char32_t c) { return static_cast<UChar32>(c); }

}  // namespace

char32_t code_point_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return lead;
  const auto length = sequence_length(text[at]);
  char32_t c = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length && at + i < text.size(); ++i) c = (c << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  return c;
}

std::size_t previous(std::string_view text, std::size_t end) {
  if (end == 0) return 0;
  std::size_t at = end - 1;
  while (at > 0 && is_trail(text[at])) --at;
  return at;
}

char32_t code_point_before(std::string_view text, std::size_t end) { return end == 0 ? 0 : code_point_at(text, previous(text, end)); }

void append_utf8(std::string& text, char32_t c) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += is_trail(c) ? 0 : 1;
  return count;
}

std::size_t byte_offset(std::string_view text, std::size_t index) {
  std::size_t at = 0;
  while (index > 0 && at < text.size()) {
    at += sequence_length(text[at]);
    --index;
  }
  return at < text.size() ? at : text.size();
}

std::optional<std::size_t> invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto length = valid_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(icu_char(c)) != 0;
}

bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return u_isdigit(icu_char(c)) != 0;
}

bool is_alphanumeric(char32_t c) {
  if (c < 0x80) return is_letter(c) || is_digit(c);
  const auto type = u_charType(icu_char(c));
  return u_isalpha(icu_char(c)) != 0 || type == U_DECIMAL_DIGIT_NUMBER || type == U_LETTER_NUMBER || type == U_OTHER_NUMBER;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isupper(icu_char(c)) != 0;
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return u_islower(icu_char(c)) != 0;
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(icu_char(c)) != 0;
}

bool is_mark(char32_t c) {
  if (c < 0x300) return false;
  const auto type = u_charType(icu_char(c));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK;
}

bool is_unprintable(char32_t c) {
  if (c < 0x80) return c < 0x20 ? !is_space(c) : c == 0x7F;
  const auto type = u_charType(icu_char(c));
  return (type == U_CONTROL_CHAR && !is_space(c)) || type == U_PRIVATE_USE_CHAR || type == U_UNASSIGNED || type == U_SURROGATE;
}

bool is_invisible(char32_t c) {
  if (c < 0xAD) return false;
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         c == 0x180E || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

std::string lower(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); at += sequence_length(text[at])) {
    const auto c = code_point_at(text, at);
    if (c < 0x80)
      folded += is_upper(c) ? static_cast<char>(c + 32) : static_cast<char>(c);
    else
      append_utf8(folded, static_cast<char32_t>(u_tolower(icu_char(c))));
  }
  return folded;
}

std::string compose(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFCInstance(status);
  auto source = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  if (U_SUCCESS(status)) source = normalizer->normalize(source, status);
  std::string composed;
  source.toUTF8String(composed);
  return U_SUCCESS(status) ? composed : std::string(text);
}

}  // namespace entente
