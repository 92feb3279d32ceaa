#include "extract/capitals.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/english_words.hpp"

namespace entente {

namespace {

using namespace std::string_view_literals;

constexpr std::array kSettlements = {"capital"sv, "city"sv, "town"sv, "port"sv, "metropolis"sv};
constexpr std::array kOfPlaces = {"city"sv,    "town"sv,  "capital"sv, "port"sv,    "harbor"sv,  "harbour"sv,  "suburb"sv, "outskirt"sv,
                                  "street"sv,  "siege"sv, "fall"sv,    "battle"sv,  "streets"sv, "district"sv, "center"sv, "centre"sv,
                                  "airport"sv, "mayor"sv, "bombing"sv, "capture"sv, "north"sv,   "south"sv,    "east"sv,   "west"sv};
constexpr std::array kPlaceNouns = {"airport"sv, "street"sv, "suburb"sv,     "port"sv,  "metro"sv,  "university"sv,
                                    "hotel"sv,   "summit"sv, "conference"sv, "mayor"sv, "bureau"sv, "square"sv};
constexpr std::array kTakings = {"capture"sv, "seize"sv, "besiege"sv, "enter"sv, "reach"sv,
                                 "retake"sv,  "storm"sv, "overrun"sv, "shell"sv, "bomb"sv};

template <class List>
bool has(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_place_phrase(const ParsedSentence& sentence, const std::string& text, std::uint32_t word) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) {
    return token.head == word + 1 && token.deprel == "case" && is_place_preposition(token.span.of(text));
  });
}

}  // namespace

bool is_capital_as_place(const ParsedSentence& sentence, const std::string& text, std::uint32_t word, const std::string& state) {
  const auto& tokens = sentence.tokens;
  if (is_place_phrase(sentence, text, word)) return true;
  if (word > 0 && is_place_preposition(tokens[word - 1].span.of(text))) return true;
  const auto& own = tokens[word];
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].head != word + 1) continue;
    if (tokens[i].deprel == "appos" && (has(kSettlements, tokens[i].lemma) || tokens[i].span.of(text) == state)) return true;
    if (tokens[i].deprel.starts_with("nmod") && (tokens[i].span.of(text) == state || is_place_phrase(sentence, text, i))) return true;
  }
  if (own.head == 0) return false;
  const auto& head = tokens[own.head - 1];
  if (own.deprel == "appos") return has(kSettlements, head.lemma);
  if (own.deprel == "nmod") return has(kOfPlaces, head.lemma);
  if (own.deprel == "compound") return has(kPlaceNouns, head.lemma) || has(kSettlements, head.lemma);
  return (own.deprel == "obj" || own.deprel == "nsubj:pass") && has(kTakings, head.lemma);
}

}  // namespace entente
