// Which mentions a word of the tree stands for, directly or through the words that hang on it.
#pragma once

#include <cstdint>
#include <vector>

#include "entente/extract/candidate.hpp"
#include "entente/schema/schema.hpp"
#include "extract/lexicon/tree.hpp"

namespace entente {

/// A mention that fills a role; `certainty` falls with every step that leads to it.
struct Filler {
  std::uint32_t mention = 0;
  double certainty = 1;
};

class MentionMap {
 public:
  /// All must outlive the map.
  MentionMap(const Tree& tree, const SentenceMentions& mentions, const Schema& schema);

  /// The mentions whose head is this word.
  const std::vector<std::uint32_t>& at(Word word) const { return at_[word]; }
  /// The mentions that the word stands for: its own, those of its antecedent or apposition, or those on which a transparent noun hangs
  /// ("the government of X", "X's troops"). Of other nouns, those that own or specify them, with less certainty.
  std::vector<Filler> reach(Word word) const;

 private:
  void reach(Word word, double certainty, int steps, std::vector<Filler>& found) const;
  void reach_dependents(Word word, double certainty, int steps, std::vector<Filler>& found) const;

  const Tree& tree_;
  const Schema& schema_;
  std::vector<std::vector<std::uint32_t>> at_;
};

}  // namespace entente
