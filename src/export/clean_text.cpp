#include "export/clean_text.hpp"

#include <algorithm>

#include "entente/base/unicode.hpp"

namespace entente {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

}  // namespace

void for_each_code_point(std::string_view text, const std::function<void(char32_t, std::string_view)>& take) {
  while (!text.empty()) {
    const auto bad = invalid_utf8(text);
    const auto good = text.substr(0, bad.value_or(text.size()));
    for (std::size_t i = 0; i < good.size();) {
      const auto length = sequence_length(good[i]);
      take(code_point_at(good, i), good.substr(i, length));
      i += length;
    }
    if (bad) take(U'\uFFFD', replacement);
    text.remove_prefix(std::min(text.size(), good.size() + (bad ? 1 : 0)));
  }
}

bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
}

std::string shorten(std::string_view text, std::size_t most) {
  std::string shortened;
  std::size_t count = 0;
  bool gap = false, cut = false;
  for_each_code_point(text, [&](char32_t c, std::string_view bytes) {
    if (cut) return;
    if (is_space(c)) {
      gap = !shortened.empty();
      return;
    }
    if (count + (gap ? 1 : 0) + 1 > most) {
      cut = true;
      return;
    }
    if (gap) shortened += ' ', ++count;
    gap = false;
    shortened += bytes;
    ++count;
  });
  return cut ? shortened + "…" : shortened;
}

std::string spaced(std::string_view relation) {
  std::string text(relation);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string web_address(std::string_view text) {
  if (!text.starts_with("http://") && !text.starts_with("https://")) return {};
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string url;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= ' ' || byte >= 0x7F || std::string_view("\"<>\\^`{|}'").find(c) != std::string_view::npos)
      ((url += '%') += digits[byte >> 4]) += digits[byte & 15];
    else
      url += c;
  }
  return url;
}

std::string wikidata_page(std::string_view item) {
  const bool is_item = item.size() > 1 && item.size() < 16 && item[0] == 'Q' &&
                       std::all_of(item.begin() + 1, item.end(), [](char c) { return c >= '0' && c <= '9'; });
  return is_item ? "https://www.wikidata.org/wiki/" + std::string(item) : std::string();
}

}  // namespace entente
