// How well an analysis agrees with a treebank, by the rules of the CoNLL 2018 shared task.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "entente/language/treebank.hpp"

namespace entente {

/// Counts behind precision, recall and F1.
struct Agreement {
  std::size_t gold = 0;
  std::size_t system = 0;
  std::size_t correct = 0;

  double precision() const;
  double recall() const;
  double f1() const;
  bool operator==(const Agreement&) const = default;
};

/// All scores of one comparison.
struct TreebankScore {
  Agreement tokens;
  Agreement sentences;
  Agreement words;
  Agreement upos;
  Agreement xpos;
  Agreement lemmas;
  Agreement lemmas_any_case;
  Agreement unlabelled;
  Agreement labelled;                       ///< labels without subtypes, as in the shared task
  Agreement labelled_full;                  ///< labels with subtypes
  std::map<std::string, Agreement> labels;  ///< by full label; correct if head and label are
};

/// Aligns the words of both by the characters of the text (white space aside) and counts what agrees. A multiword token's words are
/// aligned by the longest common subsequence of their forms. Source: conll18_ud_eval.py of the shared task.
///
/// Throws `InputError` if the two do not have the same characters.
TreebankScore score_treebank(const std::vector<AnnotatedSentence>& gold, const std::vector<AnnotatedSentence>& system);

/// A table of the scores in per cent; `labels` adds one row a label.
std::string to_text(const TreebankScore& score, bool labels);

}  // namespace entente
