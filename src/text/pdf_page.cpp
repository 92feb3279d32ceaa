#include "text/pdf_page.hpp"

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

/// A line with its box.
struct BoxedLine {
  PdfLine line;
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;
};

float overlap(const BoxedLine& line, const PdfWord& word) {
  const float shared = std::min(line.bottom, word.bottom) - std::max(line.top, word.top);
  return shared / std::max(0.1F, std::min(line.bottom - line.top, word.bottom - word.top));
}

bool is_number(const std::string& text) {
  return !text.empty() && text.size() <= 3 && text.find_first_not_of("0123456789") == std::string::npos;
}

/// True for a small number raised above the line it follows.
bool is_mark(const BoxedLine& line, const PdfWord& word) {
  return is_number(word.text) && word.size < 0.85F * line.line.size && word.bottom < line.bottom - 0.15F * line.line.size;
}

/// True if the last line is a mark that parted the line before it, which `word` goes on with.
bool was_parted(const std::vector<BoxedLine>& lines, const PdfWord& word) {
  if (lines.size() < 2) return false;
  const auto& mark = lines.back();
  const auto& line = lines[lines.size() - 2];
  return is_number(mark.line.text) && mark.line.size < 0.85F * word.size && overlap(line, word) > 0.4F && word.left > line.right &&
         word.left - line.right < 4 * word.size && mark.left > line.right - 0.5F * word.size;
}

std::vector<BoxedLine> group(const std::vector<PdfWord>& words) {
  std::vector<BoxedLine> lines;
  bool space = false;
  for (const auto& word : words) {
    if (word.text.empty()) continue;
    if (was_parted(lines, word)) {
      lines.pop_back();
      lines.back().right = word.left - 1;
    }
    const bool same = !lines.empty() && overlap(lines.back(), word) > 0.4F && word.left > lines.back().right - 0.5F * word.size &&
                      word.left - lines.back().right < 3.0F * std::max(word.size, lines.back().line.size);
    if (!same) {
      lines.push_back({{word.text, word.size, 0, false}, word.left, word.top, word.right, word.bottom});
      space = word.space_after;
      continue;
    }
    auto& line = lines.back();
    if (is_mark(line, word)) {
      line.right = std::max(line.right, word.right);
      space = true;
      continue;
    }
    if (space || word.left - line.right > 0.15F * word.size || word.size > 1.15F * line.line.size) line.line.text += ' ';
    line.line.text += word.text;
    line.right = std::max(line.right, word.right);
    if (word.size > line.line.size) {  // a footnote number or a small capital came first
      line.line.size = word.size;
      line.top = word.top;
      line.bottom = word.bottom;
    }
    space = word.space_after;
  }
  return lines;
}

/// True for a line that is nothing but a raised number over the line `other`, as poppler gives marks whose base line is much higher.
bool is_lone_mark(const BoxedLine& mark, const BoxedLine& other) {
  if (!is_number(mark.line.text) || mark.line.size >= 0.85F * other.line.size) return false;
  const float middle = (mark.top + mark.bottom) / 2;
  const bool over =
      middle > other.top - 0.5F * mark.line.size && middle < other.bottom && mark.bottom < other.bottom - 0.15F * other.line.size;
  return over && mark.left > other.left + other.line.size && mark.left < other.right + 2 * other.line.size;
}

/// Drops lone marks.
void drop_lone_marks(std::vector<BoxedLine>& lines) {
  std::vector<BoxedLine> kept;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool before = i > 0 && is_lone_mark(lines[i], lines[i - 1]);
    const bool after = i + 1 < lines.size() && is_lone_mark(lines[i], lines[i + 1]);
    if (!before && !after) kept.push_back(std::move(lines[i]));
  }
  lines = std::move(kept);
}

/// Sets indents from the left edge of the column that lines [begin, end) make.
void set_indents(std::vector<BoxedLine>& lines, std::size_t begin, std::size_t end) {
  float left = lines[begin].left;
  for (auto i = begin; i < end; ++i) left = std::min(left, lines[i].left);
  for (auto i = begin; i < end; ++i) {
    const float half_em = std::max(1.0F, lines[i].line.size / 2);
    lines[i].line.indent = std::clamp(static_cast<int>(std::lround((lines[i].left - left) / half_em)), 0, 60);
  }
}

}  // namespace

std::vector<PdfLine> lines_of(const std::vector<PdfWord>& words) {
  auto lines = group(words);
  drop_lone_marks(lines);
  std::size_t column = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto& before = lines[i - 1];
    auto& line = lines[i];
    const bool apart = line.left > before.right || line.right < before.left;  // side by side, not above each other
    if (line.top < before.top - 0.5F * line.line.size || apart) {
      set_indents(lines, column, i);
      column = i;
      continue;
    }
    line.line.gap_before = line.top - before.bottom > 0.55F * std::max(1.0F, line.line.size);
  }
  if (column < lines.size()) set_indents(lines, column, lines.size());
  std::vector<PdfLine> plain;
  plain.reserve(lines.size());
  for (auto& line : lines) plain.push_back(std::move(line.line));
  return plain;
}

}  // namespace entente
