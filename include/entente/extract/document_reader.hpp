// From a document to its entities and assertions: analysis, mentions, resolution, both extractors, one list of assertions.
#pragma once

#include <vector>

#include "entente/base/diagnostics.hpp"
#include "entente/extract/assertion.hpp"
#include "entente/extract/confidence.hpp"
#include "entente/extract/lexicon_extractor.hpp"
#include "entente/language/language_model.hpp"
#include "entente/schema/gazetteer_matcher.hpp"
#include "entente/schema/schema.hpp"
#include "entente/text/document.hpp"

namespace entente {

/// How a document is read.
struct ReadingOptions {
  double min_confidence = 0;   ///< assertions below it are left out
  bool keep_unlikely = false;  ///< keep also what is below the confidence model's threshold
  bool use_model = true;       ///< read with the trained heads
  bool use_lexicon = true;     ///< read with the frames of the schema's lexicon
};

/// What a document says, with entities that take part in an assertion only. Sorted.
struct DocumentReading {
  std::vector<LocalEntity> entities;
  std::vector<Assertion> assertions;
  std::vector<ReadingSigns> signs;  ///< what speaks for each assertion
  std::size_t sentences = 0;
  std::size_t words = 0;
};

/// Reads documents by one schema and one model; immutable, callable from many threads.
class DocumentReader {
 public:
  /// `schema`, `model` and `confidence` must outlive the reader.
  DocumentReader(const Schema& schema, const LanguageModel& model, const ConfidenceModel& confidence, ReadingOptions options = {});

  DocumentReading read(const Document& document, Diagnostics& diagnostics) const;

 private:
  double confidence_of(const Assertion& assertion, const ReadingSigns& signs) const;

  const Schema& schema_;
  const LanguageModel& model_;
  const ConfidenceModel& confidence_;
  ReadingOptions options_;
  GazetteerMatcher gazetteer_;
  LexiconExtractor lexicon_;
};

}  // namespace entente
