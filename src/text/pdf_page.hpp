// Words on a page in reading order, and the lines they make.
#pragma once

#include <string>
#include <vector>

namespace entente {

/// A word with its box in points; y grows downwards.
struct PdfWord {
  std::string text;
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;
  float size = 0;  ///< of the font
  bool space_after = false;
};

/// A line of a page. `indent` is in half ems from the left edge of its column; `gap_before` tells of more room above than usual.
struct PdfLine {
  std::string text;
  float size = 0;
  int indent = 0;
  bool gap_before = false;
};

/// Lines out of words in reading order. Raised numbers behind a word (footnote marks) are dropped.
std::vector<PdfLine> lines_of(const std::vector<PdfWord>& words);

}  // namespace entente
