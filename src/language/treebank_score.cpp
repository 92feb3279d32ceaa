#include "entente/language/treebank_score.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/base/uncased.hpp"
#include "language/word_alignment.hpp"

namespace entente {

namespace {

double ratio(std::size_t part, std::size_t whole) { return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole); }

Agreement agree_on_spans(const std::vector<Span>& gold, const std::vector<Span>& system) {
  Agreement agreement{gold.size(), system.size(), 0};
  for (std::size_t g = 0, s = 0; g < gold.size() && s < system.size();) {
    if (gold[g] == system[s]) {
      ++agreement.correct;
      ++g;
      ++s;
    } else if (gold[g].begin < system[s].begin) {
      ++g;
    } else if (system[s].begin < gold[g].begin) {
      ++s;
    } else {
      ++g;
      ++s;
    }
  }
  return agreement;
}

std::string_view without_subtype(std::string_view label) { return label.substr(0, label.find(':')); }

void check_characters(const PlacedTreebank& gold, const PlacedTreebank& system) {
  const auto difference = std::mismatch(gold.characters.begin(), gold.characters.end(), system.characters.begin(), system.characters.end());
  if (difference.first == gold.characters.end() && difference.second == system.characters.end()) return;
  const auto at = static_cast<std::size_t>(difference.first - gold.characters.begin());
  const auto around = [&](const std::string& text) {
    auto begin = at < 20 ? 0 : at - 20;
    while (begin > 0 && (static_cast<unsigned char>(text[std::min(begin, text.size() - 1)]) & 0xC0) == 0x80) --begin;
    return text.substr(std::min(begin, text.size()), 40);
  };
  throw InputError(fmt::format("the two analyses are not of one text: after {} characters the gold one goes on \"{}\", the other \"{}\"",
                               at, around(gold.characters), around(system.characters)));
}

/// Counts the pairs of aligned words that agree.
class WordCounter {
 public:
  WordCounter(const PlacedTreebank& gold, const PlacedTreebank& system, const std::vector<std::int64_t>& aligned, TreebankScore& score)
      : gold_(gold), system_(system), aligned_(aligned), score_(score) {}

  void count() {
    for (auto* agreement : {&score_.words, &score_.upos, &score_.xpos, &score_.lemmas, &score_.lemmas_any_case, &score_.unlabelled,
                            &score_.labelled, &score_.labelled_full}) {
      agreement->gold = gold_.words.size();
      agreement->system = system_.words.size();
    }
    for (const auto& word : gold_.words) ++score_.labels[word.word->deprel].gold;
    for (std::size_t s = 0; s < system_.words.size(); ++s) {
      ++score_.labels[system_.words[s].word->deprel].system;
      if (aligned_[s] >= 0) compare(gold_.words[static_cast<std::size_t>(aligned_[s])], system_.words[s]);
    }
  }

 private:
  void compare(const PlacedWord& gold, const PlacedWord& system) {
    const auto& right = *gold.word;
    const auto& found = *system.word;
    ++score_.words.correct;
    score_.upos.correct += right.upos == found.upos ? 1 : 0;
    score_.xpos.correct += right.xpos == found.xpos ? 1 : 0;
    const bool any_lemma = right.lemma == "_";
    score_.lemmas.correct += any_lemma || right.lemma == found.lemma ? 1 : 0;
    score_.lemmas_any_case.correct += any_lemma || lower_case(right.lemma) == lower_case(found.lemma) ? 1 : 0;
    const auto head = system.head < 0 ? -1 : aligned_[static_cast<std::size_t>(system.head)];
    const bool lost = system.head >= 0 && head < 0;
    if (lost || head != gold.head) return;
    ++score_.unlabelled.correct;
    score_.labelled.correct += without_subtype(right.deprel) == without_subtype(found.deprel) ? 1 : 0;
    if (right.deprel != found.deprel) return;
    ++score_.labelled_full.correct;
    ++score_.labels[right.deprel].correct;
  }

  const PlacedTreebank& gold_;
  const PlacedTreebank& system_;
  const std::vector<std::int64_t>& aligned_;
  TreebankScore& score_;
};

std::string row(std::string_view name, const Agreement& a) {
  return fmt::format("{:<18} {:>9.2f} {:>9.2f} {:>9.2f} {:>9}\n", name, 100 * a.precision(), 100 * a.recall(), 100 * a.f1(), a.gold);
}

}  // namespace

double Agreement::precision() const { return ratio(correct, system); }
double Agreement::recall() const { return ratio(correct, gold); }
double Agreement::f1() const { return ratio(2 * correct, gold + system); }

TreebankScore score_treebank(const std::vector<AnnotatedSentence>& gold, const std::vector<AnnotatedSentence>& system) {
  const auto placed_gold = place_words(gold);
  const auto placed_system = place_words(system);
  check_characters(placed_gold, placed_system);
  TreebankScore score;
  score.tokens = agree_on_spans(placed_gold.tokens, placed_system.tokens);
  score.sentences = agree_on_spans(placed_gold.sentences, placed_system.sentences);
  const auto aligned = align_words(placed_gold, placed_system);
  WordCounter(placed_gold, placed_system, aligned, score).count();
  return score;
}

std::string to_text(const TreebankScore& score, bool labels) {
  auto table = fmt::format("{:<18} {:>9} {:>9} {:>9} {:>9}\n", "", "precision", "recall", "F1", "gold");
  const std::pair<const char*, const Agreement&> rows[] = {{"Tokens", score.tokens},
                                                           {"Sentences", score.sentences},
                                                           {"Words", score.words},
                                                           {"UPOS", score.upos},
                                                           {"XPOS", score.xpos},
                                                           {"Lemmas", score.lemmas},
                                                           {"Lemmas (any case)", score.lemmas_any_case},
                                                           {"UAS", score.unlabelled},
                                                           {"LAS", score.labelled},
                                                           {"LAS (subtypes)", score.labelled_full}};
  for (const auto& [name, agreement] : rows) table += row(name, agreement);
  if (labels) table += "\n";
  if (labels)
    for (const auto& [name, agreement] : score.labels) table += row(name, agreement);
  return table;
}

}  // namespace entente
