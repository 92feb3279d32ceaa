// Mentions, entities and assertions of one document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/id.hpp"
#include "entente/base/span.hpp"

namespace entente {

enum class Modality : std::uint8_t { asserted, possible, negated };

std::string_view to_string(Modality modality);
/// Throws `InputError` for any other word than asserted, possible, negated.
Modality parse_modality(std::string_view word);

/// How a mention names its entity.
enum class MentionKind : std::uint8_t { name, nominal, pronoun };

/// Words of the text that stand for something; token indices are half open and inside one sentence.
struct Mention {
  Span span;
  std::uint32_t sentence = 0;
  std::uint32_t first_token = 0;
  std::uint32_t last_token = 0;  ///< one past the end
  std::uint32_t head_token = 0;
  MentionKind kind = MentionKind::name;
  std::string type;  ///< node type of the schema
  double confidence = 1;

  bool operator==(const Mention&) const = default;
};

struct LocalEntityTag;
using LocalEntityId = Id<LocalEntityTag>;

/// What the mentions of one document stand for, before documents are merged.
struct LocalEntity {
  std::string label;  ///< canonical name: the gazetteer's, else the fullest name in the document
  std::string type;
  std::string gazetteer_id;          ///< key of the gazetteer entry that it was linked to, empty if none
  std::string wikidata;              ///< "Q159", empty if unknown
  std::vector<std::string> aliases;  ///< names and nominals of this document, sorted, without the label and pronouns

  auto operator<=>(const LocalEntity&) const = default;
};

/// One statement of a relation in one place. Spans are Unicode code points of the source (see `Document::to_source`).
struct Assertion {
  LocalEntityId source;
  std::string relation;
  LocalEntityId target;
  Modality modality = Modality::asserted;
  LocalEntityId attributed_to;  ///< not valid: the author's own voice
  std::string time;             ///< ISO 8601 date or interval, empty if the text gives none
  Span sentence;
  Span source_mention;
  Span target_mention;
  Span trigger;               ///< empty if no word carries it
  std::string sentence_text;  ///< clean text of the sentence
  std::string source_text;
  std::string target_text;
  std::string trigger_text;
  double confidence = 1;  ///< probability that the assertion is right
  std::string by;         ///< rule or model that made it, e.g. "syntax:oppose/nsubj-obj", "model:english-1"

  auto operator<=>(const Assertion&) const = default;
};

}  // namespace entente
