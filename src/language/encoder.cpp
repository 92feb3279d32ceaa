#include "language/encoder.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

constexpr std::size_t kShapes = 16;
constexpr std::size_t kHead = 32;             // numbers of one attention head
constexpr std::size_t kQueries = 16;          // rows of attention scores at once
constexpr std::size_t kFeedForwardRows = 48;  // rows whose wide inner layer stays in the cache

std::size_t padded(std::size_t n) { return (n + 15) / 16 * 16; }

}  // namespace

struct Encoder::Work {
  QuantisedRows rows;
  std::vector<float> wide;     ///< attention inputs, or the inner layer
  std::vector<float> mixed;    ///< attention outputs
  std::vector<float> added;    ///< what a layer adds to its input
  std::vector<float> keys;     ///< of one head, transposed
  std::vector<float> queries;  ///< of one head, scaled
  std::vector<float> scores;
};

Encoder::Encoder(const ModelFile& file)
    : hidden_(file.config("hidden")), heads_(file.config("heads")), inner_(file.config("ffn")), positions_(file.config("positions")) {
  if (hidden_ != heads_ * kHead) file.fail(fmt::format("has {} heads for {} numbers, heads of {} are supported", heads_, hidden_, kHead));
  const auto hidden = static_cast<std::uint32_t>(hidden_);
  words_ = file.tensor("enc.word");
  if (words_.bytes == nullptr || words_.rows() != file.header().pieces.size() || words_.columns() != hidden_)
    file.fail("has word embeddings that do not fit its vocabulary");
  position_vectors_ = file.floats("enc.pos", {static_cast<std::uint32_t>(positions_), hidden});
  shape_vectors_ = file.floats("enc.shape", {kShapes, hidden});
  norm_gain_ = file.floats("enc.norm.weight", {hidden});
  norm_bias_ = file.floats("enc.norm.bias", {hidden});
  for (std::uint32_t i = 0; i < file.config("layers"); ++i) {
    const auto name = fmt::format("enc.layers.{}.", i);
    auto& layer = layers_.emplace_back();
    layer.attention_in.add(file, name + "qkv", 3 * hidden_, hidden_);
    layer.attention_out.add(file, name + "out", hidden_, hidden_);
    layer.up.add(file, name + "up", inner_, hidden_);
    layer.down.add(file, name + "down", hidden_, inner_);
    for (std::size_t k = 0; k < 2; ++k) {
      layer.norm_gain[k] = file.floats(fmt::format("{}norm{}.weight", name, k + 1), {hidden});
      layer.norm_bias[k] = file.floats(fmt::format("{}norm{}.bias", name, k + 1), {hidden});
    }
  }
}

void Encoder::embed(const Kernels& kernels, const Windows& windows, std::size_t begin, std::size_t end, float* out) const {
  for (auto row = begin; row < end; ++row) {
    const auto piece = windows.pieces[row];
    const auto* word = words_.bytes + piece * hidden_;
    const auto scale = words_.scales[piece];
    const auto* position = position_vectors_ + (row - begin) * hidden_;
    const auto* shape = shape_vectors_ + windows.shapes[row] * hidden_;
    auto* x = out + (row - begin) * hidden_;
    for (std::size_t i = 0; i < hidden_; ++i) x[i] = static_cast<float>(word[i]) * scale + position[i];
    kernels.layer_norm(x, shape, norm_gain_, norm_bias_, hidden_);
  }
}

void Encoder::attend(const Kernels& kernels, std::size_t rows, const float* in, float* out, Work& work) const {
  constexpr float kScale = 0.17677669529663688F;  // 1 / sqrt(kHead)
  const auto stride = 3 * hidden_;
  const auto room = padded(rows);
  work.keys.assign(kHead * room, 0.0F);
  work.queries.resize(rows * kHead);
  work.scores.resize(kQueries * room);
  for (std::size_t head = 0; head < heads_; ++head) {
    const auto* query = in + head * kHead;
    const auto* key = query + hidden_;
    for (std::size_t row = 0; row < rows; ++row) {
      for (std::size_t i = 0; i < kHead; ++i) {
        work.queries[row * kHead + i] = query[row * stride + i] * kScale;
        work.keys[i * room + row] = key[row * stride + i];
      }
    }
    for (std::size_t row = 0; row < rows; row += kQueries) {
      const auto count = std::min(kQueries, rows - row);
      kernels.product(work.queries.data() + row * kHead, kHead, work.keys.data(), room, work.scores.data(), room, count, kHead, room);
      for (std::size_t i = 0; i < count; ++i) kernels.softmax(work.scores.data() + i * room, rows);
      kernels.product(work.scores.data(), room, key + hidden_, stride, out + row * hidden_ + head * kHead, hidden_, count, rows, kHead);
    }
  }
}

void Encoder::feed_forward(const Kernels& kernels, const Layer& layer, float* x, std::size_t rows, Work& work) const {
  for (std::size_t row = 0; row < rows; row += kFeedForwardRows) {
    const auto count = std::min(kFeedForwardRows, rows - row);
    auto* part = x + row * hidden_;
    work.rows.assign(kernels, part, count, hidden_, hidden_);
    layer.up.multiply(kernels, work.rows, work.wide.data());
    kernels.gelu(work.wide.data(), count * inner_);
    work.rows.assign(kernels, work.wide.data(), count, inner_, inner_);
    layer.down.multiply(kernels, work.rows, work.added.data());
    for (std::size_t i = 0; i < count; ++i)
      kernels.layer_norm(part + i * hidden_, work.added.data() + i * hidden_, layer.norm_gain[1], layer.norm_bias[1], hidden_);
  }
}

std::vector<float> Encoder::encode(const Kernels& kernels, const Windows& windows, std::size_t first, std::size_t last) const {
  const std::size_t begin = windows.begin[first];
  const auto rows = windows.begin[last] - begin;
  std::vector<float> x(rows * hidden_);
  for (auto w = first; w < last; ++w)
    embed(kernels, windows, windows.begin[w], windows.begin[w + 1], x.data() + (windows.begin[w] - begin) * hidden_);
  Work work;
  work.wide.resize(std::max(rows * 3 * hidden_, kFeedForwardRows * inner_));
  work.mixed.resize(rows * hidden_);
  work.added.resize(std::max(rows, kFeedForwardRows) * hidden_);
  for (const auto& layer : layers_) {
    work.rows.assign(kernels, x.data(), rows, hidden_, hidden_);
    layer.attention_in.multiply(kernels, work.rows, work.wide.data());
    for (auto w = first; w < last; ++w) {
      const auto at = windows.begin[w] - begin;
      attend(kernels, windows.begin[w + 1] - windows.begin[w], work.wide.data() + at * 3 * hidden_, work.mixed.data() + at * hidden_, work);
    }
    work.rows.assign(kernels, work.mixed.data(), rows, hidden_, hidden_);
    layer.attention_out.multiply(kernels, work.rows, work.added.data());
    for (std::size_t i = 0; i < rows; ++i)
      kernels.layer_norm(x.data() + i * hidden_, work.added.data() + i * hidden_, layer.norm_gain[0], layer.norm_bias[0], hidden_);
    feed_forward(kernels, layer, x.data(), rows, work);
  }
  return x;
}

}  // namespace entente
