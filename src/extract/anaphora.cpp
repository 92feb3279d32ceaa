#include "extract/anaphora.hpp"

#include <algorithm>

#include "extract/english_words.hpp"
#include "extract/names.hpp"

namespace entente {

namespace {

constexpr std::uint32_t kReach = 30;    // earlier mentions that a description may refer to
constexpr float kSureReference = 1.0F;  // by how much an antecedent must beat "none": a wrong one costs more than none
constexpr double kWorthNode = 0.25;     // probability from which an unresolved description becomes an entity of its own

bool is_any(const std::string& type, std::initializer_list<std::string_view> types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

}  // namespace

AnaphoraResolver::AnaphoraResolver(const EncodedDocument& document, const std::string& text, const std::vector<DetectedMention>& mentions,
                                   const LanguageModel& model, DraftEntities& drafts, std::vector<std::vector<LocalEntityId>>& of_mention)
    : document_(document), text_(text), mentions_(mentions), model_(model), drafts_(drafts), of_mention_(of_mention) {
  for (const auto& detected : mentions)
    ranges_.push_back({detected.mention.sentence, detected.mention.first_token, detected.mention.last_token});
}

std::string_view AnaphoraResolver::word(const Mention& mention, std::uint32_t token) const {
  return document_.sentences[mention.sentence].tokens[token].span.of(text_);
}

std::vector<LocalEntityId> AnaphoraResolver::resolve(std::uint32_t mention) {
  return mentions_[mention].mention.kind == MentionKind::pronoun ? resolve_pronoun(mention) : resolve_nominal(mention);
}

/// The entities of the nearest earlier mention of one of the types, preferring subjects of its sentence.
std::vector<LocalEntityId> AnaphoraResolver::last_of_types(std::uint32_t mention, std::initializer_list<std::string_view> types,
                                                           std::uint32_t reach) const {
  const auto& own = mentions_[mention].mention;
  std::vector<LocalEntityId> nearest;
  std::uint32_t sentence_of_nearest = 0;
  for (std::uint32_t i = mention; i-- > 0;) {
    const auto& other = mentions_[i].mention;
    if (own.sentence - other.sentence > reach) break;
    if (!nearest.empty() && other.sentence != sentence_of_nearest) break;
    if (other.span.contains(own.span) || mentions_[i].is_demonym || mentions_[i].is_place) continue;
    const auto& entities = of_mention_[i];
    if (entities.size() != 1 || !is_any(drafts_[entities[0]].type, types)) continue;
    const auto& deprel = document_.sentences[other.sentence].tokens[other.head_token].deprel;
    if (other.sentence != own.sentence && deprel.starts_with("nsubj")) return entities;
    if (nearest.empty()) {
      nearest = entities;
      sentence_of_nearest = other.sentence;
    }
  }
  return nearest;
}

/// The last two different States (or alliances) named, the earlier one first.
std::vector<LocalEntityId> AnaphoraResolver::last_two_states(std::uint32_t mention) const {
  std::vector<LocalEntityId> found;
  for (std::uint32_t i = mention; i-- > 0 && found.size() < 2;) {
    if (mentions_[mention].mention.sentence - mentions_[i].mention.sentence > 4) break;
    for (const auto id : of_mention_[i])
      if (is_any(drafts_[id].type, {"State"}) && std::find(found.begin(), found.end(), id) == found.end() && found.size() < 2)
        found.push_back(id);
  }
  if (found.size() < 2) return {};
  std::reverse(found.begin(), found.end());
  return found;
}

/// Whether a description may refer to an earlier mention at all. Things (deals, systems, talks) are told apart by what they are called, so
/// a longer description of one must share its head word; "the deal" may take up any.
bool AnaphoraResolver::may_corefer(const Mention& own, const Mention& other) const {
  if (own.kind != MentionKind::nominal || is_any(own.type, {"State", "Organization", "Person", "Group", "Territory"})) return true;
  const auto lemma = [&](const Mention& m) { return to_lower(document_.sentences[m.sentence].tokens[m.head_token].lemma); };
  if (lemma(own) == lemma(other)) return true;
  const bool definite = is_determiner(word(own, own.first_token)) && own.last_token - own.first_token == 2;
  return definite && own.type == other.type;
}

/// What the model thinks the mention refers to, among the last mentions.
std::vector<LocalEntityId> AnaphoraResolver::by_model(std::uint32_t mention) const {
  const auto& own = mentions_[mention].mention;
  std::vector<std::uint32_t> candidates;
  for (std::uint32_t i = mention; i-- > 0 && candidates.size() < kReach;) {
    const auto& other = mentions_[i].mention;
    if (of_mention_[i].empty() || other.span.contains(own.span) || own.span.contains(other.span)) continue;
    if (!compatible_types(other.type, own.type) || !may_corefer(own, other)) continue;
    candidates.push_back(i);
  }
  if (candidates.empty()) return {};
  std::reverse(candidates.begin(), candidates.end());
  const auto scores = model_.antecedents(document_, ranges_, mention, candidates);
  const auto best = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  return scores[best] > kSureReference ? of_mention_[candidates[best]] : std::vector<LocalEntityId>{};
}

/// The noun that a relative clause belongs to.
std::vector<LocalEntityId> AnaphoraResolver::relative_antecedent(std::uint32_t mention) const {
  const auto& own = mentions_[mention].mention;
  const auto& tokens = document_.sentences[own.sentence].tokens;
  std::uint32_t at = own.head_token;
  for (int steps = 0; steps < 8; ++steps) {
    const auto head = tokens[at].head;
    if (tokens[at].deprel == "acl:relcl" && head != 0) {
      for (std::uint32_t i = mention; i-- > 0 && mentions_[i].mention.sentence == own.sentence;)
        if (mentions_[i].mention.head_token == head - 1) return of_mention_[i];
      return {};
    }
    if (head == 0) return {};
    at = head - 1;
  }
  return {};
}

/// Who says "we" or "I" in a quotation whose speaker the sentence names ("… help us," says Karzai): with "we" the State that he speaks for.
std::vector<LocalEntityId> AnaphoraResolver::quoted_speaker(std::uint32_t mention) {
  const auto& own = mentions_[mention].mention;
  const auto& tokens = document_.sentences[own.sentence].tokens;
  const auto marks = [&](const Token& token) { return is_quotation_mark(token.span.of(text_)); };
  if (std::none_of(tokens.begin(), tokens.end(), marks)) return {};
  const auto is_speaker = [&](const Mention& other) {
    const auto& token = tokens[other.head_token];
    return token.deprel == "nsubj" && token.head != 0 && is_speech_verb(to_lower(tokens[token.head - 1].lemma)) &&
           !is_first_person_plural(word(other, other.head_token)) && !is_first_person_singular(word(other, other.head_token));
  };
  auto first = mention;
  while (first > 0 && mentions_[first - 1].mention.sentence == own.sentence) --first;
  for (auto i = first; i < mentions_.size() && mentions_[i].mention.sentence == own.sentence; ++i) {
    const auto& other = mentions_[i].mention;
    if (i == mention || !is_speaker(other)) continue;
    if (of_mention_[i].empty() && other.kind != MentionKind::name) of_mention_[i] = resolve(i);
    if (of_mention_[i].size() != 1) return {};
    const auto id = of_mention_[i][0];
    if (is_first_person_plural(word(own, own.head_token)))
      if (const auto state = drafts_.state_of(id)) return {*state};
    return {id};
  }
  return {};
}

std::vector<LocalEntityId> AnaphoraResolver::resolve_pronoun(std::uint32_t mention) {
  const auto& own = mentions_[mention].mention;
  const auto text = word(own, own.head_token);
  if (is_first_person_plural(text) || is_first_person_singular(text))
    if (auto found = quoted_speaker(mention); !found.empty()) return found;
  if (is_first_person_plural(text)) return speaker_ ? std::vector{*speaker_} : std::vector<LocalEntityId>{};
  if (is_first_person_singular(text)) return {};
  if (is_relative_pronoun(text)) return relative_antecedent(mention);
  if (to_lower(text) == "both") return last_two_states(mention);
  if (auto found = by_model(mention); !found.empty()) return found;
  if (is_personal_pronoun(text)) return last_of_types(mention, {"Person"}, 2);
  if (is_neuter_pronoun(text)) return last_of_types(mention, {"State", "Organization", "Group"}, 1);
  if (is_plural_pronoun(text)) return last_of_types(mention, {"Group", "Organization", "State"}, 1);
  return {};
}

/// "Japanese officials", "the Trump administration", "NATO diplomats": the State or organization that is named inside.
std::vector<LocalEntityId> AnaphoraResolver::government_of(std::uint32_t mention) {
  const auto& own = mentions_[mention].mention;
  const auto& head = document_.sentences[own.sentence].tokens[own.head_token];
  if (!is_government_noun(head.lemma)) return {};
  for (std::uint32_t i = mention + 1; i < mentions_.size() && own.span.contains(mentions_[i].mention.span); ++i) {
    const auto& inner = mentions_[i].mention;
    const auto& token = document_.sentences[inner.sentence].tokens[inner.head_token];
    const bool modifies = token.head == own.head_token + 1 && !token.deprel.starts_with("conj");
    if (!modifies || of_mention_[i].size() != 1) continue;
    const auto id = of_mention_[i][0];
    if (drafts_[id].type == "State") return of_mention_[i];
    if (is_any(drafts_[id].type, {"Organization", "Group"}) && (is_rule_noun(head.lemma) || is_spokesman_noun(head.lemma)))
      return of_mention_[i];
    if (drafts_[id].type == "Person" && is_rule_noun(head.lemma))
      if (const auto state = drafts_.state_of(id)) return {*state};
  }
  return {};
}

/// "the neighbouring emirate of Kuwait", "the kingdom, Bhutan": the State that a description names behind itself.
std::vector<LocalEntityId> AnaphoraResolver::specified_by_name(std::uint32_t mention) const {
  const auto& own = mentions_[mention].mention;
  const auto& tokens = document_.sentences[own.sentence].tokens;
  if (!is_country_noun(to_lower(tokens[own.head_token].lemma))) return {};
  for (std::uint32_t i = mention + 1; i < mentions_.size() && mentions_[i].mention.sentence == own.sentence; ++i) {
    const auto& other = mentions_[i].mention;
    const auto& token = tokens[other.head_token];
    if (token.head != own.head_token + 1 || other.kind != MentionKind::name || of_mention_[i].size() != 1) continue;
    const bool of = token.deprel == "nmod" && other.first_token > 0 &&
                    (word(other, other.first_token - 1) == "of" || (other.first_token > 1 && word(other, other.first_token - 2) == "of"));
    if ((of || token.deprel == "appos") && is_any(drafts_[of_mention_[i][0]].type, {"State", "Territory"})) return of_mention_[i];
  }
  return {};
}

/// "the President", "the Foreign Minister": the last person who was named with that office.
std::vector<LocalEntityId> AnaphoraResolver::holder_of_office(std::uint32_t mention) const {
  const auto& own = mentions_[mention].mention;
  if (own.type != "Person" || own.last_token - own.first_token > 4) return {};
  const auto office = to_lower(document_.sentences[own.sentence].tokens[own.head_token].lemma);
  if (!is_title_word(office)) return {};
  for (std::uint32_t i = mention; i-- > 0;) {
    const auto& other = mentions_[i].mention;
    if (other.kind != MentionKind::name || of_mention_[i].size() != 1 || drafts_[of_mention_[i][0]].type != "Person") continue;
    const auto from = other.first_token == 0 ? 0 : other.first_token - 1;
    for (auto k = from; k < other.last_token; ++k)
      if (to_lower(word(other, k)) == office) return of_mention_[i];
  }
  return {};
}

/// "the THAAD system", "the Minsk agreements": what is named inside, if the head only says what kind of thing it is.
std::vector<LocalEntityId> AnaphoraResolver::name_inside(std::uint32_t mention) const {
  const auto& own = mentions_[mention].mention;
  const auto lemma = to_lower(document_.sentences[own.sentence].tokens[own.head_token].lemma);
  const bool titled = own.type == "Person" && is_title_word(lemma);
  if (own.type == "State" || !(titled || is_kind_noun(lemma))) return {};
  for (std::uint32_t i = mention + 1; i < mentions_.size() && own.span.contains(mentions_[i].mention.span); ++i)
    if (of_mention_[i].size() == 1 && mentions_[i].mention.kind == MentionKind::name && drafts_[of_mention_[i][0]].type == own.type)
      return of_mention_[i];
  return {};
}

std::vector<LocalEntityId> AnaphoraResolver::resolve_nominal(std::uint32_t mention) {
  const auto& own = mentions_[mention].mention;
  const auto& tokens = document_.sentences[own.sentence].tokens;
  const auto first = to_lower(word(own, own.first_token));
  const auto& lemma = tokens[own.head_token].lemma;
  if (auto found = government_of(mention); !found.empty()) return found;
  if (auto found = name_inside(mention); !found.empty()) return found;
  if (auto found = specified_by_name(mention); !found.empty()) return found;
  if (auto found = holder_of_office(mention); !found.empty()) return found;
  const bool definite = is_determiner(first) && first != "a" && first != "an";
  const bool two = first == "both" || (own.last_token - own.first_token >= 3 && to_lower(word(own, own.first_token + 1)) == "two");
  if (two && is_party_noun(lemma)) return last_two_states(mention);
  if (is_first_person_plural(first) || is_first_person_singular(first)) {
    if (speaker_ && (is_country_noun(lemma) || is_government_noun(lemma))) return {*speaker_};
  }
  const auto phrase = display_name(own.span.of(text_), false);
  if (own.type != "State" && own.type != "Person")
    if (auto same = drafts_.find_exact(phrase, own.type)) return {*same};
  if (auto found = by_model(mention); !found.empty()) return found;
  if (definite && is_country_noun(lemma) && first == "the")
    if (auto found = last_of_types(mention, {"State"}, 2); !found.empty()) return found;
  if (is_any(own.type, {"State", "Person"}) || own.confidence < kWorthNode || words_of_name(phrase).size() < 2) return {};
  const auto id = drafts_.create(phrase, own.type, false);
  return {id};
}

}  // namespace entente
