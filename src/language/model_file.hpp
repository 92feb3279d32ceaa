// The flat file that holds the trained model: a JSON header and raw tensors, mapped into memory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/file.hpp"

namespace entente {

/// A matrix or vector in the mapped file: `floats`, or `bytes` with one scale a row (value = byte * scale).
struct Tensor {
  std::vector<std::uint32_t> shape;
  const float* floats = nullptr;
  const std::int8_t* bytes = nullptr;
  const float* scales = nullptr;

  std::uint32_t rows() const { return shape.empty() ? 0 : shape[0]; }
  std::uint32_t columns() const;  ///< all but the first dimension multiplied
};

/// What the JSON header says, besides the tensors.
struct ModelHeader {
  std::string name;                                        ///< e.g. "english-1"
  std::map<std::string, std::uint32_t> config;             ///< dimensions
  std::map<std::string, std::vector<std::string>> labels;  ///< by head
  std::map<std::string, float> thresholds;                 ///< "trigger", "mention_bias", and "relation.NAME" in logits
  std::map<std::string, float> calibration;                ///< "FAMILY.a", "FAMILY.b": probability = sigmoid(a * logit + b)
  std::map<std::string, std::string> families;             ///< of relations, where calibration is by family
  std::vector<std::string> symmetric;                      ///< relations that hold both ways
  std::vector<std::string> lemmas;                         ///< "form\tUPOS\tlemma"
  std::vector<std::string> pieces;
};

/// A model file that passed its checks; immutable.
class ModelFile {
 public:
  /// Throws `ModelError` if the file is missing, foreign, of another version, cut short or damaged.
  explicit ModelFile(const std::filesystem::path& path);

  const ModelHeader& header() const { return header_; }
  /// Throws `ModelError` if the header lacks the number.
  std::uint32_t config(const std::string& name) const;
  /// Throws `ModelError` if the header lacks the labels.
  const std::vector<std::string>& labels(const std::string& name) const;
  /// A tensor of float numbers. Throws `ModelError` if it is missing or has another shape or kind.
  const float* floats(const std::string& name, const std::vector<std::uint32_t>& shape) const;
  bool has(const std::string& name) const { return tensors_.contains(name); }
  /// Any tensor. Throws `ModelError` if it is missing.
  const Tensor& tensor(const std::string& name) const;
  /// The error for a file that passes its checksum but lacks something; says how to mend it.
  [[noreturn]] void fail(const std::string& problem) const;

 private:
  std::string path_;
  MappedFile file_;
  ModelHeader header_;
  std::map<std::string, Tensor> tensors_;
};

}  // namespace entente
