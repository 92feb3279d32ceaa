// Relations between two stretches of a text that are given, not found.
#pragma once

#include <string>
#include <vector>

#include "entente/base/span.hpp"
#include "entente/extract/document_reader.hpp"

namespace entente {

/// One relation between the given stretches.
struct PairRelation {
  std::string relation;
  bool reversed = false;  ///< from the second stretch to the first
  Modality modality = Modality::asserted;
  double confidence = 0;
  std::string trigger = {};  ///< lemma of the last word that carries it, empty if none
  bool to_come = false;      ///< announced or agreed, not done yet: "will visit", "agreed to release"

  bool operator==(const PairRelation&) const = default;
};

/// Reads pairs by one schema and one model; both must outlive it.
class PairReader {
 public:
  PairReader(const Schema& schema, const LanguageModel& model) : schema_(schema), model_(model), lexicon_(schema) {}

  /// All relations that the schema knows, scored between `first` and `second` (bytes of `text`), surest first: the chance that at least
  /// one of the model and the lexicon's frame is right.
  ///
  /// Empty if the stretches lie in different sentences or overlap no word.
  std::vector<PairRelation> read(const std::string& text, Span first, Span second) const;

 private:
  const Schema& schema_;
  const LanguageModel& model_;
  LexiconExtractor lexicon_;
};

}  // namespace entente
