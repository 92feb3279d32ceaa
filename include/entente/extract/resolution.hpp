// What the mentions of a document stand for: names, metonyms, offices, coreference.
#pragma once

#include <string>
#include <vector>

#include "entente/extract/assertion.hpp"
#include "entente/extract/mention_detection.hpp"
#include "entente/language/language_model.hpp"
#include "entente/schema/schema.hpp"

namespace entente {

/// The entities of one document and, for each mention, those that it stands for ("both sides": two; an unresolved "it": none).
struct Resolution {
  std::vector<LocalEntity> entities;
  std::vector<std::vector<LocalEntityId>> of_mention;
  std::vector<bool> named;         ///< for each entity whether it has a name, or only descriptions ("US forces")
  std::vector<LocalEntityId> led;  ///< for each entity the State that it leads by the gazetteer, else the document's own State, else none
};

/// Resolves every mention of a document. `speaker_hint` is the document's title, in which a speech names its State.
Resolution resolve_mentions(const EncodedDocument& document, const std::string& text, const std::string& speaker_hint,
                            const std::vector<DetectedMention>& mentions, const LanguageModel& model, const Schema& schema);

}  // namespace entente
