// Integer products with AVX2: bytes are multiplied in pairs and added in 16 bits over 16 inputs before they are widened.
//
// Unsigned activations (value + 128) times weights within +-63 cannot saturate a pair: 2 * 255 * 63 < 2^15. Sums of four pairs may
// wrap around, but they start from -128 times the weights, so that the end result is the sum of value * weight, which the packing of
// the weights keeps within 16 bits; wrapping on the way does no harm.
#include "language/row_kernels.hpp"

#if defined(__AVX2__)

#include <immintrin.h>

namespace entente {

namespace {

ENTENTE_INLINE __m256i load_block(const void* from) { return _mm256_loadu_si256(static_cast<const __m256i*>(from)); }

ENTENTE_INLINE __m256i broadcast(const std::uint8_t* from) {
  std::int32_t quad;
  std::memcpy(&quad, from, 4);
  return _mm256_set1_epi32(quad);
}

/// Sums of 8 rows and 8 columns over all inputs.
ENTENTE_INLINE void sum_block(const std::uint8_t* rows, const std::int8_t* weights, const std::int16_t* offsets, std::size_t inputs,
                              __m256i (&sums)[kRowBlock]) {
  constexpr std::size_t kQuad = 4 * kColumnBlock;
  const __m256i ones = _mm256_set1_epi16(1);
  __m256i local[kRowBlock];  // stays in registers, which `sums` may not
#pragma GCC unroll 8
  for (auto& sum : local) sum = _mm256_setzero_si256();
  for (std::size_t k = 0; k < inputs; k += kInputBlock) {
    const __m256i w0 = load_block(weights);
    const __m256i w1 = load_block(weights + kQuad);
    const __m256i w2 = load_block(weights + 2 * kQuad);
    const __m256i w3 = load_block(weights + 3 * kQuad);
    const __m256i offset = load_block(offsets);
#pragma GCC unroll 8
    for (std::size_t r = 0; r < kRowBlock; ++r) {
      const auto* quads = rows + r * 4;
      const __m256i a = _mm256_add_epi16(offset, _mm256_maddubs_epi16(broadcast(quads), w0));
      const __m256i b = _mm256_add_epi16(_mm256_maddubs_epi16(broadcast(quads + 4 * kRowBlock), w1),
                                         _mm256_maddubs_epi16(broadcast(quads + 8 * kRowBlock), w2));
      const __m256i c = _mm256_add_epi16(a, _mm256_maddubs_epi16(broadcast(quads + 12 * kRowBlock), w3));
      local[r] = _mm256_add_epi32(local[r], _mm256_madd_epi16(_mm256_add_epi16(b, c), ones));
    }
    rows += kInputBlock * kRowBlock;
    weights += 4 * kQuad;
    offsets += 2 * kColumnBlock;
  }
#pragma GCC unroll 8
  for (std::size_t r = 0; r < kRowBlock; ++r) sums[r] = local[r];
}

/// Adds the parts of weights that did not fit.
void add_rests(const WeightRest* begin, const WeightRest* end, const std::uint8_t* rows, std::size_t half, __m256i (&sums)[kRowBlock]) {
  std::int32_t added[kRowBlock][kLanes] = {};
  for (const auto* rest = begin; rest != end; ++rest) {
    if (rest->column / kLanes != half) continue;
    const auto* quad = rows + rest->input / 4 * 4 * kRowBlock + rest->input % 4;
    for (std::size_t r = 0; r < kRowBlock; ++r)
      added[r][rest->column % kLanes] += (static_cast<std::int32_t>(quad[r * 4]) - 128) * rest->rest;
  }
  for (std::size_t r = 0; r < kRowBlock; ++r) sums[r] = _mm256_add_epi32(sums[r], load_block(added[r]));
}

ENTENTE_INLINE void store_row(__m256i sum, float row_scale, __m256 column_scales, __m256 bias, float* out) {
  const __m256 scaled = _mm256_mul_ps(_mm256_cvtepi32_ps(sum), _mm256_mul_ps(_mm256_set1_ps(row_scale), column_scales));
  _mm256_storeu_ps(out, _mm256_add_ps(scaled, bias));
}

/// All rows for the columns of one half of a column block.
void multiply_half(const ByteRows& rows, const PackedWeights& weights, std::size_t block, std::size_t half, float* out,
                   std::size_t stride) {
  const auto first = block * kColumnBlock + half * kLanes;
  const auto* packed = weights.bytes + block * kColumnBlock * weights.inputs + half * 32;
  const auto* offsets = weights.offsets + block * kColumnBlock * weights.inputs / kInputBlock * 2 + half * 16;
  const auto* rest_begin = weights.rests + weights.rest_begin[block];
  const auto* rest_end = weights.rests + weights.rest_begin[block + 1];
  const __m256 scales = _mm256_loadu_ps(weights.scales + first);
  const __m256 bias = _mm256_loadu_ps(weights.bias + first);
  __m256i sums[kRowBlock];
  for (std::size_t row = 0; row < rows.rows; row += kRowBlock) {
    const auto* bytes = rows.bytes + row * rows.inputs;
    sum_block(bytes, packed, offsets, weights.inputs, sums);
    if (rest_begin != rest_end) add_rests(rest_begin, rest_end, bytes, half, sums);
    const auto count = rows.rows - row < kRowBlock ? rows.rows - row : kRowBlock;
    for (std::size_t r = 0; r < count; ++r) store_row(sums[r], rows.scales[row + r], scales, bias, out + (row + r) * stride + first);
  }
}

void multiply(const ByteRows& rows, const PackedWeights& weights, float* out, std::size_t stride) {
  for (std::size_t block = 0; block < weights.columns / kColumnBlock; ++block)
    for (std::size_t half = 0; half < 2; ++half) multiply_half(rows, weights, block, half, out, stride);
}

constexpr Kernels kKernels = make_kernels("avx2", multiply);

}  // namespace

const Kernels* avx2_kernels() { return &kKernels; }

}  // namespace entente

#else

namespace entente {
const Kernels* avx2_kernels() { return nullptr; }
}  // namespace entente

#endif
