#include "extract/english_words.hpp"

#include <algorithm>
#include <array>

namespace entente {

namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), to_lower(word)) != words.end();
}

template <class... Words>
constexpr std::array<std::string_view, sizeof...(Words)> list(Words... words) {
  return {std::string_view(words)...};
}

constexpr auto kTitles =
    list("president", "prime", "minister", "premier", "chancellor", "secretary", "secretary-general", "general", "foreign", "defence",
         "defense", "finance", "interior", "vice", "deputy", "king", "queen", "prince", "princess", "crown", "emperor", "sheikh", "sheik",
         "emir", "sultan", "ambassador", "senator", "congressman", "congresswoman", "representative", "governor", "mayor", "mr", "mr.",
         "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "prof", "prof.", "professor", "sir", "lord", "lady", "dame", "admiral", "colonel",
         "captain", "marshal", "lieutenant", "major", "gen.", "col.", "sen.", "rep.", "gov.", "chairman", "chairwoman", "chairperson",
         "chair", "chief", "director", "director-general", "commissioner", "spokesman", "spokeswoman", "spokesperson", "leader",
         "ayatollah", "pope", "archbishop", "bishop", "cardinal", "imam", "judge", "justice", "comrade", "excellency", "his", "her",
         "majesty", "highness", "former", "then", "acting", "state", "of", "the", "under", "high", "special", "envoy", "supreme",
         "dictator", "ex-president", "warlord", "commander", "head", "first", "speaker", "affairs", "and", "external", "relations");
constexpr auto kGovernment =
    list("government", "official", "side", "administration", "authority", "leadership", "regime", "diplomat", "delegation", "cabinet",
         "policymaker", "negotiator", "diplomacy", "state", "strategist", "elite", "establishment", "leader", "representative", "nation");
constexpr auto kRule = list("government", "administration", "regime", "cabinet", "presidency");
constexpr auto kSpokesmen = list("official", "leadership", "side", "delegation", "diplomat", "spokesman", "spokeswoman", "spokesperson");
constexpr auto kStateOffices = list("president", "premier", "minister", "chancellor", "king", "queen", "emperor", "sultan", "emir", "shah",
                                    "tsar", "dictator", "monarch", "president-elect");
constexpr auto kCountry = list("country", "nation", "kingdom", "republic", "state", "government", "archipelago", "emirate", "sultanate",
                               "monarchy", "federation", "superpower", "power", "regime", "administration", "neighbour", "neighbor");
constexpr auto kParties = list("side", "country", "nation", "party", "state", "government", "leader", "neighbour", "neighbor", "power",
                               "capital", "ally", "rival", "partner", "president", "minister", "people", "superpower");
constexpr auto kKinds =
    list("system", "network", "missile", "battery", "launcher", "interceptor", "radar", "deployment", "project", "program", "programme",
         "treaty", "agreement", "accord", "deal", "pact", "talk", "summit", "dispute", "issue", "crisis", "process", "complex", "site",
         "unit", "plan", "initiative", "strategy", "policy", "resolution", "convention", "pipeline", "canal", "dam", "railway",
         "missile-defense", "shield", "jet", "fighter", "aircraft", "submarine");
constexpr auto kWe = list("we", "us", "our", "ours", "ourselves");
constexpr auto kI = list("i", "me", "my", "mine", "myself");
constexpr auto kNeuter = list("it", "its", "itself");
constexpr auto kPersonal = list("he", "him", "his", "himself", "she", "her", "hers", "herself");
constexpr auto kPlural = list("they", "them", "their", "theirs", "themselves", "both");
constexpr auto kRelative = list("who", "which", "that", "whose", "whom");
constexpr auto kDeterminers = list("the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "such",
                                   "some", "any", "all", "both", "each", "every", "no");
constexpr auto kPlaces = list("in", "at", "near", "outside", "around", "inside", "throughout", "across", "within");

constexpr auto kSpeech = list("say", "tell", "add", "state", "declare", "argue", "warn", "note", "insist", "claim", "stress", "explain",
                              "announce", "comment", "reply", "remark", "write", "continue", "ask", "respond", "conclude", "complain");
constexpr auto kUndertakings =
    list("agree", "pledge", "promise", "vow", "offer", "plan", "intend", "prepare", "commit", "undertake", "willing", "ready", "prepared",
         "willingness", "readiness", "pledge", "promise", "intention", "propose", "due");
constexpr auto kFutureAuxiliaries = list("will", "shall", "'ll", "’ll", "wo");
constexpr auto kQuotationMarks = list("\"", "“", "”", "``", "''", "‘‘", "’’", "‘’", "«", "»", "„");

}  // namespace

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (auto& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

bool is_title_word(std::string_view word) { return is_one_of(word, kTitles); }
bool is_government_noun(std::string_view lemma) { return is_one_of(lemma, kGovernment); }
bool is_rule_noun(std::string_view lemma) { return is_one_of(lemma, kRule); }
bool is_spokesman_noun(std::string_view lemma) { return is_one_of(lemma, kSpokesmen); }
bool is_state_office(std::string_view word) { return is_one_of(word, kStateOffices); }
bool is_country_noun(std::string_view lemma) { return is_one_of(lemma, kCountry); }
bool is_party_noun(std::string_view lemma) { return is_one_of(lemma, kParties); }
bool is_kind_noun(std::string_view lemma) { return is_one_of(lemma, kKinds); }
bool is_first_person_plural(std::string_view word) { return is_one_of(word, kWe); }
bool is_first_person_singular(std::string_view word) { return is_one_of(word, kI); }
bool is_neuter_pronoun(std::string_view word) { return is_one_of(word, kNeuter); }
bool is_personal_pronoun(std::string_view word) { return is_one_of(word, kPersonal); }
bool is_plural_pronoun(std::string_view word) { return is_one_of(word, kPlural); }
bool is_relative_pronoun(std::string_view word) { return is_one_of(word, kRelative); }
bool is_determiner(std::string_view word) { return is_one_of(word, kDeterminers); }
bool is_place_preposition(std::string_view word) { return is_one_of(word, kPlaces); }
bool is_speech_verb(std::string_view lemma) { return is_one_of(lemma, kSpeech); }
bool is_undertaking(std::string_view lemma) { return is_one_of(lemma, kUndertakings); }
bool is_future_auxiliary(std::string_view word) { return is_one_of(word, kFutureAuxiliaries); }
bool is_quotation_mark(std::string_view word) { return is_one_of(word, kQuotationMarks); }

}  // namespace entente
