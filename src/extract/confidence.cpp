#include "entente/extract/confidence.hpp"

#include <algorithm>
#include <cmath>

#include "entente/base/error.hpp"
#include "entente/base/file.hpp"
#include "entente/base/json.hpp"
#include "entente/base/portable_math.hpp"

namespace entente {

namespace {

// Three digits are more than a confidence knows.
double rounded(double probability) { return std::round(probability * 1000) / 1000; }

}  // namespace

std::vector<double> ConfidenceModel::features(const ReadingSigns& signs) {
  const double mentions = portable_log(std::max(signs.source_mention, 1e-3)) + portable_log(std::max(signs.target_mention, 1e-3));
  return {1.0,
          signs.model,
          signs.by_model ? 1.0 : 0.0,
          signs.by_lexicon ? 1.0 : 0.0,
          signs.lexicon,
          mentions,
          static_cast<double>(signs.pronouns),
          static_cast<double>(signs.nominals),
          signs.implied_office ? 1.0 : 0.0};
}

ConfidenceModel::ConfidenceModel(const std::filesystem::path& file) {
  const auto bytes = read_file(file);
  try {
    const auto json = JsonDocument::parse(bytes, file.string());
    for (const auto& weight : json.required(json.root(), "weights", JsonKind::array).elements) weights_.push_back(weight.number);
    threshold_ = json.required(json.root(), "threshold").number;
  } catch (const InputError& error) {
    throw ModelError(error.what());
  }
  if (weights_.size() != features({}).size())
    throw ModelError(file.string() + ": expected " + std::to_string(features({}).size()) + " weights, found " +
                     std::to_string(weights_.size()) + "; fit it anew with tools/train/confidence.py");
}

double ConfidenceModel::operator()(const ReadingSigns& signs) const {
  const auto values = features(signs);
  double sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) sum += weights_[i] * values[i];
  return rounded(1 / (1 + portable_exp(-sum)));
}

}  // namespace entente
