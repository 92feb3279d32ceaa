// The trained analysis of English: one encoder, many heads (models/english.bin).
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "entente/language/sentence.hpp"
#include "entente/text/sentences.hpp"

namespace entente {

/// Words [first, last) of one sentence.
struct WordRange {
  std::uint32_t sentence = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  auto operator<=>(const WordRange&) const = default;
};

/// A document after the encoder: parsed sentences and one vector a word.
struct EncodedDocument {
  std::vector<ParsedSentence> sentences;
  std::vector<std::uint32_t> first_word;  ///< index of the first word of each sentence among all words; one more at the end
  std::vector<std::uint32_t> window;      ///< window of each sentence; of one longer than a window, the first
  std::vector<WordRange> chunks;          ///< what was read at once: whole sentences, or parts of one longer than a window
  std::vector<float> vectors;             ///< [words][hidden]
};

/// A stretch of words that may stand for a node. `type` indexes `LanguageModel::types`.
struct ScoredMention {
  WordRange words;
  std::uint32_t type = 0;
  float probability = 0;

  auto operator<=>(const ScoredMention&) const = default;
};

/// What a mention given to the pair scorer is.
struct TypedRange {
  WordRange words;
  std::uint32_t type = 0;

  auto operator<=>(const TypedRange&) const = default;
};

/// One relation read between two mentions of a sentence; `source`, `target`, `speaker` index the mentions given.
struct ScoredRelation {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  std::uint32_t relation = 0;     ///< index into `LanguageModel::relations`
  float logit = 0;                ///< uncalibrated
  float probability = 0;          ///< calibrated
  float modality[3] = {0, 0, 0};  ///< probabilities of asserted, possible, negated
  WordRange trigger;              ///< empty (first == last) if no word carries it
  std::int32_t speaker = -1;      ///< -1: the author's own voice

  auto operator<=>(const ScoredRelation&) const = default;
};

/// The model; immutable, callable from many threads. The same input gives the same bits on every machine,
/// for every number of threads and whatever else is in the batch.
class LanguageModel {
 public:
  /// Throws `ModelError` if the file is missing, foreign, damaged or of another version.
  explicit LanguageModel(const std::filesystem::path& file);
  ~LanguageModel();
  LanguageModel(LanguageModel&&) noexcept;
  LanguageModel& operator=(LanguageModel&&) noexcept;

  const std::vector<std::string>& types() const;
  const std::vector<std::string>& relations() const;
  /// Name for `Assertion::by`, e.g. "model:english-1".
  const std::string& name() const;
  /// Logit threshold of a relation as tuned on the development documents.
  float threshold(std::uint32_t relation) const;

  /// Tags, lemmas and trees of all sentences, and the vectors that the other heads read.
  EncodedDocument analyse(const std::string& text, const std::vector<Sentence>& sentences) const;

  /// Candidate mentions of one sentence with probability of at least `least`, sorted; nested ones are possible, crossing ones are not.
  std::vector<ScoredMention> mentions(const EncodedDocument& document, std::uint32_t sentence, float least) const;

  /// Scores of `candidates` (earlier mentions, indices into `mentions` in text order) as antecedents of `mentions[anaphor]`; 0 is the score
  /// of "none".
  std::vector<float> antecedents(const EncodedDocument& document, const std::vector<WordRange>& mentions, std::uint32_t anaphor,
                                 const std::vector<std::uint32_t>& candidates) const;

  /// Relations with a logit of at least `threshold(relation) + slack` between mentions of one sentence; `speakers` are further
  /// mentions (of the same window) whose claim an assertion may be: they follow `mentions` in the numbering of `speaker`.
  std::vector<ScoredRelation> relations(const EncodedDocument& document, std::uint32_t sentence, const std::vector<TypedRange>& mentions,
                                        const std::vector<WordRange>& speakers, float slack = 0) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente
