// Footnotes at the foot of pages, in text that was extracted from a PDF.
#include <algorithm>
#include <array>

#include "entente/base/unicode.hpp"
#include "text/lines.hpp"

namespace entente {

namespace {

using namespace std::string_view_literals;

// Lines that the notes of one page may take; bounds the time for hostile text.
constexpr std::size_t kLongest = 300;

constexpr std::array kSigns = {"http"sv, "www."sv,     "Ibid"sv,      "ibid"sv,      " p. "sv, " pp. "sv, " Ed."sv,  " eds."sv,
                               " ed."sv, "Press,"sv,   "Journal"sv,   "Vol."sv,      "vol."sv, " No. "sv, "et al"sv, "op. cit"sv,
                               "See "sv, "accessed"sv, "Retrieved"sv, "Interview"sv, "Cf."sv,  "supra"sv, "note "sv};

bool has_year(std::string_view line) {
  for (std::size_t i = 0; i + 4 <= line.size(); ++i) {
    const auto four = line.substr(i, 4);
    if ((four.starts_with("19") || four.starts_with("20")) && is_digit(static_cast<unsigned char>(four[2])) &&
        is_digit(static_cast<unsigned char>(four[3])))
      return true;
  }
  return false;
}

/// First line behind the page of line `i`.
std::size_t page_end(const std::vector<Line>& lines, std::size_t i) {
  const auto limit = std::min(lines.size(), i + kLongest);
  ++i;
  while (i < limit && !lines[i].page_start) ++i;
  return i;
}

/// Where a footnote that starts at `i` ends in text without known pages: at the first line behind its end that looks like body text.
std::size_t note_end(const std::vector<Line>& lines, std::size_t i, std::size_t width) {
  bool mid_sentence = false;  // the body text above the notes stopped in the middle of a sentence
  for (auto j = i; j-- > 0;)
    if (!lines[j].text.empty()) {
      mid_sentence = lines[j].role == LineRole::body && !ends_sentence(lines[j].text);
      break;
    }
  const auto limit = std::min(lines.size(), i + kLongest);
  for (++i; i < limit; ++i) {
    const auto& line = lines[i];
    if (line.text.empty() || line.role == LineRole::furniture || line.note != 0) continue;
    const auto& before = lines[i - 1].text;
    if (mid_sentence && is_lower(code_point_at(line.text, 0)) && (before.empty() || ends_sentence(before))) return i;
    if (before.empty() && line.signs == 0) return i;
    if (ends_sentence(before) && count_code_points(before) * 10 < width * 8 && line.signs == 0) return i;
  }
  return i;
}

/// Where the rest of a note from the page before begins that stands above the note at `i`; `i` if there is none.
std::size_t carried_over(const std::vector<Line>& lines, std::size_t i) {
  auto begin = i;
  while (begin > 0 && lines[begin - 1].text.empty()) --begin;
  auto end = begin;
  while (begin > 0 && !lines[begin - 1].text.empty() && lines[begin - 1].role == LineRole::body && end - begin < 4) --begin;
  const bool whole = begin == 0 || lines[begin - 1].text.empty();
  if (!whole || begin == end) return i;
  int signs = 0;
  bool address = false;
  for (auto j = begin; j < end; ++j) {
    signs += lines[j].signs;
    address = address || (lines[j].text.find(' ') > 30 && lines[j].text.find('/') < 30);
  }
  return signs >= 1 && address ? begin : i;
}

/// How far the numbers of notes ascend from line to line in step; real notes do, numbered lists begin again.
bool is_next(int number, int last) { return number == last + 1 || (number > last && number <= last + 3 && last > 0); }

}  // namespace

int footnote_number(std::string_view line) {
  std::size_t i = 0;
  int number = 0;
  while (i < line.size() && i < 3 && line[i] >= '0' && line[i] <= '9') number = number * 10 + (line[i++] - '0');
  if (i == 0 || i >= line.size()) return 0;
  if (line[i] == '.' || line[i] == ')') ++i;
  const auto gap = i;
  while (i < line.size() && (line[i] == ' ' || line[i] == '\t')) ++i;
  if (i >= line.size() || (i == gap && (is_digit(static_cast<unsigned char>(line[i])) || line[i] == ',' || line[i] == '-'))) return 0;
  const auto c = code_point_at(line, i);
  const bool opens = is_upper(c) || c == 0x201C || c == '"' || c == 0x2018 || line.substr(i).starts_with("http") ||
                     line.substr(i).starts_with("www.") || line.substr(i).starts_with("ibid");
  return opens ? number : 0;
}

int citation_signs(std::string_view line) {
  int signs = has_year(line) ? 1 : 0;
  for (const auto sign : kSigns) signs += line.find(sign) != std::string_view::npos ? 1 : 0;
  return signs;
}

void mark_footnotes(std::vector<Line>& lines) {
  for (auto& line : lines) {
    line.note = footnote_number(line.text);
    line.signs = line.text.empty() ? 0 : citation_signs(line.text);
  }
  const auto width = line_width(lines);
  const bool paged = std::any_of(lines.begin() + (lines.empty() ? 0 : 1), lines.end(), [](const Line& line) { return line.page_start; });
  const float body = body_size(lines);
  int last = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].text.empty() || lines[i].role != LineRole::body) continue;
    const int number = lines[i].note;
    const bool far = last > 0 && number > last + 3;  // the notes of some pages may be lost
    if (number == 0 || (!is_next(number, last) && !far)) continue;
    const bool after_blank = i == 0 || lines[i - 1].text.empty() || lines[i - 1].role != LineRole::body;
    if (!after_blank) continue;
    const auto end = paged ? page_end(lines, i) : note_end(lines, i, width);
    int signs = 0;
    int notes = 0;
    int highest = number;
    for (auto j = i; j < end; ++j) {
      signs += lines[j].signs;
      const int n = lines[j].note;
      if (n == 0 || (n != number && !is_next(n, highest))) continue;
      ++notes;
      highest = n;
    }
    const bool small = lines[i].size > 0 && lines[i].size < 0.93F * body;
    if (signs < (far ? 2 * notes : notes) && !small) continue;
    for (auto j = carried_over(lines, i); j < end; ++j)
      if (lines[j].role == LineRole::body && !lines[j].text.empty()) lines[j].role = LineRole::footnote;
    last = highest;
    i = end - 1;
  }
  if (last == 0) return;
  // What is left of a note whose page holds nothing else.
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!lines[i].page_start || lines[i].role != LineRole::body) continue;
    const auto end = page_end(lines, i);
    if (end < lines.size() && end - i <= 3 && lines[i].signs >= 2)
      for (auto j = i; j < end; ++j)
        if (!lines[j].text.empty()) lines[j].role = LineRole::footnote;
  }
}

}  // namespace entente
