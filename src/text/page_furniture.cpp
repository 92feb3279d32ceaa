// Page numbers and running heads: lines that belong to the page and not to the text.
#include <algorithm>
#include <map>
#include <string>

#include "entente/base/unicode.hpp"
#include "text/lines.hpp"

namespace entente {

namespace {

/// The line with every number replaced by #, so that "Annual report 12" and "Annual report 13" are equal.
std::string without_numbers(std::string_view line) {
  std::string shape;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] >= '0' && line[i] <= '9') {
      if (!shape.ends_with('#')) shape += '#';
    } else {
      shape += line[i];
    }
  }
  return shape;
}

/// Two or three words of capitals, digits, slashes and dashes, as on the pages of records: "A/70/PV.22 01/10/2015", "15-29658 15/55".
bool is_codes(std::string_view line) {
  std::size_t words = 1;
  bool digit = false;
  bool sign = false;
  for (const char c : line) {
    if (c == ' ') {
      if (!digit || !sign) return false;
      ++words;
      digit = sign = false;
      continue;
    }
    if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '-' || c == '.')) return false;
    digit = digit || (c >= '0' && c <= '9');
    sign = sign || c == '/' || c == '-';
  }
  return digit && sign && words >= 1 && words <= 3 && line.size() >= 3;
}

/// "24", "- 24 -", "Page 3 of 10", "xiv", "10-54959 32": numbers of pages and printing jobs.
bool is_page_number(std::string_view line) {
  if (line.size() > 24) return false;
  const auto shape = lower(without_numbers(line));
  for (const auto* known : {"#", "- # -", "– # –", "[#]", "page #", "page # of #", "# of #", "#/#", "p. #", "#-# #", "# #-#", "| #", "# |"})
    if (shape == known) return true;
  if (is_codes(line)) return true;
  return shape.size() > 1 && shape.size() <= 5 && shape.find_first_not_of("ivxl") == std::string::npos && line[0] != 'I';
}

bool is_blank(const std::vector<Line>& lines, std::size_t i) { return i >= lines.size() || lines[i].text.empty(); }

/// Marks the first and last lines of pages that many pages share.
void mark_running_heads(std::vector<Line>& lines) {
  std::vector<std::size_t> edges;
  std::size_t pages = 1;
  const auto take = [&](std::size_t from, int step, std::size_t limit) {
    int found = 0;
    for (auto i = from; i < lines.size() && found < 2 && limit > 0; i += static_cast<std::size_t>(step), --limit) {
      if (lines[i].text.empty()) continue;
      if (step > 0 && i != from && lines[i].page_start) break;
      edges.push_back(i);
      ++found;
    }
  };
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!lines[i].page_start) continue;
    ++pages;
    take(i - 1, -1, 6);
    take(i, 1, 6);
  }
  if (pages < 2) return;
  take(0, 1, 6);
  take(lines.size() - 1, -1, 6);
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  std::map<std::string, std::size_t> counts;
  for (const auto i : edges) ++counts[without_numbers(lines[i].text)];
  for (const auto i : edges) {
    const auto count = counts[without_numbers(lines[i].text)];
    const bool repeated = count >= 3 || (count == 2 && pages <= 4);
    if ((repeated && lines[i].text.size() <= 120) || is_page_number(lines[i].text)) lines[i].role = LineRole::furniture;
  }
}

}  // namespace

void mark_furniture(std::vector<Line>& lines) {
  mark_running_heads(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto& line = lines[i];
    if (line.text.empty() || line.role != LineRole::body || !is_page_number(line.text)) continue;
    const bool alone = is_blank(lines, i + 1) || is_blank(lines, i - 1) || line.page_start || line.text.find(' ') != std::string_view::npos;
    if (alone) line.role = LineRole::furniture;
  }
  // Without form feeds, a running head is a short line that comes again and again beside page numbers.
  std::map<std::string, std::vector<std::size_t>> beside;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].role != LineRole::furniture) continue;
    for (std::size_t j = i > 3 ? i - 3 : 0; j < std::min(lines.size(), i + 4); ++j)
      if (lines[j].role == LineRole::body && !lines[j].text.empty() && lines[j].text.size() <= 80 &&
          (is_blank(lines, j - 1) || is_blank(lines, j + 1)))
        beside[without_numbers(lines[j].text)].push_back(j);
  }
  for (const auto& [shape, places] : beside)
    if (places.size() >= 3)
      for (const auto j : places) lines[j].role = LineRole::furniture;
}

}  // namespace entente
