// The heads that read one word: tags and dependency scores.
#pragma once

#include <array>
#include <vector>

#include "language/model_file.hpp"
#include "language/packed_matrix.hpp"

namespace entente {

/// What a word is tagged with; indexes the labels of the model.
enum class TagKind : std::uint8_t { upos, xpos, lemma, feats, name };
constexpr std::size_t kTagKinds = 5;

/// What the heads computed of a run of words, to be asked for tags, arcs and labels.
struct WordScores {
  std::size_t words = 0;
  std::vector<float> linear;   ///< outputs of all layers over the word vectors
  std::vector<float> queries;  ///< [words][arc]: the words as dependents, ready to meet heads
};

/// Tagger and biaffine parser (Dozat and Manning 2017) over word vectors; immutable.
class WordHeads {
 public:
  /// Throws `ModelError` if tensors are missing or of other shapes. `file` must outlive the heads.
  explicit WordHeads(const ModelFile& file);

  std::size_t labels() const { return labels_; }
  /// `vectors` is [words][hidden].
  WordScores score(const Kernels& kernels, const float* vectors, std::size_t words) const;
  /// Logits of one kind of tag of a word.
  const float* tag_logits(const WordScores& scores, TagKind kind, std::size_t word) const;
  /// The likeliest tag.
  std::uint32_t best_tag(const WordScores& scores, TagKind kind, std::size_t word) const;
  /// Scores [n][n + 1] of heads among words [first, last); column 0 is the root, column j + 1 word first + j.
  std::vector<float> arcs(const Kernels& kernels, const WordScores& scores, std::size_t first, std::size_t last) const;
  /// Logits [words][labels] of relations to `heads`: 0 is the root, j + 1 word j of all scored words.
  std::vector<float> label_logits(const Kernels& kernels, const WordScores& scores, const std::vector<std::uint32_t>& heads) const;

 private:
  /// `words` rows of one layer, negative numbers set to 0, below each other.
  std::vector<float> rectified(const WordScores& scores, std::size_t first, std::size_t words, std::size_t column, std::size_t size) const;

  std::size_t hidden_ = 0;
  std::size_t arc_ = 0;
  std::size_t relation_ = 0;
  std::size_t labels_ = 0;
  std::array<std::size_t, kTagKinds> tags_{};
  std::array<std::size_t, kTagKinds> tag_column_{};
  std::size_t arc_dependent_ = 0;
  std::size_t arc_head_ = 0;
  std::size_t label_dependent_ = 0;
  std::size_t label_head_ = 0;
  PackedMatrix linear_;
  PackedMatrix arc_form_;
  PackedMatrix label_form_;
  std::size_t label_form_dependent_ = 0;  ///< column of the part of a label that depends on the dependent alone
  PackedMatrix label_of_head_;
  const float* arc_root_ = nullptr;
  const float* label_root_ = nullptr;
};

}  // namespace entente
