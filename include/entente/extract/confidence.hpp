// How likely an assertion is right, given everything that speaks for it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace entente {

/// What speaks for one assertion.
struct ReadingSigns {
  double model = 0;  ///< logit of the model's calibrated probability, 0 if the model did not read it
  bool by_model = false;
  bool by_lexicon = false;
  double lexicon = 0;         ///< confidence of the lexicon's frame, 0 if no frame read it
  double source_mention = 1;  ///< probabilities that the words stand for something
  double target_mention = 1;
  int pronouns = 0;             ///< ends that are named by a pronoun
  int nominals = 0;             ///< ends that are named by a description
  bool implied_office = false;  ///< an office whose State is not said ("President Arroyo")

  bool operator==(const ReadingSigns&) const = default;
};

/// A logistic regression over reading signs (models/confidence.json, fitted by tools/train/confidence.py on held-out documents).
class ConfidenceModel {
 public:
  /// Throws `ModelError` if the file is no such model.
  explicit ConfidenceModel(const std::filesystem::path& file);

  /// Probability that the assertion is right.
  double operator()(const ReadingSigns& signs) const;
  /// Confidence from which an assertion is worth keeping (best F1 on held-out documents).
  double threshold() const { return threshold_; }

  /// The values that the weights belong to, in order: 1, model, by_model, by_lexicon, lexicon, log mention probabilities, pronouns,
  /// nominals, implied_office.
  static std::vector<double> features(const ReadingSigns& signs);

 private:
  std::vector<double> weights_;
  double threshold_ = 0;
};

}  // namespace entente
