#include "language/mention_head.hpp"

#include <algorithm>

namespace entente {

namespace {

bool cross(const WordRange& a, const WordRange& b) {
  const bool overlap = a.first < b.last && b.first < a.last;
  const bool a_in_b = b.first <= a.first && a.last <= b.last;
  const bool b_in_a = a.first <= b.first && b.last <= a.last;
  return overlap && !a_in_b && !b_in_a;
}

/// The likeliest type of a stretch, and the probability that it is a mention of any type.
ScoredMention score_stretch(const Kernels& kernels, const float* logits, std::size_t classes, float bias) {
  float values[32] = {};
  for (std::size_t c = 0; c < classes; ++c) values[c] = logits[c] + (c == 0 ? 0.0F : bias);
  const auto best = std::max_element(values + 1, values + classes) - (values + 1);
  kernels.softmax(values, classes);
  ScoredMention mention;
  mention.type = static_cast<std::uint32_t>(best);
  mention.probability = 1.0F - values[0];
  return mention;
}

}  // namespace

MentionHead::MentionHead(const ModelFile& file)
    : hidden_(file.config("hidden")), size_(file.config("span")), classes_(file.labels("types").size() + 1), width_(file.config("width")) {
  if (classes_ > 32) file.fail("has more than 31 types of nodes");
  start_ = linear_.add(file, "sp_start", size_, hidden_);
  end_ = linear_.add(file, "sp_end", size_, hidden_);
  of_start_.add(file, "sp_w", classes_ * size_, size_);
  start_bias_ = of_start_.add(file, "sp_s", classes_, size_);
  of_end_.add(file, "sp_e", classes_, size_);
  width_bias_ = file.floats("sp_width", {static_cast<std::uint32_t>(classes_), static_cast<std::uint32_t>(width_)});
  const auto& thresholds = file.header().thresholds;
  if (const auto found = thresholds.find("mention_bias"); found != thresholds.end()) bias_ = found->second;
}

std::vector<float> MentionHead::logits(const Kernels& kernels, const float* vectors, std::size_t words) const {
  QuantisedRows rows;
  rows.assign(kernels, vectors, words, hidden_, hidden_);
  const auto columns = linear_.columns();
  std::vector<float> ends(words * columns);
  linear_.multiply(kernels, rows, ends.data());
  kernels.gelu(ends.data(), ends.size());
  rows.assign(kernels, ends.data() + start_, words, size_, columns);
  std::vector<float> of_start(words * of_start_.columns());
  of_start_.multiply(kernels, rows, of_start.data());
  rows.assign(kernels, ends.data() + end_, words, size_, columns);
  std::vector<float> of_end(words * of_end_.columns());
  of_end_.multiply(kernels, rows, of_end.data());
  std::vector<float> logits(words * width_ * classes_);
  for (std::size_t i = 0; i < words; ++i) {
    const auto* start = of_start.data() + i * of_start_.columns();
    for (std::size_t w = 0; w < width_ && i + w < words; ++w) {
      auto* out = logits.data() + (i * width_ + w) * classes_;
      kernels.dots(start, size_, classes_, ends.data() + (i + w) * columns + end_, size_, out);
      const auto* end = of_end.data() + (i + w) * of_end_.columns();
      for (std::size_t c = 0; c < classes_; ++c) out[c] = ((out[c] + start[start_bias_ + c]) + end[c]) + width_bias_[c * width_ + w];
    }
  }
  return logits;
}

std::vector<ScoredMention> MentionHead::mentions(const Kernels& kernels, const float* vectors, std::size_t words, std::uint32_t sentence,
                                                 std::uint32_t first, float least) const {
  const auto scores = logits(kernels, vectors, words);
  std::vector<ScoredMention> all;
  for (std::uint32_t i = 0; i < words; ++i) {
    for (std::uint32_t w = 0; w < width_ && i + w < words; ++w) {
      auto mention = score_stretch(kernels, scores.data() + (i * width_ + w) * classes_, classes_, bias_);
      if (mention.probability < least) continue;
      mention.words = {sentence, first + i, first + i + w + 1};
      all.push_back(mention);
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.probability > b.probability; });
  std::vector<ScoredMention> kept;
  for (const auto& mention : all)
    if (std::none_of(kept.begin(), kept.end(), [&](const auto& other) { return cross(mention.words, other.words); }))
      kept.push_back(mention);
  std::sort(kept.begin(), kept.end());
  return kept;
}

}  // namespace entente
