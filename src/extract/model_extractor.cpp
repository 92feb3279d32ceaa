#include "extract/model_extractor.hpp"

#include <algorithm>

namespace entente {

namespace {

// How far below its threshold a relation is still a candidate: other signs may speak for it.
constexpr float kSlack = -1.5F;

std::uint32_t type_index(const std::vector<std::string>& types, const std::string& type) {
  const auto found = std::find(types.begin(), types.end(), type);
  return found == types.end() ? 0 : static_cast<std::uint32_t>(found - types.begin());
}

Modality likeliest(const float (&probabilities)[3]) {
  const auto best = std::max_element(std::begin(probabilities), std::end(probabilities)) - std::begin(probabilities);
  return static_cast<Modality>(best);
}

}  // namespace

std::vector<Candidate> extract_by_model(const EncodedDocument& document, std::uint32_t sentence, const SentenceMentions& mentions,
                                        const LanguageModel& model) {
  std::vector<TypedRange> ranges;
  std::vector<std::uint32_t> index;
  for (std::uint32_t i = 0; i < mentions.mentions.size(); ++i) {
    if (mentions.entities[i].empty()) continue;
    const auto& mention = mentions.mentions[i];
    ranges.push_back({{sentence, mention.first_token, mention.last_token}, type_index(model.types(), mention.type)});
    index.push_back(i);
  }
  std::vector<Candidate> found;
  if (ranges.size() < 2) return found;
  std::vector<WordRange> speakers;
  for (std::uint32_t i = 0; i < mentions.speakers.size(); ++i) {
    const auto& mention = mentions.speakers[i];
    speakers.push_back({mention.sentence, mention.first_token, mention.last_token});
    index.push_back(static_cast<std::uint32_t>(mentions.mentions.size()) + i);
  }
  for (const auto& scored : model.relations(document, sentence, ranges, speakers, kSlack)) {
    Candidate candidate;
    candidate.source = index[scored.source];
    candidate.target = index[scored.target];
    candidate.relation = model.relations()[scored.relation];
    candidate.modality = likeliest(scored.modality);
    if (scored.speaker >= 0) candidate.speaker = static_cast<std::int32_t>(index[static_cast<std::size_t>(scored.speaker)]);
    candidate.first_trigger = scored.trigger.first;
    candidate.last_trigger = scored.trigger.last;
    candidate.confidence = static_cast<double>(scored.probability);
    candidate.by = model.name();
    found.push_back(std::move(candidate));
  }
  return found;
}

}  // namespace entente
