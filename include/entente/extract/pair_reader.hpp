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

  bool operator==(const PairRelation&) const = default;
};

/// All relations that schema and model know, scored between `first` and `second` (bytes of `text`), surest first.
///
/// Empty if the stretches lie in different sentences or overlap no word.
std::vector<PairRelation> read_pair(const std::string& text, Span first, Span second, const LanguageModel& model, const Schema& schema);

}  // namespace entente
