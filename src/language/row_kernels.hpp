// The float part of the kernels, written once over fixed lanes and compiled for each instruction set.
#pragma once

#include "language/kernels.hpp"
#include "language/lanes.hpp"

namespace entente {
namespace {

/// Packs the low bytes of two times four lanes.
ENTENTE_INLINE void store_low_bytes(Floats x, std::uint8_t* first, std::uint8_t* second) {
  const Ints words = (Ints)x;
  const auto pack = [&](std::size_t i) {
    return (static_cast<std::uint32_t>(words[i]) & 255U) | (static_cast<std::uint32_t>(words[i + 1]) & 255U) << 8 |
           (static_cast<std::uint32_t>(words[i + 2]) & 255U) << 16 | (static_cast<std::uint32_t>(words[i + 3]) & 255U) << 24;
  };
  const std::uint32_t a = pack(0);
  const std::uint32_t b = pack(4);
  std::memcpy(first, &a, 4);
  std::memcpy(second, &b, 4);
}

ENTENTE_INLINE void quantise_row(const float* in, std::size_t size, std::uint8_t* out, float& scale) {
  Floats most = all(0.0F);
  for (std::size_t i = 0; i < size; i += kLanes) most = larger(most, magnitude(load(in + i)));
  const float largest = maximum(most);
  scale = largest / 127.0F;
  const Floats factor = all(largest > 0.0F ? 127.0F / largest : 0.0F);
  const Floats shift = all(12582912.0F + 128.0F);  // the low byte of the sum is the rounded number + 128
  for (std::size_t i = 0; i < size; i += kLanes)
    store_low_bytes(load(in + i) * factor + shift, out + i * kRowBlock, out + (i + 4) * kRowBlock);
}

void quantise(const float* in, std::size_t stride, const ByteRows& out) {
  for (std::size_t row = 0; row < out.rows; ++row) {
    auto* bytes = out.bytes + row / kRowBlock * kRowBlock * out.inputs + row % kRowBlock * 4;
    quantise_row(in + row * stride, out.inputs, bytes, out.scales[row]);
  }
}

template <std::size_t Rows>
ENTENTE_INLINE void product_block(const float* a, std::size_t a_stride, const float* b, std::size_t b_stride, float* c,
                                  std::size_t c_stride, std::size_t inner) {
  Floats left[Rows];
  Floats right[Rows];
#pragma GCC unroll 4
  for (std::size_t i = 0; i < Rows; ++i) left[i] = right[i] = all(0.0F);
  for (std::size_t k = 0; k < inner; ++k) {
    const Floats b0 = load(b + k * b_stride);
    const Floats b1 = load(b + k * b_stride + kLanes);
#pragma GCC unroll 4
    for (std::size_t i = 0; i < Rows; ++i) {
      const Floats x = all(a[i * a_stride + k]);
      left[i] = left[i] + x * b0;
      right[i] = right[i] + x * b1;
    }
  }
#pragma GCC unroll 4
  for (std::size_t i = 0; i < Rows; ++i) {
    store(c + i * c_stride, left[i]);
    store(c + i * c_stride + kLanes, right[i]);
  }
}

void product(const float* a, std::size_t a_stride, const float* b, std::size_t b_stride, float* c, std::size_t c_stride, std::size_t rows,
             std::size_t inner, std::size_t columns) {
  for (std::size_t j = 0; j < columns; j += 2 * kLanes) {
    std::size_t i = 0;
    for (; i + 4 <= rows; i += 4) product_block<4>(a + i * a_stride, a_stride, b + j, b_stride, c + i * c_stride + j, c_stride, inner);
    for (; i < rows; ++i) product_block<1>(a + i * a_stride, a_stride, b + j, b_stride, c + i * c_stride + j, c_stride, inner);
  }
}

void dots(const float* rows, std::size_t stride, std::size_t count, const float* vector, std::size_t size, float* out) {
  for (std::size_t i = 0; i < count; ++i) {
    Floats total = all(0.0F);
    for (std::size_t k = 0; k < size; k += kLanes) total = total + load(rows + i * stride + k) * load(vector + k);
    out[i] = sum(total);
  }
}

void layer_norm(float* x, const float* added, const float* gain, const float* bias, std::size_t size) {
  constexpr float kEpsilon = 1e-12F;
  Floats even = all(0.0F);
  Floats odd = all(0.0F);
  for (std::size_t i = 0; i < size; i += 2 * kLanes) {
    const Floats a = load(x + i) + load(added + i);
    const Floats b = load(x + i + kLanes) + load(added + i + kLanes);
    store(x + i, a);
    store(x + i + kLanes, b);
    even = even + a;
    odd = odd + b;
  }
  const Floats mean = all(sum(even + odd) / static_cast<float>(size));
  even = odd = all(0.0F);
  for (std::size_t i = 0; i < size; i += 2 * kLanes) {
    const Floats a = load(x + i) - mean;
    const Floats b = load(x + i + kLanes) - mean;
    even = even + a * a;
    odd = odd + b * b;
  }
  const Floats factor = all(1.0F / __builtin_sqrtf(sum(even + odd) / static_cast<float>(size) + kEpsilon));
  for (std::size_t i = 0; i < size; i += kLanes) store(x + i, (load(x + i) - mean) * factor * load(gain + i) + load(bias + i));
}

void gelu_row(float* x, std::size_t size) {
  for (std::size_t i = 0; i < size; i += kLanes) store(x + i, gelu(load(x + i)));
}

void softmax(float* x, std::size_t size) {
  float most = x[0];
  for (std::size_t i = 1; i < size; ++i) most = x[i] > most ? x[i] : most;
  const std::size_t room = (size + 2 * kLanes - 1) / (2 * kLanes) * (2 * kLanes);
  for (std::size_t i = size; i < room; ++i) x[i] = -1e30F;
  Floats even = all(0.0F);
  Floats odd = all(0.0F);
  for (std::size_t i = 0; i < room; i += 2 * kLanes) {
    const Floats a = exponential(load(x + i) - most);
    const Floats b = exponential(load(x + i + kLanes) - most);
    store(x + i, a);
    store(x + i + kLanes, b);
    if (i + 2 * kLanes <= size) {
      even = even + a;
      odd = odd + b;
    }
  }
  float rest = 0.0F;
  for (std::size_t i = size / (2 * kLanes) * (2 * kLanes); i < size; ++i) rest += x[i];
  const Floats factor = all(1.0F / (sum(even + odd) + rest));
  for (std::size_t i = 0; i < room; i += kLanes) store(x + i, load(x + i) * factor);
  for (std::size_t i = size; i < room; ++i) x[i] = 0.0F;
}

/// One set of kernels from these rows and an integer product.
constexpr Kernels make_kernels(std::string_view name, decltype(Kernels::multiply) multiply) {
  return {name, multiply, quantise, product, dots, layer_norm, gelu_row, softmax};
}

/// A finished sum.
ENTENTE_INLINE float finish(std::int32_t total, float row_scale, float column_scale, float bias) {
  return static_cast<float>(total) * (row_scale * column_scale) + bias;
}

}  // namespace
}  // namespace entente
