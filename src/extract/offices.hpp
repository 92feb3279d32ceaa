// Offices that name no State: "President Arroyo" in a text about the Philippines leads the Philippines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/extract/candidate.hpp"
#include "entente/language/sentence.hpp"

namespace entente {

/// What names this rule in `Candidate::by`.
inline constexpr std::string_view kImpliedOffice = "syntax:office/implied";

/// Adds to the candidates of a sentence that named persons with an office of state ("President Arroyo", "Arroyo became president") lead
/// the State that `led` has for them, where the sentence does not say whose office it is. The office's words become a mention of it.
void add_implied_offices(const ParsedSentence& sentence, const std::string& text, const std::vector<LocalEntityId>& led,
                         SentenceMentions& mentions, std::vector<Candidate>& candidates);

}  // namespace entente
