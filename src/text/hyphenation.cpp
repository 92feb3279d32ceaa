#include "text/hyphenation.hpp"

#include <algorithm>
#include <array>

#include "entente/base/unicode.hpp"

namespace entente {

namespace {

using namespace std::string_view_literals;

// First parts that keep their hyphen before a word of its own …
constexpr std::array kKeeping = {"all"sv,    "anti"sv,   "cold"sv,   "cross"sv, "ex"sv,    "far"sv,   "fifty"sv,  "forty"sv,  "full"sv,
                                 "ground"sv, "half"sv,   "high"sv,   "indo"sv,  "land"sv,  "large"sv, "long"sv,   "low"sv,    "man"sv,
                                 "mid"sv,    "near"sv,   "ninety"sv, "non"sv,   "one"sv,   "post"sv,  "pre"sv,    "pro"sv,    "quasi"sv,
                                 "russo"sv,  "self"sv,   "sea"sv,    "short"sv, "sino"sv,  "sixty"sv, "so"sv,     "state"sv,  "thirty"sv,
                                 "three"sv,  "twenty"sv, "two"sv,    "well"sv,  "world"sv, "air"sv,   "eighty"sv, "seventy"sv};
// … and syllables that are words as well but at a line end nearly always belong to a longer one.
constexpr std::array kJoining = {"a"sv,   "be"sv,    "con"sv,   "de"sv,    "dis"sv, "em"sv,   "en"sv,    "for"sv,  "fore"sv,
                                 "im"sv,  "in"sv,    "inter"sv, "mis"sv,   "out"sv, "over"sv, "per"sv,   "re"sv,   "sub"sv,
                                 "sup"sv, "trans"sv, "un"sv,    "under"sv, "up"sv,  "with"sv, "where"sv, "there"sv};
// Second parts that take a hyphen.
constexpr std::array kSecond = {"age"sv,     "backed"sv, "based"sv,  "class"sv,    "driven"sv,    "general"sv,  "held"sv,  "led"sv,
                                "level"sv,   "made"sv,   "minded"sv, "old"sv,      "owned"sv,     "party"sv,    "range"sv, "ranking"sv,
                                "related"sv, "run"sv,    "scale"sv,  "speaking"sv, "sponsored"sv, "standing"sv, "style"sv, "term"sv,
                                "wide"sv,    "year"sv,   "years"sv,  "called"sv,   "known"sv,     "elected"sv};
constexpr std::array kSuspended = {"and"sv, "or"sv, "to"sv, "but"sv, "as"sv, "und"sv};

template <class List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_word(char32_t c) { return is_alphanumeric(c) || is_mark(c) || c == 0xAD; }

/// The letters before byte `end`.
std::string_view word_before(std::string_view text, std::size_t end) {
  auto begin = end;
  while (begin > 0 && is_word(code_point_before(text, begin))) begin = previous(text, begin);
  return text.substr(begin, end - begin);
}

/// The letters from byte `begin` on.
std::string_view word_after(std::string_view text, std::size_t begin) {
  auto end = begin;
  while (end < text.size() && is_word(code_point_at(text, end))) end += sequence_length(text[end]);
  return text.substr(begin, end - begin);
}

}  // namespace

Hyphenation::Hyphenation(const std::vector<Line>& lines) {
  for (const auto& line : lines) {
    for (std::size_t at = 0; at < line.text.size();) {
      const auto word = word_after(line.text, at);
      if (word.empty()) {
        at += sequence_length(line.text[at]);
        continue;
      }
      const auto begin = at;
      at += word.size();
      const bool cut = at == line.text.size() || (line.text[at] == '-' && at + 1 == line.text.size());
      if (begin == 0 || cut || word.size() > 40) continue;  // either end of a line may hold half a word
      ++words_[lower(word)];
      if (line.text[at] != '-') continue;
      const auto second = word_after(line.text, at + 1);
      if (!second.empty() && at + 1 + second.size() < line.text.size() && second.size() <= 40) ++words_[lower(word) + '-' + lower(second)];
    }
  }
}

int Hyphenation::count(const std::string& word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? 0 : found->second;
}

LineJoin Hyphenation::join(std::string_view line, std::string_view next) const {
  if (line.empty() || next.empty()) return LineJoin::space;
  const auto last = code_point_before(line, line.size());
  const auto end = previous(line, line.size());
  if (last == 0xAD) return LineJoin::word;
  if (last == '-' || last == 0x2010) return join_hyphen(word_before(line, end), word_after(next, 0));
  const bool dash = last == 0x2014 || last == '/';
  if (dash && end > 0 && !is_space(code_point_before(line, end))) return LineJoin::nothing;
  if (is_lower(last)) return join_without_hyphen(word_before(line, line.size()), word_after(next, 0));
  return LineJoin::space;
}

LineJoin Hyphenation::join_hyphen(std::string_view left, std::string_view right) const {
  if (left.empty()) return LineJoin::space;
  if (right.empty()) return LineJoin::nothing;
  const auto first = lower(left);
  const auto second = lower(right);
  if (contains(kSuspended, second)) return LineJoin::space;
  const bool capital = !is_lower(code_point_at(right, 0));
  if (capital && !std::all_of(left.begin(), left.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return LineJoin::nothing;
  if (!is_letter(code_point_before(left, left.size())) || (left.size() > 1 && is_upper(code_point_before(left, left.size())) && !capital))
    return LineJoin::nothing;
  const int joined = count(first + second);
  const int hyphened = count(first + '-' + second);
  if (joined != hyphened) return joined > hyphened ? LineJoin::word : LineJoin::nothing;
  if (capital) return LineJoin::nothing;
  if (contains(kJoining, first)) return LineJoin::word;
  if (contains(kKeeping, first)) return count(second) > 0 || first.size() > 3 ? LineJoin::nothing : LineJoin::word;
  if (first.size() >= 4 && contains(kSecond, second)) return LineJoin::nothing;
  const bool both_words = first.size() >= 4 && second.size() >= 4 && count(first) > 0 && count(second) > 0;
  return both_words ? LineJoin::nothing : LineJoin::word;
}

/// Some extractors lose the hyphen: "deploy/ment" where the text has "deployment" but never "ment".
LineJoin Hyphenation::join_without_hyphen(std::string_view left, std::string_view right) const {
  if (left.size() < 2 || right.size() < 3 || !is_lower(code_point_at(right, 0))) return LineJoin::space;
  const auto second = lower(right);
  const auto first = lower(left);
  if (count(second) > 0 || count(first + second) == 0) return LineJoin::space;
  return count(first) == 0 || second.size() >= 4 ? LineJoin::word : LineJoin::space;
}

}  // namespace entente
