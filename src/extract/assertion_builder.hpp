// From candidates about mentions to assertions about entities.
#pragma once

#include <string>
#include <vector>

#include "entente/extract/candidate.hpp"
#include "entente/extract/confidence.hpp"
#include "entente/extract/time_expression.hpp"
#include "entente/language/sentence.hpp"
#include "entente/schema/schema.hpp"
#include "entente/text/document.hpp"

namespace entente {

/// An assertion with what speaks for it.
struct SignedAssertion {
  Assertion assertion;
  ReadingSigns signs;
};

/// Turns the candidates of one sentence into assertions: crosses the entities of plural mentions, applies domain and range, stores
/// symmetric relations once, and keeps one assertion of each (source, relation, target), the surest, naming all that found it.
std::vector<SignedAssertion> build_assertions(const Document& document, const ParsedSentence& sentence, const SentenceMentions& mentions,
                                              const std::vector<Candidate>& candidates, const std::vector<LocalEntity>& entities,
                                              const Schema& schema);

}  // namespace entente
