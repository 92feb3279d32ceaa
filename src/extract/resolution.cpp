#include "entente/extract/resolution.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "extract/anaphora.hpp"
#include "extract/draft_entities.hpp"
#include "extract/english_words.hpp"
#include "extract/names.hpp"

namespace entente {

namespace {

class Resolver {
 public:
  Resolver(const EncodedDocument& document, const std::string& text, const std::vector<DetectedMention>& mentions,
           const LanguageModel& model, const Schema& schema)
      : document_(document), text_(text), mentions_(mentions), model_(model), drafts_(schema), of_mention_(mentions.size()) {}

  Resolution run(const std::string& speaker_hint) {
    resolve_known_names();
    resolve_other_names(true);
    resolve_other_names(false);
    AnaphoraResolver anaphora(document_, text_, mentions_, model_, drafts_, of_mention_);
    anaphora.set_speaker(find_speaker(speaker_hint));
    for (std::uint32_t i = 0; i < mentions_.size(); ++i)
      if (of_mention_[i].empty() && mentions_[i].mention.kind != MentionKind::name) of_mention_[i] = anaphora.resolve(i);
    collect_aliases();
    auto led = states_led(find_home(speaker_hint));
    auto entities = drafts_.finish();
    led.resize(entities.size());
    std::vector<bool> named;
    for (std::uint32_t i = 0; i < entities.size(); ++i) named.push_back(drafts_[{i}].has_name);
    return {std::move(entities), std::move(of_mention_), std::move(named), std::move(led)};
  }

 private:
  std::string shown(const Mention& mention) const { return display_name(mention.span.of(text_), mention.type == "Person"); }

  void resolve_known_names() {
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      const auto& detected = mentions_[i];
      if (detected.entry < 0) continue;
      if (detected.is_place) {
        const auto name = shown(detected.mention);
        const auto known = drafts_.find_exact(name, "Territory");
        of_mention_[i] = {known && drafts_[*known].type == "Territory" ? *known : drafts_.create(name, "Territory", true)};
      } else {
        of_mention_[i] = {drafts_.of_entry(detected.entry)};
      }
    }
  }

  /// Names that the gazetteer lacks: full names first, so that "Lavrov" finds "Sergei Lavrov" wherever he is named in full.
  void resolve_other_names(bool full) {
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      const auto& mention = mentions_[i].mention;
      if (mention.kind != MentionKind::name || !of_mention_[i].empty()) continue;
      const auto name = shown(mention);
      if (name.empty() || (words_of_name(name).size() > 1) != full) continue;
      if (const auto inner = name_inside(i)) {
        of_mention_[i] = {*inner};
        continue;
      }
      auto id = drafts_.find_exact(name, mention.type);
      if (!id) id = drafts_.find_partial(name, mention.type);
      if (!id) id = drafts_.create(name, mention.type, true);
      of_mention_[i] = {*id};
      drafts_.add_alias(*id, name);
    }
  }

  /// "the Trump Administration", "the Government of Japan" written with a capital: the State; "the THAAD System": THAAD.
  std::optional<LocalEntityId> name_inside(std::uint32_t index) {
    const auto& own = mentions_[index].mention;
    const auto lemma = to_lower(document_.sentences[own.sentence].tokens[own.head_token].lemma);
    for (std::uint32_t i = index + 1; i < mentions_.size() && own.span.contains(mentions_[i].mention.span); ++i) {
      if (of_mention_[i].size() != 1) continue;
      const std::string type = drafts_[of_mention_[i][0]].type;
      if (own.type == "State" && type == "State" && is_government_noun(lemma)) return of_mention_[i][0];
      if (type == "Person" && is_rule_noun(lemma))
        if (const auto state = drafts_.state_of(of_mention_[i][0])) return state;
      if (type == own.type && type != "State" && is_kind_noun(lemma)) return of_mention_[i][0];
    }
    return std::nullopt;
  }

  /// The State in whose name "we" is said: named in the title of a statement or speech, else the one that the text calls its own most
  /// often.
  std::optional<LocalEntityId> find_speaker(const std::string& title) const {
    std::map<LocalEntityId, int> votes;
    int first_person = 0;
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      const auto& mention = mentions_[i].mention;
      if (mention.kind == MentionKind::pronoun && is_first_person_plural(mention.span.of(text_))) ++first_person;
      if (of_mention_[i].size() != 1 || drafts_[of_mention_[i][0]].type != "State") continue;
      votes[of_mention_[i][0]] += 1 + 8 * static_cast<int>(speaks_for(mention));
      if (title.find(mention.span.of(text_)) != std::string::npos && !mentions_[i].is_place) votes[of_mention_[i][0]] += 20;
    }
    if (first_person < 3 || votes.empty()) return std::nullopt;
    return std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
  }

  std::vector<LocalEntityId> states_led(const std::optional<LocalEntityId>& home) {
    std::vector<LocalEntityId> led(drafts_.size());
    for (std::uint32_t i = 0; i < led.size(); ++i) {
      if (drafts_[{i}].type != "Person") continue;
      led[i] = drafts_.state_of({i}).value_or(home.value_or(LocalEntityId{}));
    }
    return led;
  }

  /// The State that the title names, or to which most mentions of States refer.
  std::optional<LocalEntityId> find_home(const std::string& title) const {
    constexpr int kFew = 2;
    std::map<LocalEntityId, int> named;
    std::optional<LocalEntityId> in_title;
    int all = 0;
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      if (of_mention_[i].size() != 1 || mentions_[i].is_place || drafts_[of_mention_[i][0]].type != "State") continue;
      ++named[of_mention_[i][0]];
      ++all;
      if (mentions_[i].entry >= 0 && title.find(mentions_[i].mention.span.of(text_)) != std::string::npos) {
        if (in_title && *in_title != of_mention_[i][0]) return std::nullopt;
        in_title = of_mention_[i][0];
      }
    }
    if (in_title || named.empty()) return in_title;
    const auto most = std::max_element(named.begin(), named.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most->second >= kFew && 2 * most->second >= all ? std::optional(most->first) : std::nullopt;
  }

  /// Whether words before the mention say that the speaker belongs to it ("my country, X", "the people and Government of X").
  bool speaks_for(const Mention& mention) const {
    const auto begin = mention.span.begin > 48 ? mention.span.begin - 48 : 0;
    const auto before = to_lower(Span{begin, mention.span.begin}.of(text_));
    for (const auto* phrase :
         {"my country", "on behalf of", "my delegation", "the people and government of", "the government and people of", "the people of",
          "my people", "our country", "i bring greetings", "we in", "we, in"})
      if (before.find(phrase) != std::string::npos) return true;
    return false;
  }

  /// Whether a description names somebody else than it stands for ("the Taliban regime" in view of Afghanistan).
  bool names_another(std::uint32_t index) const {
    const auto& own = mentions_[index].mention;
    for (std::uint32_t i = index + 1; i < mentions_.size() && own.span.contains(mentions_[i].mention.span); ++i)
      if (mentions_[i].mention.kind == MentionKind::name && !of_mention_[i].empty() && of_mention_[i] != of_mention_[index]) return true;
    return false;
  }

  void collect_aliases() {
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      const auto& mention = mentions_[i].mention;
      if (mention.kind == MentionKind::pronoun || of_mention_[i].size() != 1 || mentions_[i].is_place) continue;
      auto alias = display_name(mention.span.of(text_), mention.type == "Person");
      if (mention.kind == MentionKind::nominal && names_another(i)) continue;
      // One common noun ("country") names nothing, and a long description says more than who is meant.
      const bool describes = mention.kind == MentionKind::nominal;
      const auto words = words_of_name(alias).size();
      if (!alias.empty() && !(describes && (words < 2 || words > 4))) drafts_.add_alias(of_mention_[i][0], alias);
    }
  }

  const EncodedDocument& document_;
  const std::string& text_;
  const std::vector<DetectedMention>& mentions_;
  const LanguageModel& model_;
  DraftEntities drafts_;
  std::vector<std::vector<LocalEntityId>> of_mention_;
};

}  // namespace

Resolution resolve_mentions(const EncodedDocument& document, const std::string& text, const std::string& speaker_hint,
                            const std::vector<DetectedMention>& mentions, const LanguageModel& model, const Schema& schema) {
  return Resolver(document, text, mentions, model, schema).run(speaker_hint);
}

}  // namespace entente
