#include "text/first_lines.hpp"

#include <algorithm>
#include <optional>

#include "entente/base/unicode.hpp"
#include "text/boilerplate.hpp"
#include "text/dates.hpp"
#include "text/lines.hpp"

namespace entente {

namespace {

constexpr std::size_t kHead = 10;  // blocks that may hold title, author and date

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ';
    words += !space && !inside ? 1 : 0;
    inside = !space;
  }
  return words;
}

/// The name behind "By": two to eight words, most of them capitalised; cut at a bar, a comma or a date.
std::optional<std::string> byline(std::string_view text) {
  if (text.size() > 120 || (!text.starts_with("By ") && !text.starts_with("BY ") && !text.starts_with("by "))) return std::nullopt;
  auto name = text.substr(3);
  if (const auto date = find_date(name)) name = name.substr(0, date->begin);
  name = name.substr(0, name.find_first_of("|,;("));
  for (const auto* dash : {" - ", " – ", " — ", " on ", " / ", " for ", " • ", " · "})
    if (const auto at = name.find(dash); at != std::string_view::npos) name = name.substr(0, at);
  while (name.ends_with(' ') || name.ends_with('.')) name.remove_suffix(1);
  while (name.starts_with(' ')) name.remove_prefix(1);
  const auto words = count_words(name);
  if (words < 1 || words > 8 || !is_upper(code_point_at(name, 0))) return std::nullopt;
  std::size_t small = 0;
  for (std::size_t i = 1; i < name.size(); ++i) small += name[i - 1] == ' ' && is_lower(code_point_at(name, i)) ? 1 : 0;
  if (small * 2 > words) return std::nullopt;
  return std::string(name);
}

/// A date in a block that says little else.
std::optional<std::string> date_line(std::string_view text) {
  if (text.size() > 100 || ends_sentence(text)) return std::nullopt;
  const auto date = find_date(text);
  if (!date || count_words(text.substr(0, date->begin)) > 5 || count_words(text.substr(date->end)) > 5) return std::nullopt;
  return date->iso;
}

bool is_title(const RawBlock& block) {
  const std::string_view text = block.text.text();
  const bool kind = block.kind == BlockKind::heading || (block.kind == BlockKind::paragraph && looks_like_heading(text));
  return kind && count_words(text) >= 2 && !byline(text) && !date_line(text) && !is_boilerplate_phrase(text);
}

/// "MOSCOW, 3 June 2018 (Agency) - …" at the head of the first paragraph.
std::optional<std::string> dateline(std::string_view text) {
  const auto head = text.substr(0, 90);
  const auto date = find_date(head);
  if (!date || date->begin > 40 || !is_upper(code_point_at(text, 0))) return std::nullopt;
  const auto rest = head.substr(date->end);
  const auto dash = std::min({rest.find(" - "), rest.find(" – "), rest.find(" — "), rest.find("—"), rest.find("--")});
  if (dash == std::string_view::npos || dash > 30) return std::nullopt;
  return date->iso;
}

void find_address(RawDocument& raw) {
  for (std::size_t i = 0; i < raw.blocks.size() && raw.url.empty(); ++i) {
    const auto& text = raw.blocks[i].text.text();
    const auto label = lower(std::string_view(text).substr(0, 24));
    if (!label.starts_with("original url") && !label.starts_with("original source:") && !label.starts_with("source:") &&
        !label.starts_with("url:") && !label.starts_with("source url"))
      continue;
    auto at = text.find("http");
    const std::string* address = &text;
    if (at == std::string::npos && i + 1 < raw.blocks.size()) {
      address = &raw.blocks[i + 1].text.text();
      at = address->find("http") <= 1 ? address->find("http") : std::string::npos;
    }
    if (at != std::string::npos) raw.url = address->substr(at, address->find_first_of(" >)\"", at) - at);
  }
}

}  // namespace

void read_first_lines(RawDocument& raw) {
  if (!raw.date.empty()) {
    const auto date = find_date(raw.date);
    const bool year = raw.date.size() == 4 && raw.date.find_first_not_of("0123456789") == std::string::npos;
    if (!year) raw.date = date ? date->iso : std::string();
  }
  bool body = false;
  std::size_t seen = 0;
  for (auto& block : raw.blocks) {
    if (block.kind == BlockKind::table_cell || block.kind == BlockKind::footnote) continue;
    if (++seen > kHead || body) break;
    const std::string_view text = block.text.text();
    if (raw.title.empty() && is_title(block)) {
      raw.title = text;
      block.kind = BlockKind::heading;
      continue;
    }
    const auto author = byline(text);
    const auto date = date_line(text);
    if (author && raw.author.empty()) raw.author = *author;
    if (date && raw.date.empty()) raw.date = *date;
    if (author && raw.date.empty())
      if (const auto found = find_date(text)) raw.date = found->iso;
    if (author || date) block.kind = BlockKind::boilerplate;
    if (raw.date.empty())
      if (const auto found = dateline(text)) raw.date = *found;
    body = !author && !date && block.kind == BlockKind::paragraph && text.size() > 250;
  }
  if (raw.date.empty())
    if (const auto date = find_date(raw.fallback_date)) raw.date = date->iso;
  find_address(raw);
}

}  // namespace entente
