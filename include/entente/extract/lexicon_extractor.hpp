// Reads relations off dependency trees by the frames of the schema: the transparent extractor, which needs no training.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "entente/extract/candidate.hpp"
#include "entente/language/sentence.hpp"
#include "entente/schema/schema.hpp"

namespace entente {

/// Immutable after construction; usable from many threads.
class LexiconExtractor {
 public:
  /// `schema` must outlive the extractor.
  explicit LexiconExtractor(const Schema& schema);
  ~LexiconExtractor();
  LexiconExtractor(LexiconExtractor&& other) noexcept;
  LexiconExtractor& operator=(LexiconExtractor&& other) noexcept;

  /// The relations that the sentence's words express between its mentions, sorted, each (source, relation, target) once.
  ///
  /// Node types of the mentions are held against the relations' domain and range. A symmetric relation inside one mention that stands
  /// for several entities ("both sides met") has that mention as source and target. `by` is "syntax:LEMMA/ROLE-ROLE".
  std::vector<Candidate> extract(const ParsedSentence& sentence, std::string_view document_text, const SentenceMentions& mentions) const;

  /// Says whose claim each candidate is that has a trigger and no speaker yet, where the trigger stands under a verb of speech ("Sudan says
  /// that …", "according to Sudan"). Nobody is quoted for an act of his own.
  void attribute(const ParsedSentence& sentence, std::string_view document_text, const SentenceMentions& mentions,
                 std::vector<Candidate>& candidates) const;

 private:
  struct Index;
  std::unique_ptr<const Index> index_;
};

}  // namespace entente
