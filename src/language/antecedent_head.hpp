// The head that scores earlier mentions as antecedents of a mention.
#pragma once

#include <vector>

#include "entente/language/language_model.hpp"
#include "language/model_file.hpp"
#include "language/packed_matrix.hpp"

namespace entente {

/// Biaffine scores of two mentions with biases for the mentions and sentences between them; immutable.
class AntecedentHead {
 public:
  /// Throws `ModelError` if tensors are missing or of other shapes. `file` must outlive the head.
  explicit AntecedentHead(const ModelFile& file);

  /// As `LanguageModel::antecedents`; `vectors` holds the end words of the anaphor and then of each candidate,
  /// [1 + candidates][2 * hidden].
  std::vector<float> scores(const Kernels& kernels, const float* vectors, const std::vector<WordRange>& mentions, std::uint32_t anaphor,
                            const std::vector<std::uint32_t>& candidates) const;

 private:
  std::size_t inputs_ = 0;
  std::size_t size_ = 0;
  PackedMatrix of_anaphor_;
  PackedMatrix of_candidate_;
  PackedMatrix form_;
  const float* distance_bias_ = nullptr;
  const float* sentence_bias_ = nullptr;
};

}  // namespace entente
