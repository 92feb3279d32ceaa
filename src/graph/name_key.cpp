#include "graph/name_key.hpp"

#include <algorithm>
#include <array>

#include "entente/base/fold.hpp"
#include "entente/base/unicode.hpp"
#include "graph/name_words.hpp"

namespace entente {

namespace {

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// `label` without a bracketed addition at its end, unless nothing else would be left.
std::string_view without_brackets(std::string_view label) {
  if (!label.ends_with(')')) return label;
  const auto open = label.rfind('(');
  if (open == std::string_view::npos || label.find_first_not_of(" \t(") >= open) return label;
  return label.substr(0, open);
}

/// Appends the words of folded text, split at everything that is no letter, digit, mark, apostrophe, dot or plus sign.
std::vector<std::string> raw_words(std::string_view folded) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < folded.size(); i += sequence_length(folded[i])) {
    const auto c = code_point_at(folded, i);
    if (c == U'’' || c == U'‘' || c == '\'') {
      words.back() += '\'';
    } else if (c == '.') {
      words.back() += '.';
    } else if (is_alphanumeric(c) || is_mark(c) || c == '+') {
      words.back() += folded.substr(i, sequence_length(folded[i]));
    } else if (c == '&') {
      words.emplace_back("and");
      words.emplace_back();
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  return words;
}

/// "japan's" → "japan", "u.s." → "us", "o'brien" → "obrien"; a number keeps its point: "2.0".
std::string bare_word(std::string word) {
  if (word.ends_with("'s")) word.erase(word.size() - 2);
  std::string bare;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    const bool decimal = c == '.' && i > 0 && i + 1 < word.size() && is_ascii_digit(word[i - 1]) && is_ascii_digit(word[i + 1]);
    if (c == '\'' || (c == '.' && !decimal)) continue;
    bare += c;
  }
  return bare;
}

bool is_article(std::string_view word) { return word == "the" || word == "a" || word == "an"; }

std::string singular(const std::string& word) {
  if (word.size() <= 3 || !word.ends_with('s')) return word;
  if (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")) return word;
  if (word.ends_with("ies") && word.size() > 4) return word.substr(0, word.size() - 3) + "y";
  return word.substr(0, word.size() - 1);
}

bool keeps_its_s(std::string_view type) {
  constexpr std::array<std::string_view, 4> names = {"State", "Territory", "Organization", "Person"};
  return std::find(names.begin(), names.end(), type) != names.end();
}

std::string american(const std::string& word) {
  const auto spelling = british_spellings().find(word);
  if (spelling != british_spellings().end()) return spelling->second;
  const auto at = word.find("isation");
  return at != std::string::npos && at > 2 ? std::string(word).replace(at, 7, "ization") : word;
}

}  // namespace

std::vector<std::string> name_words(std::string_view label) {
  std::vector<std::string> words;
  for (auto& word : raw_words(fold(without_brackets(label)))) {
    auto bare = bare_word(std::move(word));
    if (!bare.empty()) words.push_back(std::move(bare));
  }
  if (words.size() > 1 && is_article(words.front())) words.erase(words.begin());
  return words;
}

std::string name_key(std::string_view label, std::string_view type) {
  const auto words = name_words(label);
  std::string key;
  for (const auto& word : words) {
    const bool plural_counts = type == "Person" || (words.size() == 1 && keeps_its_s(type));
    const auto part = american(plural_counts ? word : singular(word));
    if (!key.empty() && is_ascii_digit(key.back()) && is_ascii_digit(part.front())) key += ' ';
    key += part;
  }
  return key;
}

bool is_generic(std::string_view label) {
  const auto words = name_words(label);
  if (words.empty()) return false;
  const auto generic = [](const std::string& word) { return generic_words().contains(word) || small_words().contains(word); };
  return std::all_of(words.begin(), words.end(), generic) || (!is_proper(label) && lower(label) == label);
}

bool is_proper(std::string_view label) {
  bool any = false;
  std::size_t at = 0;
  while (at < label.size()) {
    const auto end = std::min(label.find(' ', at), label.size());
    const auto word = label.substr(at, end - at);
    at = end + 1;
    if (word.empty() || small_words().contains(std::string(word)) || is_article(lower(word))) continue;
    const auto first = code_point_at(word, 0);
    if (is_lower(first)) return false;
    any = any || is_upper(first) || is_digit(first);
  }
  return any;
}

std::string as_acronym(std::string_view label) {
  std::string letters;
  for (const char c : label) {
    if (c == '.') continue;
    if (c < 'A' || c > 'Z') return {};
    letters += static_cast<char>(c - 'A' + 'a');
  }
  return letters.size() >= 2 && letters.size() <= 8 ? letters : std::string{};
}

std::vector<std::string> acronyms_of(std::string_view label) {
  const auto words = name_words(label);
  std::string all, content;
  for (const auto& word : words) {
    const auto initial = word.substr(0, sequence_length(word.front()));
    all += initial;
    if (!small_words().contains(word)) content += initial;
  }
  std::vector<std::string> acronyms;
  if (words.size() > 1) acronyms = {content};
  if (words.size() > 1 && all != content) acronyms.push_back(all);
  std::erase_if(acronyms, [](const std::string& a) { return a.size() < 2; });
  return acronyms;
}

PersonName person_name(std::string_view label) {
  auto words = name_words(label);
  const auto bare = words;
  std::erase_if(words, [](const std::string& word) { return title_words().contains(word); });
  if (words.empty()) words = bare;
  PersonName name;
  if (words.empty()) return name;
  name.family = std::move(words.back());
  words.pop_back();
  name.given = std::move(words);
  return name;
}

std::string loose(std::string_view word) {
  std::string result;
  for (const char c : word) {
    const char same = c == 'y' || c == 'j' ? 'i' : c == 'w' ? 'v' : c;
    if (result.empty() || result.back() != same) result += same;
  }
  return result;
}

bool is_family_first(std::string_view word) { return family_first_words().contains(std::string(word)); }

}  // namespace entente
