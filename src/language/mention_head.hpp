// The head that scores stretches of words as mentions of nodes.
#pragma once

#include <vector>

#include "entente/language/language_model.hpp"
#include "language/model_file.hpp"
#include "language/packed_matrix.hpp"

namespace entente {

/// Biaffine scores of start and end words, with a bias for the width; immutable.
class MentionHead {
 public:
  /// Throws `ModelError` if tensors are missing or of other shapes. `file` must outlive the head.
  explicit MentionHead(const ModelFile& file);

  std::size_t classes() const { return classes_; }
  std::size_t width() const { return width_; }
  /// Logits [words][width][classes] of the stretches that begin at each word and are 1 to `width` words long; class 0 is no mention.
  /// Those that would end after the last word are 0.
  std::vector<float> logits(const Kernels& kernels, const float* vectors, std::size_t words) const;
  /// Mentions of probability `least` or more: the likeliest first keeps its place, later ones must not cross it. Sorted by words;
  /// `first` is added to word numbers.
  std::vector<ScoredMention> mentions(const Kernels& kernels, const float* vectors, std::size_t words, std::uint32_t sentence,
                                      std::uint32_t first, float least) const;

 private:
  std::size_t hidden_ = 0;
  std::size_t size_ = 0;
  std::size_t classes_ = 0;
  std::size_t width_ = 0;
  float bias_ = 0;  ///< added to all types
  PackedMatrix linear_;
  std::size_t start_ = 0;
  std::size_t end_ = 0;
  PackedMatrix of_start_;
  std::size_t start_bias_ = 0;
  PackedMatrix of_end_;
  const float* width_bias_ = nullptr;
};

}  // namespace entente
