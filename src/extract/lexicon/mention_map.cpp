#include "extract/lexicon/mention_map.hpp"

#include <algorithm>

namespace entente {

namespace {

// The word of the mention whose head lies outside of it.
Word top_word(const Tree& tree, const Mention& mention) {
  for (Word w = mention.first_token; w < mention.last_token && w < tree.size(); ++w) {
    const auto head = tree.head(w);
    const bool outside = head == kNoWord || head < mention.first_token || head >= mention.last_token;
    if (outside && tree.token(w).upos != "PUNCT" && !tree.is_any(w, {"case", "punct", "cc", "det"})) return w;
  }
  return std::min<Word>(mention.head_token, static_cast<Word>(tree.size()) - 1);
}

}  // namespace

MentionMap::MentionMap(const Tree& tree, const SentenceMentions& mentions, const Schema& schema)
    : tree_(tree), schema_(schema), at_(tree.size()) {
  for (std::uint32_t i = 0; i < mentions.mentions.size(); ++i) {
    const auto& mention = mentions.mentions[i];
    if (mention.first_token >= mention.last_token || mention.last_token > tree.size()) continue;
    at_[top_word(tree, mention)].push_back(i);
  }
  // Of several mentions with one head the widest stands for the word.
  for (auto& here : at_)
    std::stable_sort(here.begin(), here.end(), [&](std::uint32_t a, std::uint32_t b) {
      const auto width = [&](std::uint32_t i) { return mentions.mentions[i].last_token - mentions.mentions[i].first_token; };
      return width(a) > width(b);
    });
}

std::vector<Filler> MentionMap::reach(Word word) const {
  std::vector<Filler> found;
  reach(word, 1, 3, found);
  return found;
}

void MentionMap::reach(Word word, double certainty, int steps, std::vector<Filler>& found) const {
  const auto antecedent = tree_.antecedent(word);
  if (antecedent != word) {
    reach(antecedent, certainty * 0.95, steps, found);
    if (!found.empty()) return;
  }
  if (!at_[word].empty()) {
    found.push_back({at_[word].front(), certainty});
    return;
  }
  if (steps == 0 || tree_.is_verb(word)) return;
  for (const auto c : tree_.children(word))
    if (tree_.is(c, "appos") && !at_[c].empty()) {
      found.push_back({at_[c].front(), certainty * 0.95});
      return;
    }
  if (tree_.is(word, "appos") && !at_[tree_.head(word)].empty()) {
    found.push_back({at_[tree_.head(word)].front(), certainty * 0.9});
    return;
  }
  if (tree_.is(word, "flat") || tree_.is(word, "compound")) {
    if (!at_[tree_.head(word)].empty()) found.push_back({at_[tree_.head(word)].front(), certainty * 0.8});
    return;
  }
  reach_dependents(word, certainty, steps, found);
}

void MentionMap::reach_dependents(Word word, double certainty, int steps, std::vector<Filler>& found) const {
  const bool transparent = schema_.in_class("transparent", tree_.lemma(word));
  const double next = certainty * (transparent ? 0.95 : 0.6);
  // "some of the ships of X": what is counted or owned; then owners; then what specifies.
  const auto follow = [&](Word c) {
    for (const auto member : tree_.coordinated(c)) reach(member, next, steps - 1, found);
  };
  for (const auto c : tree_.children(word))
    if (tree_.is(c, "nmod") && !tree_.is(c, "nmod:poss") && !tree_.is(c, "nmod:desc")) {
      const auto marker = tree_.marker(c);
      const bool example = marker == "like" || marker == "such as" || marker == "including";
      if (marker == "of" || example || (transparent && (marker == "from" || marker == "in"))) follow(c);
    }
  if (!found.empty()) return;
  for (const auto label : {"nmod:poss", "compound", "amod", "nmod:desc", "nmod:unmarked", "flat"}) {
    for (const auto c : tree_.children(word))
      if (tree_.is(c, label) && !tree_.is_verb(c)) follow(c);
    if (!found.empty()) return;
  }
}

}  // namespace entente
