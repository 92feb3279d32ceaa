#include "extract/names.hpp"

#include <algorithm>
#include <array>

#include "extract/english_words.hpp"

namespace entente {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_small_word(const std::string& word) {
  static constexpr std::array<std::string_view, 8> kSmall = {"of", "the", "and", "for", "in", "on", "to", "de"};
  return std::find(kSmall.begin(), kSmall.end(), word) != kSmall.end();
}

void drop_suffix(std::string& text, std::string_view suffix) {
  if (text.size() > suffix.size() && text.ends_with(suffix)) text.resize(text.size() - suffix.size());
}

bool is_roman(std::string_view word) { return word.find_first_not_of("IVX") == std::string_view::npos; }

/// "Joseph ESTRADA", "Haydar al-ABADI": surnames set in capitals, beside a first name that is not.
void lower_capital_surnames(std::vector<std::string>& words) {
  const auto has_lower = [](const std::string& word) {
    return std::any_of(word.begin() + 1, word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  };
  if (std::none_of(words.begin(), words.end(), has_lower)) return;
  for (auto& word : words) {
    for (std::size_t begin = 0; begin < word.size();) {
      auto end = begin;
      while (end < word.size() && is_upper(word[end])) ++end;
      const bool whole = (end == word.size() || !(word[end] >= 'a' && word[end] <= 'z'));
      if (end - begin >= 3 && whole && !is_roman(std::string_view(word).substr(begin, end - begin)))
        for (auto i = begin + 1; i < end; ++i) word[i] = static_cast<char>(word[i] - 'A' + 'a');
      begin = end + 1;
    }
  }
}

}  // namespace

std::vector<std::string> words_of_name(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : name) {
    if (is_space(c) || c == '-') {
      if (!words.back().empty()) words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string display_name(std::string_view text, bool is_person) {
  std::vector<std::string> words(1);
  for (const char c : text.substr(0, std::min(text.find('(', 1), text.size()))) {
    if (!is_space(c)) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  std::size_t first = 0;
  while (first + 1 < words.size() && is_determiner(words[first])) ++first;
  if (is_person)
    for (std::size_t i = first; i + 1 < words.size(); ++i)
      if (is_title_word(words[i])) first = i + 1;
  if (is_person) lower_capital_surnames(words);
  std::string name;
  for (auto i = first; i < words.size(); ++i) name += (name.empty() ? "" : " ") + words[i];
  for (const auto* mark : {"'s", "’s", "'", "’", ",", ";", ":"}) drop_suffix(name, mark);
  return name;
}

std::string fold_name(std::string_view name) {
  std::string text = to_lower(name);
  for (const std::string_view mark : {"’s", "'s", "’", "'", ".", "“", "”", "\"", "`"})
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) text.erase(at, mark.size());
  std::string folded;
  for (const auto& word : words_of_name(text)) {
    if (folded.empty() && is_determiner(word) && word != text) continue;
    folded += (folded.empty() ? "" : " ") + word;
  }
  return folded;
}

bool looks_like_acronym(std::string_view name) {
  const auto capitals = std::count_if(name.begin(), name.end(), is_upper);
  const auto others = std::count_if(name.begin(), name.end(), [](char c) { return !is_upper(c) && !is_digit(c) && c != '.' && c != '-'; });
  return capitals >= 2 && capitals <= 8 && others <= 1;
}

bool is_acronym_of(std::string_view letters, std::string_view name) {
  std::string wanted;
  for (const char c : letters)
    if (is_upper(c)) wanted += c;
  if (wanted.size() < 2) return false;
  std::string all;
  std::string large;
  for (const auto& word : words_of_name(name)) {
    const char initial = word.front() >= 'a' && word.front() <= 'z' ? static_cast<char>(word.front() - 'a' + 'A') : word.front();
    all += initial;
    if (!is_small_word(to_lower(word))) large += initial;
  }
  return all.size() >= 2 && (wanted == all || wanted == large);
}

}  // namespace entente
