#include "language/packed_matrix.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace entente {

namespace {

constexpr int kLargestWeight = 63;
// Sixteen bits hold 127 * 258; 128 * 255 also fits, which the correction of the offsets needs.
constexpr int kLargestLane = 255;

std::size_t round_up(std::size_t n, std::size_t multiple) { return (n + multiple - 1) / multiple * multiple; }

/// Place of a weight inside its packed column block.
std::size_t place(std::size_t input, std::size_t column) { return input / 4 * 4 * kColumnBlock + column * 4 + input % 4; }

/// The inputs of one input block whose products meet in 16-bit lane `lane` (0 or 1) of a column.
std::size_t lane_input(std::size_t lane, std::size_t i) { return i / 2 * 4 + lane * 2 + i % 2; }

}  // namespace

void QuantisedRows::assign(const Kernels& kernels, const float* in, std::size_t rows, std::size_t inputs, std::size_t stride) {
  const auto room = round_up(rows, kRowBlock);
  bytes_.resize(std::max(bytes_.size(), room * inputs));
  scales_.resize(std::max(scales_.size(), room));
  view_ = {bytes_.data(), scales_.data(), rows, inputs};
  kernels.quantise(in, stride, view_);
}

std::size_t PackedMatrix::add(const ModelFile& file, const std::string& name, std::size_t outputs, std::size_t inputs) {
  const auto& weights = file.tensor(name + ".weight");
  const bool fits = weights.bytes != nullptr && weights.rows() == outputs && weights.columns() == inputs;
  if (!fits) file.fail(fmt::format("has weights '{}' of another shape than bytes [{}, {}]", name, outputs, inputs));
  if (inputs % kInputBlock != 0 || (inputs_ != 0 && inputs_ != inputs))
    file.fail(fmt::format("has a layer '{}' of {} inputs; a multiple of {} is supported", name, inputs, kInputBlock));
  if (std::any_of(weights.bytes, weights.bytes + outputs * inputs, [](std::int8_t w) { return std::abs(w) > kLargestWeight; }))
    file.fail(fmt::format("has weights '{}' beyond +-{}", name, kLargestWeight));
  return add(weights, file.has(name + ".bias") ? file.floats(name + ".bias", {static_cast<std::uint32_t>(outputs)}) : nullptr);
}

std::size_t PackedMatrix::add(const Tensor& weights, const float* bias) {
  inputs_ = weights.columns();
  const std::size_t outputs = weights.rows();
  const auto first = columns();
  const auto end = first + round_up(outputs, kColumnBlock);
  scales_.resize(end);
  bias_.resize(end);
  std::copy_n(weights.scales, outputs, scales_.begin() + static_cast<std::ptrdiff_t>(first));
  if (bias != nullptr) std::copy_n(bias, outputs, bias_.begin() + static_cast<std::ptrdiff_t>(first));
  for (std::size_t column = 0; column < outputs; column += kColumnBlock) pack_block(weights, column);
  return first;
}

void PackedMatrix::pack_block(const Tensor& weights, std::size_t first) {
  const auto begin = bytes_.size();
  bytes_.resize(begin + kColumnBlock * inputs_);
  auto* block = bytes_.data() + begin;
  const auto count = std::min<std::size_t>(kColumnBlock, weights.rows() - first);
  for (std::size_t column = 0; column < count; ++column)
    for (std::size_t input = 0; input < inputs_; ++input) block[place(input, column)] = weights.bytes[(first + column) * inputs_ + input];
  fit(block);
  rest_begin_.push_back(static_cast<std::uint32_t>(rests_.size()));
}

void PackedMatrix::fit(std::int8_t* block) {
  constexpr std::size_t kLaneInputs = kInputBlock / 2;
  for (std::size_t k = 0; k < inputs_; k += kInputBlock) {
    for (std::size_t column = 0; column < kColumnBlock; ++column) {
      for (std::size_t lane = 0; lane < 2; ++lane) {
        int magnitude = 0;
        int total = 0;
        for (std::size_t i = 0; i < kLaneInputs; ++i) {
          auto& weight = block[place(k + lane_input(lane, i), column)];
          const int room = std::min(std::abs(weight), kLargestLane - magnitude);
          const int kept = weight < 0 ? -room : room;
          if (kept != weight)
            rests_.push_back({static_cast<std::uint32_t>(k + lane_input(lane, i)), static_cast<std::uint16_t>(column),
                              static_cast<std::int16_t>(weight - kept)});
          weight = static_cast<std::int8_t>(kept);
          magnitude += room;
          total += kept;
        }
        offsets_.push_back(static_cast<std::int16_t>(-128 * total));
      }
    }
  }
}

void PackedMatrix::multiply(const Kernels& kernels, const QuantisedRows& rows, float* out) const {
  const PackedWeights view{bytes_.data(),  offsets_.data(), rests_.data(), rest_begin_.data(),
                           scales_.data(), bias_.data(),    columns(),     inputs_};
  kernels.multiply(rows.view(), view, out, columns());
}

}  // namespace entente
