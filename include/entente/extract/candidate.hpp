// A relation read between two mentions of one sentence, before it becomes an assertion about entities.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/extract/assertion.hpp"

namespace entente {

/// What an extractor found. `source` and `target` index the mentions of the sentence that the extractor was given; so does `speaker`,
/// and from their number on it indexes the speakers.
struct Candidate {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  std::string relation;
  Modality modality = Modality::asserted;
  std::int32_t speaker = -1;        ///< whose claim it is; -1: the author's own voice
  std::uint32_t first_trigger = 0;  ///< trigger words [first, last) of the sentence; equal if no word carries the relation
  std::uint32_t last_trigger = 0;
  double confidence = 0;
  std::string by;  ///< rule or model, e.g. "syntax:oppose/nsubj-obj"

  auto operator<=>(const Candidate&) const = default;
};

/// The mentions of one sentence with what they stand for: "both sides" stands for two entities, an unresolved pronoun for none.
struct SentenceMentions {
  std::vector<Mention> mentions;
  std::vector<std::vector<LocalEntityId>> entities;  ///< one list a mention
  std::vector<Mention> speakers;                     ///< of sentences shortly before: only who may be speaking here
  std::vector<LocalEntityId> speaker_entities;       ///< one a speaker
};

}  // namespace entente
