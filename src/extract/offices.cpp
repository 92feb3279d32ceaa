#include "extract/offices.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "extract/english_words.hpp"

namespace entente {

namespace {

constexpr double kLikely = 0.9;

/// Words of an office, [first, last).
struct Office {
  std::uint32_t first;
  std::uint32_t last;
};

/// Verbs by which somebody comes to an office: "was elected president", "became prime minister", "approved X as premier".
bool is_office_verb(std::string_view lemma) {
  static constexpr std::array<std::string_view, 17> kVerbs = {"elect",   "re-elect", "reelect", "appoint",  "name",     "choose",
                                                              "become",  "remain",   "be",      "approve",  "nominate", "serve",
                                                              "install", "crown",    "select",  "proclaim", "declare"};
  return std::find(kVerbs.begin(), kVerbs.end(), lemma) != kVerbs.end();
}

class OfficeFinder {
 public:
  OfficeFinder(const ParsedSentence& sentence, const std::string& text) : tokens_(sentence.tokens), text_(text) {}

  /// The title words right before, or at the beginning of, a person's name, with an office of state among them.
  std::optional<Office> title_of(const Mention& person) const {
    auto last = person.first_token;
    while (last + 1 < person.last_token && is_title_word(word(last))) ++last;
    auto first = person.first_token;
    while (first > 0 && (is_title_word(word(first - 1)) || word(first - 1) == "-") && !is_small(word(first - 1))) --first;
    for (auto i = first; i < last; ++i)
      if (is_state_office(word(i))) return Office{first, last};
    return std::nullopt;
  }

  /// The office that a verb gives to the person.
  std::optional<Office> office_by_verb(const Mention& person) const {
    const auto& name = tokens_[person.head_token];
    const bool subject = name.deprel.starts_with("nsubj");
    if (name.head == 0 || !(subject || name.deprel == "obj")) return std::nullopt;
    const auto verb = name.head - 1;
    if (subject && is_state_office(tokens_[verb].lemma)) return noun_phrase(verb);  // "X is president"
    if (!is_office_verb(tokens_[verb].lemma) || (subject && tokens_[verb].lemma == "name" && name.deprel == "nsubj")) return std::nullopt;
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      const auto& label = tokens_[i].deprel;
      const bool complement = label == "xcomp" || label == "obj" || label.starts_with("obl") || label == "advcl";
      if (i != person.head_token && tokens_[i].head == verb + 1 && complement && is_state_office(tokens_[i].lemma)) return noun_phrase(i);
    }
    return std::nullopt;
  }

  /// Whether the words around say whose office it is: "Iranian President X", "Japan's prime minister", "president of Chile".
  bool says_whose(const SentenceMentions& mentions, const Office& office, std::uint32_t after) const {
    for (const auto i : {office.last, after})
      if (i < tokens_.size() && (word(i) == "of" || word(i) == "for")) return true;
    if (office.first == 0) return false;
    const auto before = office.first - 1;
    if (word(before) == "'s" || word(before) == "’s" || tokens_[before].xpos == "PRP$") return true;
    return std::any_of(mentions.mentions.begin(), mentions.mentions.end(), [&](const Mention& other) {
      return other.first_token <= before && before < other.last_token && other.type != "Person";
    });
  }

 private:
  std::string word(std::uint32_t i) const { return to_lower(tokens_[i].span.of(text_)); }
  static bool is_small(const std::string& word) { return is_determiner(word) || word == "of" || word == "and"; }

  Office noun_phrase(std::uint32_t head) const {
    auto first = head;
    while (first > 0 && is_title_word(word(first - 1)) && !is_small(word(first - 1))) --first;
    return {first, head + 1};
  }

  const std::vector<Token>& tokens_;
  const std::string& text_;
};

Mention mention_of_state(const ParsedSentence& sentence, const Mention& person, const Office& office) {
  Mention state;
  state.sentence = person.sentence;
  state.first_token = office.first;
  state.last_token = office.last;
  state.head_token = office.last - 1;
  state.span = {sentence.tokens[office.first].span.begin, sentence.tokens[office.last - 1].span.end};
  state.kind = MentionKind::nominal;
  state.type = "State";
  return state;
}

}  // namespace

void add_implied_offices(const ParsedSentence& sentence, const std::string& text, const std::vector<LocalEntityId>& led,
                         SentenceMentions& mentions, std::vector<Candidate>& candidates) {
  const OfficeFinder finder(sentence, text);
  const auto known = mentions.mentions.size();
  for (std::uint32_t i = 0; i < known; ++i) {
    const auto person = mentions.mentions[i];
    if (person.type != "Person" || person.kind != MentionKind::name || mentions.entities[i].size() != 1) continue;
    const auto state = led[mentions.entities[i].front().value];
    const auto is_leader = [&](const Candidate& other) { return other.source == i && other.relation == "leads"; };
    if (!state.valid() || std::any_of(candidates.begin(), candidates.end(), is_leader)) continue;
    auto office = finder.title_of(person);
    if (!office) office = finder.office_by_verb(person);
    if (!office || finder.says_whose(mentions, *office, person.last_token)) continue;
    Candidate candidate;
    candidate.source = i;
    candidate.target = static_cast<std::uint32_t>(mentions.mentions.size());
    candidate.relation = "leads";
    candidate.first_trigger = office->first;
    candidate.last_trigger = office->last;
    candidate.confidence = kLikely;
    candidate.by = kImpliedOffice;
    mentions.mentions.push_back(mention_of_state(sentence, person, *office));
    mentions.entities.push_back({state});
    candidates.push_back(std::move(candidate));
  }
}

}  // namespace entente
