#include "language/word_heads.hpp"

#include <algorithm>

namespace entente {

namespace {

constexpr std::array<const char*, kTagKinds> kTagNames{"upos", "xpos", "lemma", "feats", "ner"};
constexpr std::size_t kLabelRows = 32;  // words whose label scores are computed at once: they are thousands of numbers a word

std::size_t padded(std::size_t n) { return (n + 15) / 16 * 16; }

}  // namespace

WordHeads::WordHeads(const ModelFile& file)
    : hidden_(file.config("hidden")), arc_(file.config("arc")), relation_(file.config("rel")), labels_(file.labels("deprel").size()) {
  for (std::size_t kind = 0; kind < kTagKinds; ++kind) {
    tags_[kind] = file.labels(kTagNames[kind]).size();
    tag_column_[kind] = linear_.add(file, kTagNames[kind], tags_[kind], hidden_);
  }
  arc_dependent_ = linear_.add(file, "arc_dep", arc_, hidden_);
  arc_head_ = linear_.add(file, "arc_head", arc_, hidden_);
  label_dependent_ = linear_.add(file, "rel_dep", relation_, hidden_);
  label_head_ = linear_.add(file, "rel_head", relation_, hidden_);
  arc_form_.add(file, "arc_w", arc_, arc_);
  label_form_.add(file, "rel_w", labels_ * relation_, relation_);
  label_form_dependent_ = label_form_.add(file, "rel_d", labels_, relation_);
  label_of_head_.add(file, "rel_h", labels_, relation_);
  arc_root_ = file.floats("arc_root", {static_cast<std::uint32_t>(arc_)});
  label_root_ = file.floats("rel_root", {static_cast<std::uint32_t>(relation_)});
}

WordScores WordHeads::score(const Kernels& kernels, const float* vectors, std::size_t words) const {
  WordScores scores;
  scores.words = words;
  scores.linear.resize(words * linear_.columns());
  scores.queries.resize(words * arc_form_.columns());
  QuantisedRows rows;
  rows.assign(kernels, vectors, words, hidden_, hidden_);
  linear_.multiply(kernels, rows, scores.linear.data());
  const auto dependents = rectified(scores, 0, words, arc_dependent_, arc_);
  rows.assign(kernels, dependents.data(), words, arc_, arc_);
  arc_form_.multiply(kernels, rows, scores.queries.data());
  return scores;
}

const float* WordHeads::tag_logits(const WordScores& scores, TagKind kind, std::size_t word) const {
  return scores.linear.data() + word * linear_.columns() + tag_column_[static_cast<std::size_t>(kind)];
}

std::uint32_t WordHeads::best_tag(const WordScores& scores, TagKind kind, std::size_t word) const {
  const auto* logits = tag_logits(scores, kind, word);
  return static_cast<std::uint32_t>(std::max_element(logits, logits + tags_[static_cast<std::size_t>(kind)]) - logits);
}

std::vector<float> WordHeads::rectified(const WordScores& scores, std::size_t first, std::size_t words, std::size_t column,
                                        std::size_t size) const {
  std::vector<float> rows(words * size);
  for (std::size_t word = 0; word < words; ++word) {
    const auto* from = scores.linear.data() + (first + word) * linear_.columns() + column;
    std::transform(from, from + size, rows.begin() + static_cast<std::ptrdiff_t>(word * size), [](float x) { return x > 0 ? x : 0.0F; });
  }
  return rows;
}

std::vector<float> WordHeads::arcs(const Kernels& kernels, const WordScores& scores, std::size_t first, std::size_t last) const {
  const auto words = last - first;
  const auto room = padded(words + 1);
  std::vector<float> heads(arc_ * room);
  const auto vectors = rectified(scores, first, words, arc_head_, arc_);
  for (std::size_t i = 0; i < arc_; ++i) {
    heads[i * room] = arc_root_[i];
    for (std::size_t word = 0; word < words; ++word) heads[i * room + word + 1] = vectors[word * arc_ + i];
  }
  std::vector<float> table(words * room);
  kernels.product(scores.queries.data() + first * arc_form_.columns(), arc_form_.columns(), heads.data(), room, table.data(), room, words,
                  arc_, room);
  for (std::size_t word = 1; word < words; ++word)
    std::copy_n(table.begin() + static_cast<std::ptrdiff_t>(word * room), words + 1,
                table.begin() + static_cast<std::ptrdiff_t>(word * (words + 1)));
  table.resize(words * (words + 1));
  return table;
}

std::vector<float> WordHeads::label_logits(const Kernels& kernels, const WordScores& scores,
                                           const std::vector<std::uint32_t>& heads) const {
  const auto words = scores.words;
  auto head_vectors = rectified(scores, 0, words, label_head_, relation_);
  head_vectors.insert(head_vectors.begin(), label_root_, label_root_ + relation_);
  QuantisedRows rows;
  rows.assign(kernels, head_vectors.data(), words + 1, relation_, relation_);
  std::vector<float> of_head((words + 1) * label_of_head_.columns());
  label_of_head_.multiply(kernels, rows, of_head.data());
  const auto dependents = rectified(scores, 0, words, label_dependent_, relation_);
  std::vector<float> logits(words * labels_);
  std::vector<float> form(kLabelRows * label_form_.columns());
  for (std::size_t first = 0; first < words; first += kLabelRows) {
    const auto count = std::min(kLabelRows, words - first);
    rows.assign(kernels, dependents.data() + first * relation_, count, relation_, relation_);
    label_form_.multiply(kernels, rows, form.data());
    for (std::size_t i = 0; i < count; ++i) {
      const auto head = heads[first + i];
      auto* out = logits.data() + (first + i) * labels_;
      const auto* of_word = form.data() + i * label_form_.columns();
      kernels.dots(of_word, relation_, labels_, head_vectors.data() + head * relation_, relation_, out);
      for (std::size_t label = 0; label < labels_; ++label)
        out[label] = (out[label] + of_word[label_form_dependent_ + label]) + of_head[head * label_of_head_.columns() + label];
    }
  }
  return logits;
}

}  // namespace entente
