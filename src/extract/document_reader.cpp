#include "entente/extract/document_reader.hpp"

#include <algorithm>

#include "entente/extract/mention_detection.hpp"
#include "entente/extract/resolution.hpp"
#include "entente/text/sentences.hpp"
#include "extract/assertion_builder.hpp"
#include "extract/consistency.hpp"
#include "extract/model_extractor.hpp"
#include "extract/offices.hpp"

namespace entente {

namespace {

/// Renumbers entities so that only those that assertions speak of remain, and sorts both.
void drop_unused_entities(std::vector<LocalEntity>& entities, std::vector<SignedAssertion>& assertions) {
  std::vector<bool> used(entities.size());
  for (const auto& [assertion, signs] : assertions) {
    used[assertion.source.value] = used[assertion.target.value] = true;
    if (assertion.attributed_to.valid()) used[assertion.attributed_to.value] = true;
  }
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < used.size(); ++i)
    if (used[i]) order.push_back(i);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return entities[a] < entities[b]; });
  std::vector<LocalEntityId> renamed(used.size());
  std::vector<LocalEntity> kept;
  for (const auto old : order) {
    renamed[old] = {static_cast<std::uint32_t>(kept.size())};
    kept.push_back(std::move(entities[old]));
  }
  for (auto& [assertion, signs] : assertions) {
    assertion.source = renamed[assertion.source.value];
    assertion.target = renamed[assertion.target.value];
    if (assertion.attributed_to.valid()) assertion.attributed_to = renamed[assertion.attributed_to.value];
  }
  entities = std::move(kept);
  std::sort(assertions.begin(), assertions.end(), [](const auto& a, const auto& b) { return a.assertion < b.assertion; });
}

bool can_speak(const std::string& type) { return type == "Person" || type == "State" || type == "Organization" || type == "Group"; }

/// Adds to each sentence who was named in the sentences before it in its window: "he added" needs no name.
void add_speakers(const EncodedDocument& document, std::vector<SentenceMentions>& sentences) {
  for (std::size_t i = 0; i < sentences.size(); ++i)
    for (std::size_t j = i; j-- > 0 && i - j <= 3 && document.window[j] == document.window[i];)
      for (std::size_t k = 0; k < sentences[j].mentions.size(); ++k) {
        if (sentences[j].entities[k].size() != 1 || !can_speak(sentences[j].mentions[k].type)) continue;
        sentences[i].speakers.push_back(sentences[j].mentions[k]);
        sentences[i].speaker_entities.push_back(sentences[j].entities[k].front());
      }
}

std::vector<SentenceMentions> by_sentence(const EncodedDocument& document, const std::vector<DetectedMention>& mentions,
                                          const Resolution& resolution) {
  std::vector<SentenceMentions> all(document.sentences.size());
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    auto& own = all[mentions[i].mention.sentence];
    own.mentions.push_back(mentions[i].mention);
    const auto& entities = resolution.of_mention[i];
    own.entities.push_back(entities);
    if (!entities.empty()) own.mentions.back().type = resolution.entities[entities.front().value].type;
  }
  add_speakers(document, all);
  return all;
}

}  // namespace

DocumentReader::DocumentReader(const Schema& schema, const LanguageModel& model, const ConfidenceModel& confidence, ReadingOptions options)
    : schema_(schema), model_(model), confidence_(confidence), options_(options), gazetteer_(schema), lexicon_(schema) {}

DocumentReading DocumentReader::read(const Document& document, Diagnostics& diagnostics) const {
  DocumentReading reading;
  if (!document.language.empty() && document.language != "en") {
    diagnostics.add({document.id, "its language is " + document.language + ", only English is read", true});
    return reading;
  }
  const auto encoded = model_.analyse(document.text, split_sentences(document));
  const auto mentions = detect_mentions(encoded, document.text, model_, gazetteer_, schema_);
  auto resolution = resolve_mentions(encoded, document.text, document.title, mentions, model_, schema_);
  auto grouped = by_sentence(encoded, mentions, resolution);
  std::vector<SignedAssertion> kept;
  for (std::uint32_t i = 0; i < encoded.sentences.size(); ++i) {
    const auto& sentence = encoded.sentences[i];
    reading.words += sentence.tokens.size();
    if (grouped[i].mentions.empty()) continue;
    std::vector<Candidate> candidates;
    if (options_.use_model) {
      candidates = extract_by_model(encoded, i, grouped[i], model_);
      lexicon_.attribute(sentence, document.text, grouped[i], candidates);
    }
    if (options_.use_lexicon) {
      auto more = lexicon_.extract(sentence, document.text, grouped[i]);
      std::move(more.begin(), more.end(), std::back_inserter(candidates));
      add_implied_offices(sentence, document.text, resolution.led, grouped[i], candidates);
    }
    for (auto& [assertion, signs] : build_assertions(document, sentence, grouped[i], candidates, resolution.entities, schema_)) {
      assertion.confidence = confidence_of(assertion, signs);
      const bool likely = options_.keep_unlikely || assertion.confidence >= confidence_.threshold();
      if (likely && assertion.confidence >= options_.min_confidence) kept.push_back({std::move(assertion), signs});
    }
  }
  reading.sentences = encoded.sentences.size();
  reading.entities = std::move(resolution.entities);
  if (!options_.keep_unlikely) {
    drop_contradictions(kept, reading.entities, schema_);
    drop_lone_descriptions(kept, resolution.named);
  }
  drop_unused_entities(reading.entities, kept);
  for (auto& [assertion, signs] : kept) {
    reading.assertions.push_back(std::move(assertion));
    reading.signs.push_back(signs);
  }
  return reading;
}

/// Relations that the model was not trained on rest on the lexicon alone.
double DocumentReader::confidence_of(const Assertion& assertion, const ReadingSigns& signs) const {
  const auto& known = model_.relations();
  if (std::find(known.begin(), known.end(), assertion.relation) != known.end()) return confidence_(signs);
  return std::max(signs.lexicon, confidence_.threshold());
}

}  // namespace entente
