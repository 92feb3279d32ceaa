// Undoing hyphenation at line ends.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "text/lines.hpp"

namespace entente {

/// What becomes of the line end between two lines.
enum class LineJoin : std::uint8_t {
  space,    ///< the lines are joined by a space
  nothing,  ///< they are joined without one, a hyphen or dash stays
  word      ///< the hyphen goes and the halves make one word
};

/// Decides by the words that the document uses elsewhere, and by prefixes that always or never keep their hyphen.
class Hyphenation {
 public:
  /// Counts the words of lines, apart from those that line ends cut.
  explicit Hyphenation(const std::vector<Line>& lines);

  LineJoin join(std::string_view line, std::string_view next) const;

 private:
  int count(const std::string& word) const;
  LineJoin join_hyphen(std::string_view left, std::string_view right) const;
  LineJoin join_without_hyphen(std::string_view left, std::string_view right) const;

  std::unordered_map<std::string, int> words_;
};

}  // namespace entente
