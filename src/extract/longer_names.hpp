// Names that are longer than what the gazetteer knows of them.
#pragma once

#include <string>
#include <vector>

#include "entente/extract/mention_detection.hpp"

namespace entente {

/// Where a sure span of the model ends with a shorter name of the gazetteer, takes the shorter one out of `found`: "Haydar al-Abadi" is
/// the gazetteer's al-Abadi and gets its entry; "Melania Trump" and "United States National Security Council" are somebody else than Trump
/// and the Security Council and get none. "CIA" behind the name of its own State stays as it is.
void take_longer_name(const ParsedSentence& sentence, const std::string& text, const Schema& schema, DetectedMention& span,
                      std::vector<DetectedMention>& found);

}  // namespace entente
