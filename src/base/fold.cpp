#include "entente/base/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <numeric>

namespace entente {

namespace {

bool is_gap(char32_t c) {
  return c == '_' || u_isUWhiteSpace(static_cast<UChar32>(c)) || u_charType(static_cast<UChar32>(c)) == U_DASH_PUNCTUATION;
}

std::string fold_ascii(std::string_view name) {
  std::string folded;
  folded.reserve(name.size());
  bool gap = false;
  for (const char c : name) {
    if (c == ' ' || c == '-' || c == '_' || (c >= '\t' && c <= '\r')) {
      gap = !folded.empty();
      continue;
    }
    if (gap) folded += ' ';
    gap = false;
    folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return folded;
}

std::string fold_unicode(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* decomposition = icu::Normalizer2::getNFKDInstance(status);
  auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  if (U_SUCCESS(status)) text = decomposition->normalize(text, status);
  text.foldCase();
  icu::UnicodeString folded;
  bool gap = false;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    if (is_gap(static_cast<char32_t>(c))) {
      gap = folded.length() > 0;
      continue;
    }
    if (gap) folded.append(static_cast<UChar32>(' '));
    gap = false;
    folded.append(c);
  }
  std::string bytes;
  folded.toUTF8String(bytes);
  return bytes;
}

}  // namespace

std::string fold(std::string_view name) {
  const bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  return ascii ? fold_ascii(name) : fold_unicode(name);
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const auto above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace entente
