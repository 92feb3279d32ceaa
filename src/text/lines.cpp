#include "text/lines.hpp"

#include <algorithm>
#include <array>

#include "entente/base/unicode.hpp"

namespace entente {

namespace {

using namespace std::string_view_literals;

/// Cuts white space off both ends of a line and counts what was cut in front.
void trim(Line& line) {
  while (!line.text.empty() && is_space(code_point_at(line.text, 0))) {
    const auto c = code_point_at(line.text, 0);
    line.indent += c == '\t' ? 4 : 1;
    ++line.source;
    line.text.remove_prefix(sequence_length(line.text[0]));
  }
  while (!line.text.empty() && is_space(code_point_before(line.text, line.text.size())))
    line.text = line.text.substr(0, previous(line.text, line.text.size()));
}

/// Text extractors put one space before the first line of each page; if few lines have it, those are the page starts.
void find_page_starts(std::vector<Line>& lines) {
  std::size_t single = 0;
  std::size_t all = 0;
  bool has_pages = false;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    has_pages = has_pages || lines[i].page_start;
    all += lines[i].text.empty() ? 0 : 1;
    single += lines[i].indent == 1 ? 1 : 0;
  }
  if (has_pages || single < 3 || single * 12 > all) return;
  for (auto& line : lines)
    if (line.indent == 1) line.page_start = true;
}

bool is_closer(char32_t c) { return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB; }

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  std::uint32_t source = 0;
  bool page_start = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto stop = text.find_first_of("\n\f\r", at);
    const auto end = stop == std::string_view::npos ? text.size() : stop;
    Line line{text.substr(at, end - at), source, 0, page_start};
    trim(line);
    page_start = page_start && line.text.empty();
    lines.push_back(line);
    source += static_cast<std::uint32_t>(count_code_points(text.substr(at, end - at)));
    if (stop == std::string_view::npos) break;
    page_start = page_start || text[stop] == '\f';
    const std::size_t length = text.substr(stop, 2) == "\r\n" ? 2 : 1;
    source += static_cast<std::uint32_t>(length);
    at = stop + length;
  }
  find_page_starts(lines);
  return lines;
}

std::size_t line_width(const std::vector<Line>& lines) {
  std::vector<std::size_t> lengths;
  for (const auto& line : lines)
    if (!line.text.empty() && line.role == LineRole::body) lengths.push_back(count_code_points(line.text));
  if (lengths.empty()) return 0;
  const auto at = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 9 / 10);
  std::nth_element(lengths.begin(), at, lengths.end());
  return *at;
}

float body_size(const std::vector<Line>& lines) {
  std::vector<float> sizes;
  for (const auto& line : lines)
    if (line.role == LineRole::body && line.size > 0) sizes.push_back(line.size);
  if (sizes.empty()) return 0;
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return *middle;
}

bool is_terminal(char32_t c) { return c == '.' || c == '!' || c == '?' || c == 0x2026; }

bool ends_sentence(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && is_digit(code_point_before(text, end))) end = previous(text, end);
  if (end < text.size() && (end == 0 || text.size() - end > 3 || is_alphanumeric(code_point_before(text, end)))) end = text.size();
  if (end < text.size() && is_space(code_point_before(text, end))) end = text.size();
  while (end > 0 && is_closer(code_point_before(text, end))) end = previous(text, end);
  return end > 0 && is_terminal(code_point_before(text, end));
}

bool ends_open(std::string_view text) {
  const auto last = code_point_before(text, text.size());
  if (last == ',' || last == '-' || last == 0x2010 || last == 0xAD) return true;
  const auto space = text.rfind(' ');
  const auto word = space == std::string_view::npos ? text : text.substr(space + 1);
  for (const auto* open : {"a",  "an", "and", "as",  "at",   "by",  "for",   "from", "in",    "into", "its",
                           "of", "on", "or",  "our", "that", "the", "their", "to",   "which", "with"})
    if (word == open) return true;
  return false;
}

bool starts_list_item(std::string_view line) {
  static constexpr std::array kBullets = {"• "sv, "- "sv, "– "sv, "* "sv, "▪ "sv, "■ "sv, "● "sv, "◦ "sv, "‣ "sv, "· "sv, "o "sv};
  if (std::any_of(kBullets.begin(), kBullets.end(), [&](auto bullet) { return line.starts_with(bullet); })) return true;
  std::size_t i = line.starts_with("(") ? 1 : 0;
  const auto begin = i;
  while (i < line.size() && i < begin + 3 && is_digit(static_cast<unsigned char>(line[i]))) ++i;
  if (i == begin && i < line.size() && is_letter(static_cast<unsigned char>(line[i])) && line[i] >= 'a') ++i;
  while (begin > 0 && i < line.size() && i < begin + 4 && (line[i] == 'i' || line[i] == 'v' || line[i] == 'x')) ++i;
  if (i == begin || i + 1 >= line.size()) return false;
  const bool closed = line[i] == ')' || (line[i] == '.' && begin == 0);
  return closed && (line[i + 1] == ' ' || line[i + 1] == '\t');
}

bool looks_like_heading(std::string_view text) {
  if (text.empty() || text.size() > 160) return false;
  const auto first = code_point_at(text, 0);
  if (is_lower(first) || (!is_alphanumeric(first) && first != '"' && first != 0x201C && first != '\'' && first != 0x2018)) return false;
  const auto words = std::count(text.begin(), text.end(), ' ') + 1;
  if (words > 18) return false;
  const auto last = code_point_before(text, text.size());
  if (last == '?') return true;
  return !is_terminal(last) && last != ',' && last != ';' && last != ':' && !ends_sentence(text) && last != '-';
}

}  // namespace entente
