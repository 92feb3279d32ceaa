// The head that reads relations between two mentions of a sentence, with trigger words, modality and speaker.
#pragma once

#include <vector>

#include "entente/language/language_model.hpp"
#include "language/model_file.hpp"
#include "language/packed_matrix.hpp"

namespace entente {

/// An ordered pair of mentions, as indices.
struct MentionPair {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
};

/// What the head computed of some pairs.
struct PairScores {
  std::vector<float> attention;  ///< [pairs][words + 1], the null word last
  std::vector<float> vectors;    ///< [pairs][pair]
  std::vector<float> outputs;    ///< columns of the relation logits, the modality logits, the speaker query
};

/// A sentence (or the chunk of one that a window holds) with its mentions, as the pair scorer sees them.
struct PairInput {
  const float* words = nullptr;  ///< [count][hidden]
  std::size_t count = 0;
  std::vector<TypedRange> mentions;    ///< word numbers count from the first of `words`
  std::vector<float> mention_vectors;  ///< [mentions][2 * hidden]
};

/// Pair scorer; immutable.
class RelationHead {
 public:
  /// Throws `ModelError` if tensors are missing or of other shapes. `file` must outlive the head.
  explicit RelationHead(const ModelFile& file);

  float threshold(std::uint32_t relation) const { return thresholds_[relation]; }
  PairScores score(const Kernels& kernels, const PairInput& input, const std::vector<MentionPair>& pairs) const;
  const float* relation_logits(const PairScores& scores, std::size_t pair) const {
    return scores.outputs.data() + pair * outputs_.columns();
  }
  const float* modality_logits(const PairScores& scores, std::size_t pair) const { return relation_logits(scores, pair) + modality_; }
  /// One score for each row of `mention_vectors` [count][2 * hidden]; the author's own voice has 0.
  std::vector<float> speaker_scores(const Kernels& kernels, const PairScores& scores, std::size_t pair,
                                    const std::vector<float>& mention_vectors) const;
  /// All relations above their threshold + slack between different mentions, in order of source, target, relation.
  ///
  /// The logits of a symmetric relation are the mean of both directions; it is given once, from the earlier to the later mention.
  std::vector<ScoredRelation> relations(const Kernels& kernels, const PairInput& input, const std::vector<float>& speaker_vectors,
                                        float slack) const;

 private:
  std::vector<float> first_layer(const Kernels& kernels, const PairInput& input, const std::vector<MentionPair>& pairs) const;
  void attend(const Kernels& kernels, const PairInput& input, const std::vector<MentionPair>& pairs, std::vector<float>& joined,
              PairScores& scores) const;
  void add_relations(const Kernels& kernels, const PairInput& input, const std::vector<MentionPair>& pairs,
                     const std::vector<float>& speaker_vectors, float slack, std::vector<ScoredRelation>& found) const;
  void make_symmetric(PairScores& scores) const;
  WordRange trigger(const PairScores& scores, std::size_t pair, std::size_t words) const;
  float probability(const Kernels& kernels, std::uint32_t relation, float logit) const;

  std::size_t hidden_ = 0;
  std::size_t pair_ = 0;
  std::size_t attention_ = 0;
  std::size_t relations_ = 0;
  std::size_t speaker_size_ = 0;
  float least_trigger_ = 0.15F;
  std::vector<float> thresholds_;
  std::vector<bool> symmetric_;
  std::vector<float> slope_;
  std::vector<float> shift_;
  PackedMatrix ends_;  ///< both ends over the same mention vectors
  std::size_t source_ = 0;
  std::size_t target_ = 0;
  PackedMatrix words_;
  std::size_t key_ = 0;
  std::size_t value_ = 0;
  PackedMatrix query_;
  PackedMatrix joined_;
  PackedMatrix outputs_;
  std::size_t modality_ = 0;
  std::size_t speaker_ = 0;
  PackedMatrix speaker_of_mention_;
  const float* distance_ = nullptr;
  const float* source_type_ = nullptr;
  const float* target_type_ = nullptr;
  const float* place_bias_ = nullptr;
};

}  // namespace entente
