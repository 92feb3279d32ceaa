#include "text/note_marks.hpp"

#include <algorithm>
#include <array>

#include "entente/base/unicode.hpp"
#include "text/lines.hpp"

namespace entente {

namespace {

using namespace std::string_view_literals;

/// A stretch of a block that may be a mark; `number` 0 means a sign that is one by itself.
struct Mark {
  std::size_t block = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  int number = 0;
  bool on_letter = false;  ///< right behind a letter, without punctuation between
};

bool is_superscript(char32_t c) { return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079); }

bool is_punctuation(char32_t c) {
  static constexpr std::u32string_view kMarks = U".,;:!?)\"\u201D\u2019'\u2026";
  return kMarks.find(c) != std::u32string_view::npos;
}

/// The word that ends at byte `end`.
std::string_view word_before(std::string_view text, std::size_t end) {
  auto begin = end;
  while (begin > 0 && is_alphanumeric(code_point_before(text, begin))) begin = previous(text, begin);
  return text.substr(begin, end - begin);
}

bool is_unit(std::string_view word) {
  static constexpr std::array kUnits = {"m"sv, "km"sv, "cm"sv, "mm"sv, "ft"sv, "mi"sv, "s"sv, "in"sv, "kg"sv, "x"sv, "R"sv, "CO"sv, "H"sv};
  return word.empty() || std::find(kUnits.begin(), kUnits.end(), word) != kUnits.end() || is_digit(code_point_before(word, word.size()));
}

/// Words whose dot a number may follow: "No.5", "p.14".
bool takes_number(std::string_view word) {
  static constexpr std::array kWords = {"No"sv,  "no"sv,  "Nos"sv, "p"sv,   "pp"sv, "vol"sv, "Vol"sv, "fig"sv, "Fig"sv,
                                        "art"sv, "Art"sv, "sec"sv, "Sec"sv, "ch"sv, "c"sv,   "v"sv,   "ver"sv, "para"sv};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// Finds marks in one block.
class MarkFinder {
 public:
  MarkFinder(std::string_view text, std::size_t block, std::vector<Mark>& marks) : text_(text), block_(block), marks_(marks) {}

  void run() {
    for (std::size_t at = 0; at < text_.size();) at = step(at);
  }

 private:
  std::size_t step(std::size_t at) {
    const auto c = code_point_at(text_, at);
    const auto next = at + sequence_length(text_[at]);
    if (at == 0) return next;
    const auto before = code_point_before(text_, at);
    if (is_superscript(c)) return superscript(at, before);
    if ((c == 0x2020 || c == 0x2021) && !is_space(before)) marks_.push_back({block_, at, next});
    if (c == '[' && !is_space(before)) return bracketed(at);
    if (is_digit(c) && c < 0x80 && !is_digit(before)) return number(at, before);
    return next;
  }

  std::size_t superscript(std::size_t at, char32_t before) {
    auto end = at;
    while (end < text_.size() && is_superscript(code_point_at(text_, end))) end += sequence_length(text_[end]);
    if (!is_space(before) && (is_punctuation(before) || !is_unit(word_before(text_, at)))) marks_.push_back({block_, at, end});
    return end;
  }

  std::size_t bracketed(std::size_t at) {
    const auto close = text_.substr(at, 20).find(']');
    if (close == std::string_view::npos || close < 2) return at + 1;
    const auto inner = text_.substr(at + 1, close - 1);
    const bool digits = inner.size() <= 3 && inner.find_first_not_of("0123456789") == std::string_view::npos;
    if (digits || inner == "citation needed" || inner.starts_with("note ") || inner.size() == 1)
      marks_.push_back({block_, at, at + close + 1});
    return at + close + 1;
  }

  std::size_t number(std::size_t at, char32_t before) {
    auto end = at;
    int value = 0;
    while (end < text_.size() && end < at + 4 && text_[end] >= '0' && text_[end] <= '9') value = value * 10 + (text_[end++] - '0');
    const bool ends = end == text_.size() || is_space(code_point_at(text_, end)) ||
                      (is_punctuation(code_point_at(text_, end)) && (end + 1 == text_.size() || text_[end + 1] == ' '));
    if (!ends || end - at > 3 || value == 0) return end;
    if (is_lower(before)) {
      const auto word = word_before(text_, at);
      if (word.size() >= 3) marks_.push_back({block_, at, end, value, true});
    } else if (is_punctuation(before)) {
      const auto stop = previous(text_, at);
      const auto earlier = code_point_before(text_, stop);
      const bool word = is_letter(earlier) || is_punctuation(earlier) || is_year(stop);
      if (word && before != ':' && !takes_number(word_before(text_, stop))) marks_.push_back({block_, at, end, value, false});
      if (!word && before == '.' && is_second_year(stop)) marks_.push_back({block_, at, end, value, true});
    }
    return end;
  }

  /// True for a number of four digits that begins no decimal: "2016.1" is a year and a mark.
  bool is_year(std::size_t end) const {
    return word_before(text_, end).size() == 4 && (text_.substr(end - 4, 2) == "19" || text_.substr(end - 4, 2) == "20");
  }

  /// True behind "2016-17".
  bool is_second_year(std::size_t end) const {
    const auto word = word_before(text_, end);
    if (word.size() != 2 || end < 7 || text_[end - 3] != '-') return false;
    return is_year(end - 3);
  }

  std::string_view text_;
  std::size_t block_;
  std::vector<Mark>& marks_;
};

/// Keeps the marks whose numbers rise one by one, if there are enough of them to be notes.
std::vector<Mark> plausible(std::vector<Mark> marks, bool has_notes) {
  std::vector<Mark> kept;
  int last = 0;
  std::size_t numbered = 0;
  for (const auto& mark : marks) {
    if (mark.number == 0) {
      kept.push_back(mark);
      continue;
    }
    const bool rises = mark.number > last && mark.number <= last + (mark.on_letter ? 1 : 3);
    const bool again = mark.number == 1 && last >= 3 && has_notes && !mark.on_letter;
    if (!rises && !again) continue;
    last = mark.number;
    ++numbered;
    kept.push_back(mark);
  }
  if (numbered < (has_notes ? 1U : 3U)) std::erase_if(kept, [](const Mark& mark) { return mark.number != 0; });
  return kept;
}

}  // namespace

void drop_note_marks(std::vector<RawBlock>& blocks) {
  std::vector<Mark> marks;
  bool has_notes = false;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind == BlockKind::footnote) has_notes = true;
    if (is_analysed(blocks[i].kind)) MarkFinder(blocks[i].text.text(), i, marks).run();
  }
  const auto kept = plausible(std::move(marks), has_notes);
  for (auto mark = kept.begin(); mark != kept.end();) {
    auto& block = blocks[mark->block];
    MappedText rest;
    std::size_t at = 0;
    const auto index = mark->block;
    for (; mark != kept.end() && mark->block == index; ++mark) {
      rest.append(block.text, at, mark->begin);
      at = mark->end;
    }
    rest.append(block.text, at, block.text.size());
    block.text = std::move(rest);
  }
}

}  // namespace entente
