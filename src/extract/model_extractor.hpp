// The trained heads as an extractor.
#pragma once

#include <vector>

#include "entente/extract/candidate.hpp"
#include "entente/language/language_model.hpp"

namespace entente {

/// Relations that the model reads between the mentions of one sentence. Mentions that stand for nothing are left out.
std::vector<Candidate> extract_by_model(const EncodedDocument& document, std::uint32_t sentence, const SentenceMentions& mentions,
                                        const LanguageModel& model);

}  // namespace entente
