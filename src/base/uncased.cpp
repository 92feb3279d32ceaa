#include "entente/base/uncased.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace entente {

namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
}

icu::UnicodeString decode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

bool is_ascii_punctuation(UChar32 c) {
  return (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
}

bool is_ideograph(UChar32 c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2A6DF) || (c >= 0x2A700 && c <= 0x2CEAF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

bool stands_alone(UChar32 c) { return is_ascii_punctuation(c) || (c > 127 && u_ispunct(c)) || is_ideograph(c); }

bool is_dropped(UChar32 c) {
  const auto type = u_charType(c);
  return c == 0xFFFD || type == U_NON_SPACING_MARK || type == U_CONTROL_CHAR || type == U_FORMAT_CHAR;
}

/// Collects characters into parts.
class Parts {
 public:
  void add(std::string_view character, bool alone) {
    if (alone || broken_) parts_.emplace_back();
    parts_.back() += character;
    broken_ = alone;
  }
  void end_part() { broken_ = true; }
  std::vector<std::string> take() { return std::move(parts_); }

 private:
  std::vector<std::string> parts_;
  bool broken_ = true;
};

std::vector<std::string> ascii_parts(std::string_view word) {
  Parts parts;
  for (char c : word) {
    if (c == ' ') parts.end_part();
    if (c <= ' ' || c == 127) continue;
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    parts.add({&c, 1}, is_ascii_punctuation(c));
  }
  return parts.take();
}

UChar32 straight(UChar32 c) { return c == 0x2018 || c == 0x2019 ? '\'' : c == 0x201C || c == 0x201D ? '"' : c; }

bool is_digit(UChar32 c) {
  const auto type = u_getIntPropertyValue(c, UCHAR_NUMERIC_TYPE);
  return type == U_NT_DECIMAL || type == U_NT_DIGIT;
}

}  // namespace

std::vector<std::string> uncased_parts(std::string_view word) {
  if (is_ascii(word)) return ascii_parts(word);
  UErrorCode status = U_ZERO_ERROR;
  const auto* decomposition = icu::Normalizer2::getNFDInstance(status);
  auto text = decode(word);
  if (U_SUCCESS(status)) text = decomposition->normalize(text, status);
  Parts parts;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = straight(text.char32At(i));
    if (is_dropped(c)) continue;
    if (u_isUWhiteSpace(c)) {
      parts.end_part();
      continue;
    }
    std::string bytes;
    icu::UnicodeString(u_tolower(c)).toUTF8String(bytes);
    parts.add(bytes, stands_alone(c));
  }
  return parts.take();
}

std::string lower_case(std::string_view word) {
  std::string lowered;
  if (is_ascii(word)) {
    for (const char c : word) lowered += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return lowered;
  }
  decode(word).toLower(icu::Locale::getRoot()).toUTF8String(lowered);
  return lowered;
}

WordShape word_shape(std::string_view word) {
  const auto text = decode(word);
  std::size_t letters = 0;
  std::size_t upper = 0;
  bool first_upper = false;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (is_digit(c)) return WordShape::with_digit;
    if (!u_isalpha(c)) continue;
    const bool is_upper = u_isUUppercase(c);
    if (letters == 0) first_upper = is_upper;
    ++letters;
    upper += is_upper ? 1 : 0;
  }
  if (letters == 0) return WordShape::symbol;
  if (upper == 0) return WordShape::lower;
  if (letters == 1) return WordShape::single_upper;
  if (upper == letters) return WordShape::upper;
  return first_upper && upper == 1 ? WordShape::capitalised : WordShape::mixed;
}

}  // namespace entente
