#include "entente/base/slug.hpp"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "entente/base/error.hpp"
#include "entente/base/hash.hpp"

namespace entente {

namespace {

constexpr std::size_t longest_slug = 80;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
}

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

const icu::Transliterator& transliterator() {
  // One a thread: a transliterator is not safe to share.
  thread_local const std::unique_ptr<icu::Transliterator> latin = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
  }();
  if (latin == nullptr) throw Error("ICU's transliteration data is missing; install the ICU data package");
  return *latin;
}

}  // namespace

std::string to_latin(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  auto unicode = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  transliterator().transliterate(unicode);
  std::string latin;
  unicode.toUTF8String(latin);
  return latin;
}

std::string slug(std::string_view text) {
  // A label may be a whole page; its beginning names it well enough, and the hash below covers the rest.
  auto head = text.substr(0, 4 * longest_slug);
  while (head.size() < text.size() && !head.empty() && (static_cast<unsigned char>(text[head.size()]) & 0xC0) == 0x80)
    head.remove_suffix(1);
  const auto latin = to_latin(head);
  std::string result;
  std::string gap;
  for (const char c : latin) {
    const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (is_word(low)) {
      if (!result.empty() && !gap.empty()) result += gap == "." || gap == "_" || gap == "~" ? gap : "-";
      gap.clear();
      result += low;
    } else if (low != '\'') {
      gap += low;
    }
  }
  if (result.empty()) return "x-" + hex64(hash64(text)).substr(0, 8);
  if (result.size() > longest_slug || head.size() < text.size()) {
    result.resize(std::min(result.size(), longest_slug - 9));
    while (!is_word(result.back())) result.pop_back();
    result += "-" + hex64(hash64(text)).substr(0, 8);
  }
  return result;
}

}  // namespace entente
