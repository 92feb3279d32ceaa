// Weights of one or several linear layers over the same input, packed for the kernels.
#pragma once

#include <string>
#include <vector>

#include "language/kernels.hpp"
#include "language/model_file.hpp"

namespace entente {

/// Quantised rows with their storage.
class QuantisedRows {
 public:
  /// Quantises `rows` rows of `inputs` numbers, `stride` floats apart.
  void assign(const Kernels& kernels, const float* in, std::size_t rows, std::size_t inputs, std::size_t stride);
  const ByteRows& view() const { return view_; }

 private:
  std::vector<std::uint8_t> bytes_;
  std::vector<float> scales_;
  ByteRows view_{};
};

/// Linear layers side by side: each begins at a column that is a multiple of `kColumnBlock`; the columns between are zero.
class PackedMatrix {
 public:
  /// Adds the layer `name` (tensors NAME.weight and, if there is one, NAME.bias) and returns its first column.
  ///
  /// Throws `ModelError` if the weights are missing, no bytes within +-63, or of another shape than [outputs][inputs].
  std::size_t add(const ModelFile& file, const std::string& name, std::size_t outputs, std::size_t inputs);
  /// The same for weights [outputs][inputs] that are known to be right; `bias` may be null.
  std::size_t add(const Tensor& weights, const float* bias);

  std::size_t columns() const { return scales_.size(); }
  std::size_t inputs() const { return inputs_; }
  /// out[row][column] for all columns, `columns()` floats from row to row.
  void multiply(const Kernels& kernels, const QuantisedRows& rows, float* out) const;

 private:
  void pack_block(const Tensor& weights, std::size_t first);
  void fit(std::int8_t* block);

  std::size_t inputs_ = 0;
  std::vector<std::int8_t> bytes_;
  std::vector<std::int16_t> offsets_;
  std::vector<WeightRest> rests_;
  std::vector<std::uint32_t> rest_begin_{0};
  std::vector<float> scales_;
  std::vector<float> bias_;
};

}  // namespace entente
