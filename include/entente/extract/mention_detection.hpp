// Finding the words of a document that stand for something: the gazetteer's names and the model's spans together.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/extract/assertion.hpp"
#include "entente/language/language_model.hpp"
#include "entente/schema/gazetteer_matcher.hpp"
#include "entente/schema/schema.hpp"

namespace entente {

/// A mention with the gazetteer entry that its name belongs to.
struct DetectedMention {
  Mention mention;
  std::int32_t entry = -1;  ///< index into `Schema::gazetteer`, -1 if the gazetteer does not know the name
  bool is_place = false;    ///< a capital or seat of government that is meant as a place here ("in Tokyo")
  bool is_demonym = false;  ///< "Russian", "Russians"
};

/// The mentions of a document in text order; nested ones are kept, crossing ones are not.
std::vector<DetectedMention> detect_mentions(const EncodedDocument& document, const std::string& text, const LanguageModel& model,
                                             const GazetteerMatcher& gazetteer, const Schema& schema);

}  // namespace entente
