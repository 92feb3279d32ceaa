#include "language/antecedent_head.hpp"

#include <algorithm>
#include <array>

namespace entente {

namespace {

constexpr std::array<std::uint32_t, 7> kDistances{1, 2, 3, 4, 5, 8, 16};  // mentions between, beginnings of the buckets after the first
constexpr std::uint32_t kSentences = 4;

std::size_t distance_bucket(std::uint32_t between) {
  return static_cast<std::size_t>(std::upper_bound(kDistances.begin(), kDistances.end(), between) - kDistances.begin());
}

}  // namespace

AntecedentHead::AntecedentHead(const ModelFile& file) : inputs_(2 * std::size_t{file.config("hidden")}), size_(file.config("ante")) {
  of_anaphor_.add(file, "an_a", size_, inputs_);
  of_candidate_.add(file, "an_b", size_, inputs_);
  form_.add(file, "an_w", size_, size_);
  distance_bias_ = file.floats("an_dist", {static_cast<std::uint32_t>(kDistances.size() + 1)});
  sentence_bias_ = file.floats("an_sent", {kSentences});
}

std::vector<float> AntecedentHead::scores(const Kernels& kernels, const float* vectors, const std::vector<WordRange>& mentions,
                                          std::uint32_t anaphor, const std::vector<std::uint32_t>& candidates) const {
  if (candidates.empty()) return {};
  QuantisedRows rows;
  rows.assign(kernels, vectors, 1, inputs_, inputs_);
  std::vector<float> first(of_anaphor_.columns());
  of_anaphor_.multiply(kernels, rows, first.data());
  kernels.gelu(first.data(), first.size());
  rows.assign(kernels, first.data(), 1, size_, size_);
  std::vector<float> query(form_.columns());
  form_.multiply(kernels, rows, query.data());
  rows.assign(kernels, vectors + inputs_, candidates.size(), inputs_, inputs_);
  std::vector<float> others(candidates.size() * of_candidate_.columns());
  of_candidate_.multiply(kernels, rows, others.data());
  kernels.gelu(others.data(), others.size());
  std::vector<float> scores(candidates.size());
  kernels.dots(others.data(), of_candidate_.columns(), candidates.size(), query.data(), size_, scores.data());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto between = anaphor > candidates[i] ? anaphor - candidates[i] - 1 : 0;
    const auto here = mentions[anaphor].sentence;
    const auto there = mentions[candidates[i]].sentence;
    const auto sentences = std::min(here > there ? here - there : 0U, kSentences - 1);
    scores[i] = (scores[i] + distance_bias_[distance_bucket(between)]) + sentence_bias_[sentences];
  }
  return scores;
}

}  // namespace entente
