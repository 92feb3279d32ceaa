// The reference: integer products in plain C++. Slow, and the oracle for the others.
#include "language/row_kernels.hpp"

namespace entente {

namespace {

std::int32_t total(const ByteRows& rows, const PackedWeights& weights, std::size_t row, std::size_t column) {
  const auto block = column / kColumnBlock;
  const auto place = column % kColumnBlock;
  const auto* bytes = rows.bytes + row / kRowBlock * kRowBlock * rows.inputs + row % kRowBlock * 4;
  const auto* packed = weights.bytes + block * kColumnBlock * weights.inputs + place * 4;
  std::int32_t sum = 0;
  for (std::size_t k = 0; k < weights.inputs; ++k) {
    const auto value = static_cast<std::int32_t>(bytes[k / 4 * 4 * kRowBlock + k % 4]) - 128;
    sum += value * packed[k / 4 * 4 * kColumnBlock + k % 4];
  }
  for (auto i = weights.rest_begin[block]; i < weights.rest_begin[block + 1]; ++i) {
    const auto& rest = weights.rests[i];
    if (rest.column == place) sum += (static_cast<std::int32_t>(bytes[rest.input / 4 * 4 * kRowBlock + rest.input % 4]) - 128) * rest.rest;
  }
  return sum;
}

void multiply(const ByteRows& rows, const PackedWeights& weights, float* out, std::size_t stride) {
  for (std::size_t row = 0; row < rows.rows; ++row)
    for (std::size_t column = 0; column < weights.columns; ++column)
      out[row * stride + column] =
          finish(total(rows, weights, row, column), rows.scales[row], weights.scales[column], weights.bias[column]);
}

constexpr Kernels kKernels = make_kernels("portable", multiply);

}  // namespace

const Kernels* portable_kernels() { return &kKernels; }

}  // namespace entente
