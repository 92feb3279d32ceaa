#include "text/segmenter.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "entente/base/unicode.hpp"

namespace entente {

namespace {

// The same as in tools/segment/features.py.
constexpr int kBits = 16;
constexpr std::int8_t kWeights[1 << kBits] = {
#include "segmenter.inc"
};

// How sure the model must be to end a sentence without a full stop; most F1 on the development parts of both treebanks lies at 0 to 30.
constexpr int kMargin = 20;

/// Hash of a feature that is put together from parts (FNV-1a, folded to kBits).
class Feature {
 public:
  explicit Feature(char slot) { add(slot); }
  Feature& add(char c) {
    value_ = (value_ ^ static_cast<unsigned char>(c)) * 16777619U;
    return *this;
  }
  Feature& add(std::string_view text) {
    for (const char c : text) add(c);
    return *this;
  }
  int weight() const { return kWeights[(value_ ^ (value_ >> kBits)) & ((1U << kBits) - 1)]; }

 private:
  std::uint32_t value_ = 2166136261U;
};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_all_upper(std::string_view word) {
  bool upper = false;
  for (std::size_t i = 0; i < word.size(); i += sequence_length(word[i])) {
    const auto c = code_point_at(word, i);
    if (is_lower(c)) return false;
    upper = upper || is_upper(c);
  }
  return upper;
}

/// One letter for what a word looks like.
char shape(std::string_view word) {
  if (word.empty()) return '$';
  if (is_one_of(word, {".", "...", "\u2026", "....", ".."})) return '.';
  if (word[0] == '?' || word[0] == '!' || (word[0] == '.' && word.find_first_not_of(".!?") == std::string_view::npos)) return '!';
  if (is_one_of(word, {"\u201C", "\u2018", "(", "[", "``", "\u00AB"})) return '(';
  if (is_one_of(word, {"\u201D", "\u2019", ")", "]", "''", "\u00BB"})) return ')';
  if (is_one_of(word, {"\"", "'"})) return 'q';
  if (is_one_of(word, {",", ";", ":"})) return word[0];
  const auto first = code_point_at(word, 0);
  if (is_digit(first)) return '9';
  if (is_letter(first)) {
    if (word.size() > sequence_length(word[0]) && word.ends_with('.')) return is_upper(first) ? 'A' : 'a';
    if (!is_upper(first)) return 'x';
    return word.size() > sequence_length(word[0]) && is_all_upper(word) ? 'U' : 'X';
  }
  static constexpr std::u32string_view kDashes = U"-–—*•·=_~#";
  return kDashes.find(first) != std::u32string_view::npos ? '-' : 'o';
}

char bucket(int n) {
  constexpr std::array kLimits = {1, 2, 3, 5, 8, 12, 20, 30, 45, 70};
  for (std::size_t i = 0; i < kLimits.size(); ++i)
    if (n <= kLimits[i]) return static_cast<char>('0' + i);
  return 'A';
}

/// What is remembered from the beginning of the sentence on.
struct State {
  int words = 0;
  bool quotes = false;
  bool depth = false;
  int capitals = 0;
  bool terminal = false;

  void take(std::string_view word, char kind) {
    ++words;
    if (word == "\"") quotes = !quotes;
    if (is_one_of(word, {"\u201C", "``"})) quotes = true;
    if (is_one_of(word, {"\u201D", "''"})) quotes = false;
    if (is_one_of(word, {"(", "["})) depth = true;
    if (is_one_of(word, {")", "]"})) depth = false;
    capitals = kind == 'X' || kind == 'U' || kind == 'A' ? capitals + 1 : 0;
    terminal = kind == '.' || kind == '!' || (terminal && (kind == ')' || kind == 'q'));
  }
};

/// A word as the model sees it.
struct Seen {
  std::string_view word;
  std::string folded;
  char shape = '$';
};

/// The words around a gap: `a` before it, `b` behind it.
struct Around {
  const Seen &o, &p, &a, &b, &n, &m;
};

int score(const Around& around, bool space, const State& state) {
  const auto& [o, p, a, b, n, m] = around;
  const std::array<char, 3> parts = {a.shape, state.terminal ? 't' : 'n', space ? 's' : 'g'};
  const std::string_view core(parts.data(), parts.size());
  const char length = bucket(state.words);
  const char quotes = state.quotes ? '1' : '0';
  const char depth = state.depth ? '1' : '0';
  const char size = static_cast<char>('0' + std::min<std::size_t>(p.word.size(), 6));
  const char capitals = static_cast<char>('0' + std::min(state.capitals, 5));
  int sum = Feature('0').add(core).weight();
  sum += Feature('1').add(core).add(b.shape).weight();
  sum += Feature('2').add(a.folded).add('|').add(b.shape).weight();
  sum += Feature('3').add(core).add(b.folded).weight();
  sum += Feature('4').add(core).add(b.word).weight();
  sum += Feature('5').add(p.folded).add('|').add(core).weight();
  sum += Feature('6').add(p.shape).add(core).add(b.shape).weight();
  sum += Feature('7').add(size).add(core).add(b.shape).weight();
  sum += Feature('8').add(core).add(b.shape).add(n.shape).weight();
  sum += Feature('9').add(core).add(n.folded).add(b.shape).weight();
  sum += Feature('a').add(length).add(core).weight();
  sum += Feature('b').add(length).add(core).add(b.shape).weight();
  sum += Feature('c').add(quotes).add(core).add(b.shape).weight();
  sum += Feature('d').add(depth).add(core).add(b.shape).weight();
  sum += Feature('e').add(capitals).add(core).add(b.shape).weight();
  sum += Feature('f').add(o.shape).add(p.shape).add(core).add(b.shape).add(n.shape).weight();
  sum += Feature('g').add(a.folded).add('|').add(b.folded).weight();
  sum += Feature('h').add(core).add(b.shape).add(n.shape).add(m.shape).weight();
  sum += Feature('i').add(p.shape).add(core).add(b.folded).weight();
  sum += Feature('j').add(quotes).add(length).add(core).add(b.shape).weight();
  return sum;
}

}  // namespace

std::vector<bool> sentence_ends(std::string_view text, const std::vector<Span>& words) {
  std::vector<bool> ends(words.size(), false);
  std::vector<Seen> seen(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto word = words[i].of(text);
    seen[i] = {word, lower(word), shape(word)};
  }
  const Seen none;
  const auto at = [&](std::size_t i) -> const Seen& { return i < seen.size() ? seen[i] : none; };
  State state;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    state.take(seen[i].word, seen[i].shape);
    const bool space = words[i].end < words[i + 1].begin;
    if (!space && !state.terminal) continue;
    if (score({at(i - 2), at(i - 1), at(i), at(i + 1), at(i + 2), at(i + 3)}, space, state) <= (state.terminal ? 0 : kMargin)) continue;
    ends[i] = true;
    state = {};
  }
  if (!ends.empty()) ends.back() = true;
  return ends;
}

}  // namespace entente
