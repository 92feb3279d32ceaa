#include "entente/extract/document_reader.hpp"

#include <algorithm>

#include "entente/extract/mention_detection.hpp"
#include "entente/extract/resolution.hpp"
#include "entente/text/sentences.hpp"
#include "extract/assertion_builder.hpp"
#include "extract/model_extractor.hpp"

namespace entente {

namespace {

/// Renumbers entities so that only those that assertions speak of remain, sorted.
void drop_unused_entities(DocumentReading& reading) {
  std::vector<bool> used(reading.entities.size());
  for (const auto& assertion : reading.assertions) {
    used[assertion.source.value] = used[assertion.target.value] = true;
    if (assertion.attributed_to.valid()) used[assertion.attributed_to.value] = true;
  }
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < used.size(); ++i)
    if (used[i]) order.push_back(i);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return reading.entities[a] < reading.entities[b]; });
  std::vector<LocalEntityId> renamed(used.size());
  std::vector<LocalEntity> kept;
  for (const auto old : order) {
    renamed[old] = {static_cast<std::uint32_t>(kept.size())};
    kept.push_back(std::move(reading.entities[old]));
  }
  for (auto& assertion : reading.assertions) {
    assertion.source = renamed[assertion.source.value];
    assertion.target = renamed[assertion.target.value];
    if (assertion.attributed_to.valid()) assertion.attributed_to = renamed[assertion.attributed_to.value];
  }
  reading.entities = std::move(kept);
  std::sort(reading.assertions.begin(), reading.assertions.end());
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

DocumentReader::DocumentReader(const Schema& schema, const LanguageModel& model, ReadingOptions options)
    : schema_(schema), model_(model), options_(options), gazetteer_(schema), lexicon_(schema) {}

DocumentReading DocumentReader::read(const Document& document, Diagnostics& diagnostics) const {
  DocumentReading reading;
  if (!document.language.empty() && document.language != "en") {
    diagnostics.add({document.id, "its language is " + document.language + ", only English is read", true});
    return reading;
  }
  const auto encoded = model_.analyse(document.text, split_sentences(document));
  const auto mentions = detect_mentions(encoded, document.text, model_, gazetteer_, schema_);
  auto resolution = resolve_mentions(encoded, document.text, document.title, mentions, model_, schema_);
  const auto grouped = by_sentence(encoded, mentions, resolution);
  for (std::uint32_t i = 0; i < encoded.sentences.size(); ++i) {
    const auto& sentence = encoded.sentences[i];
    reading.words += sentence.tokens.size();
    if (grouped[i].mentions.size() < 2) continue;
    std::vector<Candidate> candidates;
    if (options_.use_model) candidates = extract_by_model(encoded, i, grouped[i], model_);
    if (options_.use_lexicon) {
      auto more = lexicon_.extract(sentence, document.text, grouped[i]);
      std::move(more.begin(), more.end(), std::back_inserter(candidates));
    }
    for (auto& assertion : build_assertions(document, sentence, grouped[i], candidates, resolution.entities, schema_))
      if (assertion.confidence >= options_.min_confidence) reading.assertions.push_back(std::move(assertion));
  }
  reading.sentences = encoded.sentences.size();
  reading.entities = std::move(resolution.entities);
  drop_unused_entities(reading);
  return reading;
}

}  // namespace entente
