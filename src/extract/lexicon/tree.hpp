// A dependency tree with its children at hand, and the questions that frames ask of it. Words count from 0.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "entente/language/sentence.hpp"

namespace entente {

using Word = std::uint32_t;
constexpr Word kNoWord = 0xFFFFFFFF;

class Tree {
 public:
  /// `sentence` and the text must outlive the tree. A lemma that is not `known` gives way to a known one that the form may belong to.
  Tree(const ParsedSentence& sentence, std::string_view document_text, const std::unordered_set<std::string>& known = {});

  std::size_t size() const { return sentence_.tokens.size(); }
  const Token& token(Word word) const { return sentence_.tokens[word]; }
  /// kNoWord for the root.
  Word head(Word word) const { return token(word).head == 0 ? kNoWord : token(word).head - 1; }
  const std::vector<Word>& children(Word word) const { return children_[word]; }
  /// Lemma in lower case; verbs with a particle child as "carry out".
  const std::string& lemma(Word word) const { return lemmas_[word]; }
  std::string_view form(Word word) const { return token(word).span.of(text_); }

  /// The first word of the phrase of which this is the head.
  Word phrase_start(Word word) const;
  /// The phrase that starts right after `word` with this preposition, by its head; kNoWord if none. Mends trees that hang it elsewhere.
  Word adjacent_phrase(Word word, std::string_view preposition) const;

  /// The relation to the head, with subtype.
  const std::string& label(Word word) const { return token(word).deprel; }
  /// Whether the relation is `label` or a subtype of it.
  bool is(Word word, std::string_view label) const;
  bool is_any(Word word, std::initializer_list<std::string_view> labels) const;
  /// The first child with that relation, kNoWord if none.
  Word child(Word word, std::string_view label) const;
  std::vector<Word> children(Word word, std::string_view label) const;

  /// The preposition of a nominal or the mark of a clause: "in", "because of"; empty if none.
  std::string marker(Word word) const;
  /// The word and all that is coordinated with it.
  std::vector<Word> coordinated(Word word) const;
  /// The first of a coordination.
  Word first_conjunct(Word word) const;

  bool is_verb(Word word) const { return token(word).upos == "VERB" || token(word).upos == "AUX"; }
  bool is_noun(Word word) const { return token(word).upos == "NOUN" || token(word).upos == "PROPN"; }
  bool has_feature(Word word, std::string_view feature) const { return token(word).feats.find(feature) != std::string::npos; }
  /// A passive clause or a past participle that modifies its object.
  bool is_passive(Word word) const;
  /// The noun that a relative pronoun stands for, else the word itself.
  Word antecedent(Word word) const;
  /// Whether a negation stands on the word: "not", "never", "no", "without" as its marker.
  bool is_negated(Word word) const;

 private:
  std::string mended_lemma(Word word, const std::unordered_set<std::string>& known) const;

  const ParsedSentence& sentence_;
  std::string_view text_;
  std::vector<std::vector<Word>> children_;
  std::vector<std::string> lemmas_;
};

}  // namespace entente
