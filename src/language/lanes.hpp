// Eight floats at once in a fixed order, so that every instruction set computes the same bits.
//
// This header is compiled once for each instruction set; all of it is in an unnamed namespace, so that no function built for one is
// ever linked into code for another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace entente {
namespace {

constexpr std::size_t kLanes = 8;
typedef float Floats __attribute__((vector_size(32)));
typedef std::int32_t Ints __attribute__((vector_size(32)));
typedef std::uint8_t Bytes __attribute__((vector_size(32)));

#define ENTENTE_INLINE inline __attribute__((always_inline))

ENTENTE_INLINE Floats load(const float* from) {
  Floats x;
  std::memcpy(&x, from, sizeof x);
  return x;
}

ENTENTE_INLINE void store(float* to, Floats x) { std::memcpy(to, &x, sizeof x); }

ENTENTE_INLINE Floats all(float x) { return Floats{x, x, x, x, x, x, x, x}; }

ENTENTE_INLINE Floats larger(Floats a, Floats b) { return a > b ? a : b; }

ENTENTE_INLINE Floats smaller(Floats a, Floats b) { return a < b ? a : b; }

ENTENTE_INLINE Floats magnitude(Floats x) { return (Floats)((Ints)x & 0x7FFFFFFF); }

/// The lanes added in a fixed tree.
ENTENTE_INLINE float sum(Floats x) { return ((x[0] + x[4]) + (x[2] + x[6])) + ((x[1] + x[5]) + (x[3] + x[7])); }

ENTENTE_INLINE float maximum(Floats x) {
  float most = x[0];
  for (std::size_t i = 1; i < kLanes; ++i) most = x[i] > most ? x[i] : most;
  return most;
}

/// e^x, relative error below 2e-7; x is held within [-87, 88]. Polynomial: Cephes, expf.
ENTENTE_INLINE Floats exponential(Floats x) {
  x = smaller(larger(x, all(-87.0F)), all(88.0F));
  const Floats round = all(12582912.0F);  // 1.5 * 2^23: adding it rounds to the nearest whole number
  const Floats shifted = x * 1.44269504088896341F + round;
  const Floats n = shifted - round;
  const Floats r = (x - n * 0.693359375F) - n * -2.12194440e-4F;
  Floats p = r * 1.9875691500e-4F + 1.3981999507e-3F;
  p = p * r + 8.3334519073e-3F;
  p = p * r + 4.1665795894e-2F;
  p = p * r + 1.6666665459e-1F;
  p = p * r + 5.0000001201e-1F;
  p = (p * r) * r + r + 1.0F;
  const Ints power = ((Ints)shifted << 23) + 0x3F800000;
  return p * (Floats)power;
}

/// x * Phi(x), the Gaussian error linear unit. Error function: Abramowitz and Stegun 7.1.26, absolute error below 2e-7.
ENTENTE_INLINE Floats gelu(Floats x) {
  const Floats z = magnitude(x) * 0.70710678118654752F;
  const Floats t = 1.0F / (z * 0.3275911F + 1.0F);
  Floats p = t * 1.061405429F - 1.453152027F;
  p = p * t + 1.421413741F;
  p = p * t - 0.284496736F;
  p = p * t + 0.254829592F;
  const Floats tail = (p * t) * exponential(-(z * z));
  return x * 0.5F * (x < 0.0F ? tail : 2.0F - tail);
}

}  // namespace
}  // namespace entente
