#include "entente/extract/mention_detection.hpp"

#include <algorithm>
#include <unordered_set>

#include "entente/language/names.hpp"
#include "extract/capitals.hpp"
#include "extract/english_words.hpp"
#include "extract/longer_names.hpp"

namespace entente {

namespace {

// Below this the model's spans are mostly noise; above it a spurious mention costs little, since it must also take part in a relation.
constexpr float kLeastMention = 0.1F;

// Above this even an odd span is believed.
constexpr double kCertain = 0.6;

/// The word of [first, last) whose head lies outside.
std::uint32_t head_word(const ParsedSentence& sentence, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i) {
    const auto head = sentence.tokens[i].head;
    if (head == 0 || head - 1 < first || head - 1 >= last) {
      if (sentence.tokens[i].upos != "PUNCT" && sentence.tokens[i].upos != "DET") return i;
    }
  }
  return last - 1;
}

/// "President", "the Secretary-General": an office that names nobody.
bool is_bare_title(const ParsedSentence& sentence, const std::string& text, const WordRange& words) {
  for (auto i = words.first; i < words.last; ++i) {
    const auto word = sentence.tokens[i].span.of(text);
    if (!is_title_word(word) && !is_determiner(word) && word != "-") return false;
  }
  return true;
}

MentionKind kind_of(const Token& head, const std::string& text, bool in_gazetteer, bool bare_title) {
  if (in_gazetteer) return MentionKind::name;
  if (head.upos == "PROPN") return bare_title ? MentionKind::nominal : MentionKind::name;
  const auto word = head.span.of(text);
  if (head.upos == "PRON" || head.upos == "DET" || is_neuter_pronoun(word) || is_relative_pronoun(word)) return MentionKind::pronoun;
  return MentionKind::nominal;
}

Mention make_mention(const ParsedSentence& sentence, const std::string& text, const WordRange& words, std::string type, bool in_gazetteer) {
  Mention mention;
  mention.sentence = words.sentence;
  mention.first_token = words.first;
  mention.last_token = words.last;
  mention.span = {sentence.tokens[words.first].span.begin, sentence.tokens[words.last - 1].span.end};
  mention.head_token = head_word(sentence, words.first, words.last);
  mention.kind = kind_of(sentence.tokens[mention.head_token], text, in_gazetteer, type == "Person" && is_bare_title(sentence, text, words));
  mention.type = std::move(type);
  return mention;
}

bool crosses(const Mention& a, const Mention& b) { return a.span.overlaps(b.span) && !a.span.contains(b.span) && !b.span.contains(a.span); }

/// The words of a sentence and its neighbours, among which homographs are told apart.
std::unordered_set<std::string> words_nearby(const EncodedDocument& document, std::uint32_t index, const std::string& text) {
  std::unordered_set<std::string> words;
  const auto last = std::min<std::size_t>(index + 2, document.sentences.size());
  for (std::size_t i = index == 0 ? 0 : index - 1; i < last; ++i)
    for (const auto& token : document.sentences[i].tokens) words.emplace(token.span.of(text));
  return words;
}

/// Adds the gazetteer's matches in one sentence.
void add_gazetteer_matches(const EncodedDocument& document, std::uint32_t index, const std::string& text, const GazetteerMatcher& gazetteer,
                           const Schema& schema, std::vector<DetectedMention>& found) {
  const auto& sentence = document.sentences[index];
  std::vector<Span> words;
  for (const auto& token : sentence.tokens) words.push_back(token.span);
  const auto nearby = words_nearby(document, index, text);
  for (const auto& match : gazetteer.match(text, words)) {
    const auto& reading = choose_reading(schema, match, nearby);
    const auto& entry = schema.gazetteer[reading.entry];
    DetectedMention detected;
    detected.mention = make_mention(sentence, text, {index, match.first_word, match.last_word}, entry.type, true);
    detected.entry = static_cast<std::int32_t>(reading.entry);
    detected.is_demonym = reading.kind == NameKind::demonym;
    detected.is_place = reading.kind == NameKind::metonym && entry.type == "State" &&
                        is_capital_as_place(sentence, text, detected.mention.head_token, entry.label);
    found.push_back(std::move(detected));
  }
}

/// False for "BRICS) group".
bool has_paired_brackets(std::string_view words) {
  int open = 0;
  for (const char c : words) {
    open += (c == '(') - (c == ')');
    if (open < 0) return false;
  }
  return open == 0;
}

/// "Addis Ababa built the dam", "KEDO members, KEDO": hardly one thing.
bool is_clause_or_list(const ParsedSentence& sentence, const std::string& text, const Mention& mention) {
  for (auto i = mention.first_token; i < mention.last_token; ++i) {
    const auto& token = sentence.tokens[i];
    const bool finite = token.xpos == "VBD" || token.xpos == "VBZ" || token.xpos == "VBP" || token.xpos == "MD";
    if (finite || token.span.of(text) == ",") return true;
  }
  return false;
}

/// Whether a span can be a mention of its type: persons and States have short names without commas and no other State inside.
bool is_plausible(const ParsedSentence& sentence, const std::string& text, const Mention& mention,
                  const std::vector<DetectedMention>& names) {
  if (!has_paired_brackets(mention.span.of(text))) return false;
  if (mention.confidence < kCertain && is_clause_or_list(sentence, text, mention)) return false;
  if (mention.type != "Person" && mention.type != "State" && mention.type != "Territory") return true;
  if (mention.last_token - mention.first_token > 8) return false;
  for (auto i = mention.first_token; i < mention.last_token; ++i) {
    const auto word = sentence.tokens[i].span.of(text);
    if (word == "," || word == "(" || word == ")" || word == ";" || word == ":") return false;
  }
  if (mention.type != "State") return true;
  const bool official = is_government_noun(to_lower(sentence.tokens[mention.head_token].lemma));
  return official || std::none_of(names.begin(), names.end(), [&](const auto& name) { return mention.span.contains(name.mention.span); });
}

/// Adds the model's spans in one sentence beside what the gazetteer found: of several with one head word only the surest.
void add_model_spans(const EncodedDocument& document, std::uint32_t index, const std::string& text, const LanguageModel& model,
                     const Schema& schema, std::vector<DetectedMention>& found) {
  const auto& sentence = document.sentences[index];
  const auto names = found;
  auto spans = model.mentions(document, index, kLeastMention);
  std::stable_sort(spans.begin(), spans.end(), [](const auto& a, const auto& b) { return a.probability > b.probability; });
  for (const auto& span : spans) {
    auto mention = make_mention(sentence, text, span.words, model.types()[span.type], false);
    mention.confidence = span.probability;
    if (!is_plausible(sentence, text, mention, names)) continue;
    DetectedMention detected{std::move(mention), -1, false, false};
    take_longer_name(sentence, text, schema, detected, found);
    const auto clashes = [&](const DetectedMention& other) {
      return crosses(other.mention, detected.mention) || other.mention.head_token == detected.mention.head_token;
    };
    if (std::none_of(found.begin(), found.end(), clashes)) found.push_back(std::move(detected));
  }
}

/// Adds the tagged names that no mention touches: the mention head was taught on what takes part in relations, the name tags on all names.
void add_tagged_names(const EncodedDocument& document, std::uint32_t index, const std::string& text, std::vector<DetectedMention>& found) {
  const auto& sentence = document.sentences[index];
  std::vector<std::string> tags;
  for (const auto& token : sentence.tokens) tags.push_back(token.name);
  for (const auto& name : names_of(tags)) {
    const char* type = name.kind == "PER" ? "Person" : name.kind == "ORG" ? "Organization" : "Territory";
    auto mention =
        make_mention(sentence, text, {index, static_cast<std::uint32_t>(name.first), static_cast<std::uint32_t>(name.last)}, type, false);
    mention.confidence = kLeastMention;
    const auto touches = [&](const DetectedMention& other) { return other.mention.span.overlaps(mention.span); };
    if (mention.kind == MentionKind::name && std::none_of(found.begin(), found.end(), touches))
      found.push_back({std::move(mention), -1, false, false});
  }
}

}  // namespace

std::vector<DetectedMention> detect_mentions(const EncodedDocument& document, const std::string& text, const LanguageModel& model,
                                             const GazetteerMatcher& gazetteer, const Schema& schema) {
  std::vector<DetectedMention> all;
  for (std::uint32_t i = 0; i < document.sentences.size(); ++i) {
    std::vector<DetectedMention> found;
    add_gazetteer_matches(document, i, text, gazetteer, schema, found);
    add_model_spans(document, i, text, model, schema, found);
    add_tagged_names(document, i, text, found);
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
      return a.mention.span.begin != b.mention.span.begin ? a.mention.span.begin < b.mention.span.begin
                                                          : a.mention.span.end > b.mention.span.end;
    });
    std::move(found.begin(), found.end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace entente
