#include "extract/longer_names.hpp"

#include <algorithm>

#include "extract/english_words.hpp"

namespace entente {

namespace {

constexpr double kSure = 0.5;

bool is_capital(std::string_view word) { return !word.empty() && word.front() >= 'A' && word.front() <= 'Z'; }

bool is_small(std::string_view word) { return word == "of" || word == "the" || word == "and" || word == "for" || word == "de"; }

/// Whether the words from `first` up to `last` are parts of a name: capitals and small words, no title or article at the end.
bool are_name_words(const ParsedSentence& sentence, const std::string& text, std::uint32_t first, std::uint32_t last) {
  const auto before = sentence.tokens[last - 1].span.of(text);
  if (!is_capital(before) || is_title_word(before) || is_determiner(before)) return false;
  for (auto i = first; i < last; ++i) {
    const auto word = sentence.tokens[i].span.of(text);
    const auto& upos = sentence.tokens[i].upos;
    const bool named = is_capital(word) && (upos == "PROPN" || (upos == "ADJ" && i > 0));
    if (!named && !is_small(word)) return false;
  }
  return true;
}

/// "Haydar" for "Haider al-Abadi", "J." for "Joe Biden"; not "Amrullah" for "Ali Abdullah Saleh".
bool may_be_first_name(std::string_view word, std::string_view name) {
  if (word.front() != name.front()) return false;
  const bool initial = word.size() == 1 || word[1] == '.';
  return initial || word.substr(0, 2) == name.substr(0, 2);
}

}  // namespace

void take_longer_name(const ParsedSentence& sentence, const std::string& text, const Schema& schema, DetectedMention& span,
                      std::vector<DetectedMention>& found) {
  const auto& own = span.mention;
  if (own.confidence < kSure) return;
  const auto shorter = std::find_if(found.begin(), found.end(), [&](const DetectedMention& known) {
    const auto& inner = known.mention;
    if (known.entry < 0 || known.is_demonym || inner.last_token != own.last_token || own.first_token >= inner.first_token) return false;
    const bool same_head = own.head_token == inner.head_token;
    const bool surname = own.type == "Person" && inner.type == "Person" && inner.first_token > 0;
    return (same_head || surname) && are_name_words(sentence, text, own.first_token, inner.first_token);
  });
  if (shorter == found.end()) return;
  const auto& entry = schema.gazetteer[static_cast<std::size_t>(shorter->entry)];
  const auto begin = shorter->mention.first_token;
  const auto is_owner = [&](const DetectedMention& other) {
    return other.entry >= 0 && other.mention.last_token == begin &&
           schema.gazetteer[static_cast<std::size_t>(other.entry)].id == entry.part_of;
  };
  if (std::any_of(found.begin(), found.end(), is_owner)) return;
  if (entry.type == "Person") {
    const auto first = sentence.tokens[own.first_token].span.of(text);
    if (entry.label.find(' ') != std::string::npos && may_be_first_name(first, entry.label)) span.entry = shorter->entry;
  }
  found.erase(shorter);
}

}  // namespace entente
