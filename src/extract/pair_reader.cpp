#include "entente/extract/pair_reader.hpp"

#include <algorithm>
#include <optional>

#include "entente/text/sentences.hpp"

namespace entente {

namespace {

// So far below any threshold that every relation is returned.
constexpr float kAll = -100;

/// The words of a sentence that a stretch of the text covers.
std::optional<WordRange> words_of(const std::vector<ParsedSentence>& sentences, Span span) {
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    const auto& tokens = sentences[s].tokens;
    std::uint32_t first = 0;
    while (first < tokens.size() && tokens[first].span.end <= span.begin) ++first;
    std::uint32_t last = first;
    while (last < tokens.size() && tokens[last].span.begin < span.end) ++last;
    if (first < last) return WordRange{s, first, last};
  }
  return std::nullopt;
}

/// The model's type for a stretch: that of its likeliest mention inside.
std::uint32_t type_of(const EncodedDocument& document, const WordRange& words, const LanguageModel& model) {
  std::uint32_t type = 0;
  float most = 0;
  for (const auto& mention : model.mentions(document, words.sentence, 0.05F)) {
    const bool inside = mention.words.first >= words.first && mention.words.last <= words.last;
    const bool ends = mention.words.last == words.last;
    const float weight = mention.probability + (ends ? 1.0F : 0.0F);
    if (inside && weight > most) {
      most = weight;
      type = mention.type;
    }
  }
  return type;
}

}  // namespace

std::vector<PairRelation> read_pair(const std::string& text, Span first, Span second, const LanguageModel& model, const Schema& schema) {
  // One sentence, whatever the splitter would say: the stretches belong together.
  Sentence sentence{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph, 0, split_words(text)};
  const auto document = model.analyse(text, {sentence});
  const auto a = words_of(document.sentences, first);
  const auto b = words_of(document.sentences, second);
  std::vector<PairRelation> found;
  if (!a || !b || a->sentence != b->sentence || *a == *b) return found;
  const std::vector<TypedRange> mentions = {{*a, type_of(document, *a, model)}, {*b, type_of(document, *b, model)}};
  for (const auto& scored : model.relations(document, a->sentence, mentions, {}, kAll)) {
    const auto& name = model.relations()[scored.relation];
    const auto best = std::max_element(std::begin(scored.modality), std::end(scored.modality)) - std::begin(scored.modality);
    if (schema.find_relation(name) != nullptr)
      found.push_back({name, scored.source == 1, static_cast<Modality>(best), static_cast<double>(scored.probability)});
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& x, const auto& y) { return x.confidence > y.confidence; });
  return found;
}

}  // namespace entente
