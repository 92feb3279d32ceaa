// The arithmetic of the encoder, once for each instruction set; all give the same bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

/// Rows a kernel takes at once, and columns of a block of packed weights.
constexpr std::size_t kRowBlock = 8;
constexpr std::size_t kColumnBlock = 16;
/// Inputs that are added in 16 bits before they are widened; the number of inputs is a multiple.
constexpr std::size_t kInputBlock = 16;

/// Activations, 8 bits each with 128 added, packed as [row block][input / 4][row][input % 4]; value = (byte - 128) * scale of the row.
struct ByteRows {
  std::uint8_t* bytes;
  float* scales;
  std::size_t rows;
  std::size_t inputs;
};

/// A part of a weight that does not fit its packed place; it is added apart.
struct WeightRest {
  std::uint32_t input;
  std::uint16_t column;  ///< inside the column block
  std::int16_t rest;
};

/// Weights packed as [column block][input / 4][column][input % 4], with what the kernels need beside them.
struct PackedWeights {
  const std::int8_t* bytes;
  /// -128 times the weights that meet in one 16-bit lane: [column block][input block][column][2].
  const std::int16_t* offsets;
  const WeightRest* rests;          ///< of all blocks
  const std::uint32_t* rest_begin;  ///< of each column block; one more at the end
  const float* scales;
  const float* bias;
  std::size_t columns;  ///< a multiple of kColumnBlock
  std::size_t inputs;
};

/// One instruction set.
struct Kernels {
  std::string_view name;

  /// out[row][column] = integer product * (scale of the row * scale of the column) + bias; `stride` floats from row to row.
  void (*multiply)(const ByteRows& rows, const PackedWeights& weights, float* out, std::size_t stride);
  /// Packs float rows: scale = largest magnitude / 127, bytes rounded to nearest even.
  void (*quantise)(const float* in, std::size_t stride, const ByteRows& out);
  /// c[i][j] = sum over k, in order, of a[i][k] * b[k][j], for `columns` a multiple of 16.
  void (*product)(const float* a, std::size_t a_stride, const float* b, std::size_t b_stride, float* c, std::size_t c_stride,
                  std::size_t rows, std::size_t inner, std::size_t columns);
  /// out[i] = rows[i] . vector over `size` numbers, a multiple of 8.
  void (*dots)(const float* rows, std::size_t stride, std::size_t count, const float* vector, std::size_t size, float* out);
  /// x = normalise(x + added) * gain + bias over `size` numbers, a multiple of 16.
  void (*layer_norm)(float* x, const float* added, const float* gain, const float* bias, std::size_t size);
  /// In place; `size` is a multiple of 8.
  void (*gelu)(float* x, std::size_t size);
  /// Soft maximum of the first `size` numbers, in place; room for a multiple of 16 is needed, the rest becomes 0.
  void (*softmax)(float* x, std::size_t size);
};

/// The fastest kernels of this machine.
const Kernels& best_kernels();

/// All kernels that this machine can run, the reference in plain C++ first.
std::vector<const Kernels*> available_kernels();

/// Null where the program was not built for the instruction set.
const Kernels* portable_kernels();
const Kernels* avx2_kernels();
const Kernels* vnni_kernels();

}  // namespace entente
