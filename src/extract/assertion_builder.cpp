#include "extract/assertion_builder.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "entente/base/portable_math.hpp"
#include "extract/offices.hpp"

namespace entente {

namespace {

class Builder {
 public:
  Builder(const Document& document, const ParsedSentence& sentence, const SentenceMentions& mentions,
          const std::vector<LocalEntity>& entities, const Schema& schema)
      : document_(document),
        sentence_(sentence),
        mentions_(mentions),
        entities_(entities),
        schema_(schema),
        times_(find_time_expressions(sentence, document.text, document.date)) {}

  void add(const Candidate& candidate) {
    const auto* relation = schema_.find_relation(candidate.relation);
    if (relation == nullptr) return;
    for (const auto source : mentions_.entities[candidate.source])
      for (const auto target : mentions_.entities[candidate.target])
        if (source != target && schema_.allows(*relation, entities_[source.value].type, entities_[target.value].type))
          keep(make(candidate, *relation, source, target), signs_of(candidate));
  }

  std::vector<SignedAssertion> finish() {
    std::vector<SignedAssertion> all;
    for (auto& [key, assertion] : kept_) all.push_back(std::move(assertion));
    return all;
  }

 private:
  Span source_span(const Mention& mention) const { return document_.to_source(mention.span); }

  Assertion make(const Candidate& candidate, const RelationType& relation, LocalEntityId source, LocalEntityId target) const {
    auto from = candidate.source;
    auto to = candidate.target;
    if (relation.symmetric && entities_[target.value].label < entities_[source.value].label) {
      std::swap(source, target);
      std::swap(from, to);
    }
    Assertion assertion;
    assertion.source = source;
    assertion.relation = relation.name;
    assertion.target = target;
    assertion.modality = candidate.modality;
    assertion.attributed_to = speaker(candidate.speaker);
    assertion.sentence = document_.to_source(sentence_.span);
    assertion.sentence_text = sentence_.span.of(document_.text);
    const auto& first = mentions_.mentions[from];
    const auto& second = mentions_.mentions[to];
    assertion.source_mention = source_span(first);
    assertion.source_text = first.span.of(document_.text);
    assertion.target_mention = source_span(second);
    assertion.target_text = second.span.of(document_.text);
    set_trigger(candidate, assertion);
    assertion.time = nearest_time(candidate);
    assertion.confidence = candidate.confidence;
    assertion.by = candidate.by;
    return assertion;
  }

  LocalEntityId speaker(std::int32_t index) const {
    if (index < 0) return {};
    const auto i = static_cast<std::size_t>(index);
    if (i >= mentions_.mentions.size()) return mentions_.speaker_entities[i - mentions_.mentions.size()];
    if (mentions_.entities[i].size() != 1) return {};
    const auto who = mentions_.entities[i].front();
    return is_mute(entities_[who.value].type) ? LocalEntityId{} : who;
  }

  /// Summits, places and weapons claim nothing.
  static bool is_mute(const std::string& type) {
    static const std::set<std::string> kMute = {"Event", "Territory", "WeaponSystem", "Infrastructure", "Programme", "Issue"};
    return kMute.contains(type);
  }

  void set_trigger(const Candidate& candidate, Assertion& assertion) const {
    if (candidate.first_trigger >= candidate.last_trigger) return;
    const Span words{sentence_.tokens[candidate.first_trigger].span.begin, sentence_.tokens[candidate.last_trigger - 1].span.end};
    assertion.trigger = document_.to_source(words);
    assertion.trigger_text = words.of(document_.text);
  }

  /// The time expression nearest to the words that carry the relation.
  std::string nearest_time(const Candidate& candidate) const {
    const auto at =
        candidate.first_trigger < candidate.last_trigger ? candidate.first_trigger : mentions_.mentions[candidate.target].head_token;
    std::string value;
    std::uint32_t least = 0;
    for (const auto& time : times_) {
      const auto distance = time.first > at ? time.first - at : at - time.first;
      if (value.empty() || distance < least) {
        value = time.value;
        least = distance;
      }
    }
    return value;
  }

  ReadingSigns signs_of(const Candidate& candidate) const {
    ReadingSigns signs;
    if (candidate.by.starts_with("syntax:")) {
      signs.by_lexicon = true;
      signs.implied_office = candidate.by == kImpliedOffice;
      signs.lexicon = candidate.confidence;
    } else {
      signs.by_model = true;
      const double p = std::clamp(candidate.confidence, 1e-4, 1 - 1e-4);
      signs.model = portable_log(p / (1 - p));
    }
    for (const auto index : {candidate.source, candidate.target}) {
      const auto kind = mentions_.mentions[index].kind;
      signs.pronouns += kind == MentionKind::pronoun ? 1 : 0;
      signs.nominals += kind == MentionKind::nominal ? 1 : 0;
    }
    signs.source_mention = mentions_.mentions[candidate.source].confidence;
    signs.target_mention = mentions_.mentions[candidate.target].confidence;
    return signs;
  }

  /// Keeps the reading with the surest words; every extractor that found it is named and counts.
  void keep(Assertion assertion, const ReadingSigns& signs) {
    const auto key = std::tuple(assertion.source, assertion.relation, assertion.target);
    const auto [found, added] = kept_.try_emplace(key, SignedAssertion{assertion, signs});
    if (added) return;
    auto& known = found->second;
    const auto names =
        known.assertion.by.find(assertion.by) == std::string::npos ? known.assertion.by + " " + assertion.by : known.assertion.by;
    auto united = assertion.confidence > known.assertion.confidence ? signs : known.signs;
    if (signs.by_model && (!known.signs.by_model || signs.model > known.signs.model)) united.model = signs.model;
    if (known.signs.by_model && known.signs.model > united.model) united.model = known.signs.model;
    united.by_model = signs.by_model || known.signs.by_model;
    united.by_lexicon = signs.by_lexicon || known.signs.by_lexicon;
    united.lexicon = std::max(signs.lexicon, known.signs.lexicon);
    // The model knows modality and speaker better than the frames do.
    const bool better = signs.by_model == known.signs.by_model ? assertion.confidence > known.assertion.confidence : signs.by_model;
    const auto speaker = known.assertion.attributed_to.valid() ? known.assertion.attributed_to : assertion.attributed_to;
    if (better) known.assertion = std::move(assertion);
    if (speaker != known.assertion.source) known.assertion.attributed_to = speaker;
    known.assertion.by = names;
    known.signs = united;
  }

  const Document& document_;
  const ParsedSentence& sentence_;
  const SentenceMentions& mentions_;
  const std::vector<LocalEntity>& entities_;
  const Schema& schema_;
  std::vector<TimeExpression> times_;
  std::map<std::tuple<LocalEntityId, std::string, LocalEntityId>, SignedAssertion> kept_;
};

}  // namespace

std::vector<SignedAssertion> build_assertions(const Document& document, const ParsedSentence& sentence, const SentenceMentions& mentions,
                                              const std::vector<Candidate>& candidates, const std::vector<LocalEntity>& entities,
                                              const Schema& schema) {
  Builder builder(document, sentence, mentions, entities, schema);
  for (const auto& candidate : candidates) builder.add(candidate);
  return builder.finish();
}

}  // namespace entente
