#include <algorithm>
#include <array>
#include <string>

#include "entente/base/unicode.hpp"
#include "entente/text/sentences.hpp"
#include "text/word_lists.hpp"
#include "text/word_marks.hpp"

namespace entente {

namespace {

// No part of a word, number or address that people write is longer; bounds the time for hostile text.
constexpr std::size_t kLongestPart = 256;

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }
bool is_word(char32_t c) { return is_alphanumeric(c) || c == '_'; }
bool is_ascii_lower(char32_t c) { return c >= 'a' && c <= 'z'; }
bool is_ascii_upper(char32_t c) { return c >= 'A' && c <= 'Z'; }
bool is_ascii_letter(char32_t c) { return is_ascii_lower(c) || is_ascii_upper(c); }

/// Finds the words of one sentence from left to right; every `match_` function gives the end of a word that starts at `at`, or `at`.
class WordSplitter {
 public:
  explicit WordSplitter(std::string_view text) : text_(text) {}

  std::vector<Span> split() {
    for (std::size_t at = 0; at < text_.size();) {
      if (is_space(peek(at))) {
        at = next(at);
        continue;
      }
      at = take(at);
    }
    return std::move(words_);
  }

 private:
  char32_t peek(std::size_t at) const { return at < text_.size() ? code_point_at(text_, at) : 0; }
  std::size_t next(std::size_t at) const { return std::min(at + sequence_length(text_[at]), text_.size()); }
  bool word_at(std::size_t at) const { return at < text_.size() && is_word(peek(at)); }
  void add(std::size_t begin, std::size_t end) { words_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}); }

  std::size_t take(std::size_t at) {
    using Match = std::size_t (WordSplitter::*)(std::size_t) const;
    static constexpr std::array<Match, 8> kMatches = {
        &WordSplitter::match_genitive,     &WordSplitter::match_tag,    &WordSplitter::match_url,    &WordSplitter::match_mail,
        &WordSplitter::match_abbreviation, &WordSplitter::match_number, &WordSplitter::match_prefix, &WordSplitter::match_marks};
    for (const auto match : kMatches) {
      const auto end = (this->*match)(at);
      if (end == at) continue;
      add(at, end);
      return end;
    }
    const auto end = match_word(at);
    if (end == at) {
      add(at, next(at));
      return next(at);
    }
    add_word(at, end);
    return end;
  }

  /// The 's behind a number or a dotted abbreviation: 2013's, U.S.'s.
  std::size_t match_genitive(std::size_t at) const {
    if (at == 0 || !is_apostrophe(peek(at))) return at;
    const auto s = next(at);
    if (s >= text_.size() || (text_[s] != 's' && text_[s] != 'S') || word_at(s + 1)) return at;
    const auto before = code_point_before(text_, at);
    return is_word(before) || before == '.' ? s + 1 : at;
  }

  /// #strait and @gull.
  std::size_t match_tag(std::size_t at) const {
    if ((text_[at] != '#' && text_[at] != '@') || (at > 0 && !is_space(code_point_before(text_, at)))) return at;
    if (at + 1 >= text_.size() || !is_letter(peek(at + 1))) return at;
    std::size_t end = at + 1;
    while (word_at(end)) end = next(end);
    return end;
  }

  std::size_t match_url(std::size_t at) const {
    if (!text_.substr(at).starts_with("www.")) {
      std::size_t i = at;
      while (i < text_.size() && i < at + 20 &&
             (is_ascii_letter(peek(i)) || (i > at && (is_digit(peek(i)) || text_[i] == '+' || text_[i] == '.'))))
        ++i;
      if (i == at || text_.substr(i, 3) != "://") return at;
    }
    std::size_t end = at;
    while (end < text_.size() && !is_space(peek(end))) end = next(end);
    while (end > at + 1) {
      const auto last = code_point_before(text_, end);
      static constexpr std::u32string_view kTrail = U".,;:!?'\")]}\u2019\u201D>";
      if (kTrail.find(last) == std::u32string_view::npos) break;
      end = previous(text_, end);
    }
    return end;
  }

  std::size_t skip_mail_part(std::size_t at, bool with_plus) const {
    const auto limit = std::min(text_.size(), at + kLongestPart);
    while (at < limit) {
      const auto c = peek(at);
      if (!is_word(c) && !(with_plus && (c == '.' || c == '+'))) break;
      at = next(at);
    }
    return at;
  }

  std::size_t match_mail(std::size_t at) const {
    const auto limit = std::min(text_.size(), at + 256);
    std::size_t i = skip_mail_part(at, true);
    while (i > at && i < limit && text_[i] == '-') i = skip_mail_part(i + 1, true);
    if (i == at || i >= text_.size() || text_[i] != '@') return at;
    std::size_t end = at;
    std::size_t part = i + 1;
    bool dotted = false;
    while (true) {
      const auto stop = skip_mail_part(part, false);
      if (stop == part) break;
      if (dotted || stop > part + 1) end = stop;
      if (stop >= text_.size() || (text_[stop] != '.' && text_[stop] != '-')) break;
      dotted = text_[stop] == '.';
      part = stop + 1;
    }
    return end;
  }

  std::size_t match_abbreviation(std::size_t at) const {
    for (const auto match : {&WordSplitter::match_dotted, &WordSplitter::match_listed, &WordSplitter::match_joined,
                             &WordSplitter::match_initial, &WordSplitter::match_file}) {
      const auto end = (this->*match)(at);
      if (end != at) return end;
    }
    return at;
  }

  /// U.S., a.m., and Ph.D. with two letters before the first dot.
  std::size_t match_dotted(std::size_t at) const {
    std::size_t i = at;
    int pairs = 0;
    while (i < text_.size() && is_letter(peek(i)) && next(i) < text_.size() && text_[next(i)] == '.') {
      i = next(i) + 1;
      ++pairs;
    }
    if (pairs >= 2) {
      if (i < text_.size() && is_ascii_upper(peek(i))) {
        const auto dot = i + 1 < text_.size() && text_[i + 1] == '.' ? i + 2 : i + 1;
        if (!word_at(dot)) return dot;
        if (!word_at(i + 1)) return i + 1;
      }
      return i;
    }
    const bool without_dot = pairs == 1 && is_ascii_upper(peek(at)) && i < text_.size() && is_ascii_upper(peek(i)) && !word_at(i + 1);
    if (without_dot && (at == 0 || !is_word(code_point_before(text_, at)))) return i + 1;  // "U.S" for "U.S."
    const auto five = text_.substr(at, 5);
    if (five.size() == 5 && is_ascii_upper(peek(at)) && is_ascii_lower(peek(at + 1)) && five[2] == '.' && is_ascii_upper(peek(at + 3)) &&
        five[4] == '.')
      return at + 5;
    return at;
  }

  /// An abbreviation of the list with its dot.
  std::size_t match_listed(std::size_t at) const {
    std::size_t i = at;
    while (i < text_.size() && i < at + 12 && is_ascii_letter(peek(i))) ++i;
    if (i == at || i >= text_.size() || text_[i] != '.' || word_at(i + 1)) return at;
    const auto word = text_.substr(at, i - at);
    if (word == "No" || word == "no") {  // "No. 5", but "No."
      const auto number = text_.find_first_not_of(' ', i + 1);
      return number != std::string_view::npos && number > i + 1 && is_digit(peek(number)) ? i + 1 : at;
    }
    return is_abbreviation(word) ? i + 1 : at;
  }

  /// Lower-case words joined by dots: cnn.com, file.txt.
  std::size_t match_joined(std::size_t at) const {
    std::size_t end = at;
    std::size_t i = at;
    while (true) {
      const auto begin = i;
      while (i < text_.size() && is_ascii_lower(peek(i))) ++i;
      if (i == begin) break;
      if (begin != at && !word_at(i)) end = i;
      if (i >= text_.size() || text_[i] != '.') break;
      ++i;
    }
    return end;
  }

  /// Names of files and sites with capitals: Report_3.pdf, Newsfeed.Com.
  std::size_t match_file(std::size_t at) const {
    std::size_t i = at;
    while (i < at + 64 && word_at(i)) i = next(i);
    if (i == at || i >= text_.size() || text_[i] != '.') return at;
    std::size_t end = i + 1;
    while (end < text_.size() && end < i + 6 && is_ascii_letter(peek(end))) ++end;
    return !word_at(end) && is_file_suffix(lower(text_.substr(i + 1, end - i - 1))) ? end : at;
  }

  std::size_t match_initial(std::size_t at) const {
    if (!is_ascii_upper(peek(at)) || at + 1 >= text_.size() || text_[at + 1] != '.') return at;
    if (at > 0 && (is_word(code_point_before(text_, at)) || text_[at - 1] == '.')) return at;
    std::size_t i = at + 2;
    while (i < text_.size() && text_[i] == ' ') ++i;
    return i > at + 2 && i < text_.size() && !is_space(peek(i)) ? at + 2 : at;
  }

  std::size_t skip_digits(std::size_t at) const {
    while (at < text_.size() && is_digit(peek(at))) at = next(at);
    return at;
  }

  std::size_t match_number(std::size_t at) const {
    if (!is_digit(peek(at))) return at;
    for (const auto end_of : {grouped_digits_end, number_before_unit})
      if (const auto end = end_of(text_, at); end != at) return end;
    std::size_t i = skip_digits(at);
    while (i + 1 < text_.size() && i < at + kLongestPart && std::string_view(".,:/").find(text_[i]) != std::string_view::npos &&
           is_digit(peek(i + 1)))
      i = skip_digits(i + 1);
    for (const std::string_view ending : {"st", "nd", "rd", "th", "s"})
      if (text_.substr(i).starts_with(ending) && !word_at(i + ending.size())) return i + ending.size();
    return word_at(i) && i < at + kLongestPart ? at : i;
  }

  /// e-mail, anti-Russian, non-nuclear: prefixes that stay with their word.
  std::size_t match_prefix(std::size_t at) const {
    std::size_t i = at;
    while (i < text_.size() && i < at + 8 && is_ascii_letter(peek(i))) ++i;
    if (i == at || i >= text_.size() || text_[i] != '-' || !word_at(i + 1)) return at;
    if (at > 0 && is_word(code_point_before(text_, at))) return at;
    if (!is_joining_prefix(text_.substr(at, i - at))) return at;
    std::size_t end = i + 1;
    while (word_at(end)) end = next(end);
    return end;
  }

  std::size_t match_marks(std::size_t at) const {
    for (const auto end_of : {smiley_end, run_end, grouped_digits_end, shortened_end}) {
      const auto end = end_of(text_, at);
      if (end != at) return end;
    }
    return at;
  }

  std::size_t match_word(std::size_t at) const {
    if (!is_alphanumeric(peek(at))) return at;
    std::size_t i = next(at);
    while (i < text_.size()) {
      const auto c = peek(i);
      const bool inner =
          is_word(c) || is_mark(c) || (is_apostrophe(c) && is_letter(peek(next(i)))) || (c == '&' && is_ascii_upper(peek(i + 1)));
      if (!inner) break;
      i = next(i);
    }
    return i;
  }

  /// Splits clitics off a word and fused words in two.
  void add_word(std::size_t begin, std::size_t end) {
    if (end - begin > kLongestPart) {
      add(begin, end);
      return;
    }
    const auto folded = lower(text_.substr(begin, end - begin));
    if (const auto cut = fused_cut(folded); cut != 0) {
      add(begin, begin + cut);
      add(begin + cut, end);
      return;
    }
    const auto cut = begin + clitic_cut(text_.substr(begin, end - begin));
    if (cut == begin || cut == end) {
      add(begin, end);
      return;
    }
    add_word(begin, cut);
    add(cut, end);
  }

  std::string_view text_;
  std::vector<Span> words_;
};

}  // namespace

std::vector<Span> split_words(std::string_view sentence) { return WordSplitter(sentence).split(); }

}  // namespace entente
