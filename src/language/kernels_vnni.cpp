// Integer products with AVX-512 VNNI: four bytes times four bytes into 32 bits at once.
#include "language/row_kernels.hpp"

#if defined(__AVX512VNNI__) && defined(__AVX512BW__) && defined(__AVX512VL__)

#include <immintrin.h>

namespace entente {

namespace {

/// Sums of 8 rows and 16 columns over all inputs, each from `start`.
ENTENTE_INLINE void sum_block(const std::uint8_t* rows, const std::int8_t* weights, std::size_t inputs, __m512i start,
                              __m512i (&sums)[kRowBlock]) {
  __m512i local[kRowBlock];  // stays in registers, which `sums` may not
#pragma GCC unroll 8
  for (auto& sum : local) sum = start;
  for (std::size_t k = 0; k < inputs; k += 4) {
    const __m512i w = _mm512_loadu_si512(weights);
#pragma GCC unroll 8
    for (std::size_t r = 0; r < kRowBlock; ++r) {
      std::int32_t quad;
      std::memcpy(&quad, rows + r * 4, 4);
      local[r] = _mm512_dpbusd_epi32(local[r], _mm512_set1_epi32(quad), w);
    }
    rows += 4 * kRowBlock;
    weights += 4 * kColumnBlock;
  }
#pragma GCC unroll 8
  for (std::size_t r = 0; r < kRowBlock; ++r) sums[r] = local[r];
}

/// -128 times the sum of the weights of each column.
ENTENTE_INLINE __m512i correction(const std::int16_t* offsets, std::size_t inputs) {
  __m512i sum = _mm512_setzero_si512();
  for (std::size_t k = 0; k < inputs; k += kInputBlock, offsets += 2 * kColumnBlock)
    sum = _mm512_add_epi32(sum, _mm512_madd_epi16(_mm512_loadu_si512(offsets), _mm512_set1_epi16(1)));
  return sum;
}

void add_rests(const WeightRest* begin, const WeightRest* end, const std::uint8_t* rows, __m512i (&sums)[kRowBlock]) {
  std::int32_t added[kRowBlock][kColumnBlock] = {};
  for (const auto* rest = begin; rest != end; ++rest) {
    const auto* quad = rows + rest->input / 4 * 4 * kRowBlock + rest->input % 4;
    for (std::size_t r = 0; r < kRowBlock; ++r) added[r][rest->column] += (static_cast<std::int32_t>(quad[r * 4]) - 128) * rest->rest;
  }
  for (std::size_t r = 0; r < kRowBlock; ++r) sums[r] = _mm512_add_epi32(sums[r], _mm512_loadu_si512(added[r]));
}

void multiply_block(const ByteRows& rows, const PackedWeights& weights, std::size_t block, float* out, std::size_t stride) {
  const auto first = block * kColumnBlock;
  const auto* packed = weights.bytes + first * weights.inputs;
  const auto* rest_begin = weights.rests + weights.rest_begin[block];
  const auto* rest_end = weights.rests + weights.rest_begin[block + 1];
  const __m512i start = correction(weights.offsets + first * weights.inputs / kInputBlock * 2, weights.inputs);
  const __m512 scales = _mm512_loadu_ps(weights.scales + first);
  const __m512 bias = _mm512_loadu_ps(weights.bias + first);
  __m512i sums[kRowBlock];
  for (std::size_t row = 0; row < rows.rows; row += kRowBlock) {
    const auto* bytes = rows.bytes + row * rows.inputs;
    sum_block(bytes, packed, weights.inputs, start, sums);
    if (rest_begin != rest_end) add_rests(rest_begin, rest_end, bytes, sums);
    const auto count = rows.rows - row < kRowBlock ? rows.rows - row : kRowBlock;
    for (std::size_t r = 0; r < count; ++r) {
      const __m512 scaled = _mm512_mul_ps(_mm512_cvtepi32_ps(sums[r]), _mm512_mul_ps(_mm512_set1_ps(rows.scales[row + r]), scales));
      _mm512_storeu_ps(out + (row + r) * stride + first, _mm512_add_ps(scaled, bias));
    }
  }
}

void multiply(const ByteRows& rows, const PackedWeights& weights, float* out, std::size_t stride) {
  for (std::size_t block = 0; block < weights.columns / kColumnBlock; ++block) multiply_block(rows, weights, block, out, stride);
}

constexpr Kernels kKernels = make_kernels("avx512-vnni", multiply);

}  // namespace

const Kernels* vnni_kernels() { return &kKernels; }

}  // namespace entente

#else

namespace entente {
const Kernels* vnni_kernels() { return nullptr; }
}  // namespace entente

#endif
