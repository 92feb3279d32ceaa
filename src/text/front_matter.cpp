#include "text/front_matter.hpp"

#include <string>

#include "entente/base/unicode.hpp"

namespace entente {

namespace {

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

/// A scalar without quotes, or the first element of a list in brackets.
std::string value_of(std::string_view text) {
  text = trim(text);
  if (text.starts_with('[')) text = trim(text.substr(1, text.find_first_of(",]") - 1));
  if (text.size() >= 2 && (text[0] == '"' || text[0] == '\'') && text.back() == text[0]) text = text.substr(1, text.size() - 2);
  return std::string(text);
}

void take_field(std::string_view line, char separator, RawDocument& raw) {
  const auto at = line.find(separator);
  if (at == std::string_view::npos || line.starts_with(' ') || line.starts_with('#')) return;
  const auto key = lower(trim(line.substr(0, at)));
  auto value = value_of(line.substr(at + 1));
  if (value.empty()) return;
  const auto set = [&](std::string& field) {
    if (field.empty()) field = std::move(value);
  };
  if (key == "title") set(raw.title);
  if (key == "author" || key == "authors" || key == "byline") set(raw.author);
  if (key == "date" || key == "published" || key == "pubdate") set(raw.date);
  if (key == "url" || key == "source" || key == "link" || key == "canonical" || key == "canonical_url" || key == "source_url") set(raw.url);
}

}  // namespace

std::size_t read_front_matter(std::string_view text, RawDocument& raw) {
  const auto fence = text.substr(0, 3);
  if ((fence != "---" && fence != "+++") || trim(text.substr(3, text.find('\n') - 3)).size() != 0) return 0;
  auto at = text.find('\n');
  if (at == std::string_view::npos) return 0;
  const auto begin = ++at;
  for (int lines = 0; at < text.size() && lines < 200; ++lines) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto line = trim(text.substr(at, end - at));
    if (line == fence || (fence == "---" && line == "...")) {
      for (auto i = begin; i < at;) {
        const auto stop = text.find('\n', i);
        take_field(text.substr(i, stop - i), fence == "---" ? ':' : '=', raw);
        i = stop + 1;
      }
      return std::min(end + 1, text.size());
    }
    at = end + 1;
  }
  return 0;
}

}  // namespace entente
