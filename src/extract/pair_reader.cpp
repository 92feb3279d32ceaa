#include "entente/extract/pair_reader.hpp"

#include <algorithm>
#include <optional>

#include "entente/text/sentences.hpp"
#include "extract/english_words.hpp"

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

Mention mention_of(const ParsedSentence& sentence, const WordRange& words, const std::string& type) {
  Mention mention;
  mention.sentence = words.sentence;
  mention.first_token = words.first;
  mention.last_token = words.last;
  mention.span = {sentence.tokens[words.first].span.begin, sentence.tokens[words.last - 1].span.end};
  mention.head_token = words.last - 1;
  for (auto i = words.last; i-- > words.first;)
    if (const auto head = sentence.tokens[i].head; head == 0 || head - 1 < words.first || head - 1 >= words.last) mention.head_token = i;
  mention.type = type;
  return mention;
}

/// Whether the verb over a trigger is said of the future or only undertaken: "will meet", "has agreed to release", "is ready to help".
bool is_to_come(const ParsedSentence& sentence, const std::string& text, std::uint32_t first, std::uint32_t last) {
  const auto& tokens = sentence.tokens;
  if (first >= last || last > tokens.size()) return false;
  auto at = last - 1;
  for (int steps = 0; steps < 6; ++steps) {
    const auto lemma = to_lower(tokens[at].lemma);
    if (steps > 0 && is_undertaking(lemma)) return true;
    for (const auto& other : tokens)
      if (other.head == at + 1 && other.deprel == "aux" && is_future_auxiliary(other.span.of(text))) return true;
    const auto& label = tokens[at].deprel;
    if (tokens[at].head == 0 || label == "acl:relcl" || label == "advcl" || label == "parataxis") return false;
    at = tokens[at].head - 1;
  }
  return false;
}

std::string trigger_lemma(const ParsedSentence& sentence, std::uint32_t first, std::uint32_t last) {
  return first < last && last <= sentence.tokens.size() ? to_lower(sentence.tokens[last - 1].lemma) : "";
}

/// Adds what a frame of the lexicon found to what the model thinks.
void add_frame(const Candidate& candidate, const std::string& trigger, bool to_come, std::vector<PairRelation>& found) {
  const bool reversed = candidate.source == 1;
  for (auto& known : found)
    if (known.relation == candidate.relation && known.reversed == reversed) {
      if (candidate.confidence > known.confidence) known.modality = candidate.modality;
      known.to_come = known.to_come || to_come;
      known.confidence = 1 - (1 - known.confidence) * (1 - candidate.confidence);
      return;
    }
  found.push_back({candidate.relation, reversed, candidate.modality, candidate.confidence, trigger, to_come});
}

}  // namespace

std::vector<PairRelation> PairReader::read(const std::string& text, Span first, Span second) const {
  // One sentence, whatever the splitter would say: the stretches belong together.
  Sentence sentence{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph, 0, split_words(text)};
  const auto document = model_.analyse(text, {sentence});
  const auto a = words_of(document.sentences, first);
  const auto b = words_of(document.sentences, second);
  std::vector<PairRelation> found;
  if (!a || !b || a->sentence != b->sentence || *a == *b) return found;
  const auto& parsed = document.sentences[a->sentence];
  const std::vector<TypedRange> ranges = {{*a, type_of(document, *a, model_)}, {*b, type_of(document, *b, model_)}};
  for (const auto& scored : model_.relations(document, a->sentence, ranges, {}, kAll)) {
    const auto& name = model_.relations()[scored.relation];
    const auto best = std::max_element(std::begin(scored.modality), std::end(scored.modality)) - std::begin(scored.modality);
    if (schema_.find_relation(name) != nullptr)
      found.push_back({name, scored.source == 1, static_cast<Modality>(best), static_cast<double>(scored.probability),
                       trigger_lemma(parsed, scored.trigger.first, scored.trigger.last),
                       is_to_come(parsed, text, scored.trigger.first, scored.trigger.last)});
  }
  SentenceMentions mentions;
  for (std::uint32_t i = 0; i < 2; ++i) {
    mentions.mentions.push_back(mention_of(parsed, ranges[i].words, model_.types()[ranges[i].type]));
    mentions.entities.push_back({LocalEntityId{i}});
  }
  for (const auto& candidate : lexicon_.extract(parsed, text, mentions))
    add_frame(candidate, trigger_lemma(parsed, candidate.first_trigger, candidate.last_trigger),
              is_to_come(parsed, text, candidate.first_trigger, candidate.last_trigger), found);
  std::stable_sort(found.begin(), found.end(), [](const auto& x, const auto& y) { return x.confidence > y.confidence; });
  return found;
}

}  // namespace entente
