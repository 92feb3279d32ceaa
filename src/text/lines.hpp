// Lines of laid-out text and what they are on their page.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/raw_document.hpp"

namespace entente {

/// What a line is on its page.
enum class LineRole : std::uint8_t { body, furniture, footnote };

/// One line of laid-out text, without white space at its ends.
struct Line {
  std::string_view text;     ///< empty for a blank line
  std::uint32_t source = 0;  ///< code point offset of the first character
  std::uint32_t indent = 0;  ///< columns of white space before it
  bool page_start = false;
  LineRole role = LineRole::body;
  float size = 0;  ///< font size in points, 0 if unknown
  int note = 0;    ///< `footnote_number`, and below it `citation_signs`: set by `mark_footnotes`
  int signs = 0;
};

/// Lines of text by line feeds; form feeds start pages.
std::vector<Line> split_lines(std::string_view text);

/// Length in code points that full lines have: the 90th percentile.
std::size_t line_width(const std::vector<Line>& lines);

/// The font size that most lines have; 0 if sizes are unknown.
float body_size(const std::vector<Line>& lines);

/// Marks page numbers, running heads and footnotes.
void mark_furniture(std::vector<Line>& lines);
void mark_footnotes(std::vector<Line>& lines);

/// Paragraphs, headings, list items and footnotes out of marked lines; hyphenation at line ends is undone.
std::vector<RawBlock> group_lines(const std::vector<Line>& lines);

/// All of the above.
RawDocument lay_out(std::vector<Line> lines);

/// The number at the start of a footnote ("12. Ibid." or "12 Ibid."), 0 if there is none.
int footnote_number(std::string_view line);

/// How much a line looks like a bibliographic reference: number of its signs (URL, pages, year, "Ibid.", …).
int citation_signs(std::string_view line);

bool is_terminal(char32_t c);
/// True if the text ends a sentence, closing quotes and brackets and footnote marks aside.
bool ends_sentence(std::string_view text);
/// True if the last word or character shows that the sentence goes on: a comma, a hyphen, "the", "of".
bool ends_open(std::string_view text);
/// True for "• item", "- item", "1. item", "(a) item".
bool starts_list_item(std::string_view line);
/// True for few words without full stop that begin with a capital or number.
bool looks_like_heading(std::string_view text);

}  // namespace entente
