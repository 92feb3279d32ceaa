// The encoder: word pieces in, one vector a piece out.
#pragma once

#include <memory>
#include <vector>

#include "language/model_file.hpp"
#include "language/packed_matrix.hpp"
#include "language/windows.hpp"

namespace entente {

/// Layers of self-attention over the pieces of a window (BERT, Devlin et al. 2018); immutable.
class Encoder {
 public:
  /// `file` must outlive the encoder: the embeddings stay in it. Throws `ModelError` if tensors are missing or of other shapes.
  explicit Encoder(const ModelFile& file);

  std::size_t hidden() const { return hidden_; }
  std::size_t window() const { return positions_; }

  /// Vectors [rows][hidden] of the pieces of windows [first, last). A window's vectors depend on nothing outside it.
  std::vector<float> encode(const Kernels& kernels, const Windows& windows, std::size_t first, std::size_t last) const;

 private:
  struct Layer {
    PackedMatrix attention_in;
    PackedMatrix attention_out;
    PackedMatrix up;
    PackedMatrix down;
    const float* norm_gain[2];
    const float* norm_bias[2];
  };
  struct Work;

  void embed(const Kernels& kernels, const Windows& windows, std::size_t begin, std::size_t end, float* out) const;
  void attend(const Kernels& kernels, std::size_t rows, const float* in, float* out, Work& work) const;
  void feed_forward(const Kernels& kernels, const Layer& layer, float* x, std::size_t rows, Work& work) const;

  std::size_t hidden_ = 0;
  std::size_t heads_ = 0;
  std::size_t inner_ = 0;
  std::size_t positions_ = 0;
  Tensor words_;
  const float* position_vectors_ = nullptr;
  const float* shape_vectors_ = nullptr;
  const float* norm_gain_ = nullptr;
  const float* norm_bias_ = nullptr;
  std::vector<Layer> layers_;
};

}  // namespace entente
