#include "graph/name_words.hpp"

namespace entente {

const std::set<std::string>& small_words() {
  static const std::set<std::string> words = {"of", "the", "and", "for", "on", "in",  "to", "at", "by",  "from", "with", "against", "a",
                                              "an", "de",  "du",  "la",  "le", "del", "da", "do", "der", "und",  "für",  "et",      "los"};
  return words;
}

const std::set<std::string>& generic_words() {
  static const std::set<std::string> words = {
      "academy",   "administration", "advisory",   "affairs",    "agency",     "agreement",    "air",         "airport",       "alliance",
      "allies",    "ambassador",     "armed",      "army",       "assembly",   "atomic",       "authorities", "authority",     "ballistic",
      "bank",      "base",           "board",      "border",     "bureau",     "cabinet",      "central",     "chamber",       "coalition",
      "coast",     "commission",     "committee",  "communist",  "congress",   "constitution", "council",     "court",         "cruise",
      "cyber",     "deal",           "defence",    "defense",    "delegation", "department",   "deputies",    "domestic",      "economic",
      "economy",   "education",      "election",   "electoral",  "embassy",    "energy",       "executive",   "external",      "federal",
      "finance",   "fleet",          "force",      "forces",     "foreign",    "general",      "government",  "governor",      "guard",
      "health",    "high",           "home",       "house",      "institute",  "intelligence", "interior",    "internal",      "joint",
      "judiciary", "justice",        "labour",     "labor",      "leader",     "leadership",   "legislature", "local",         "lower",
      "marines",   "military",       "minister",   "ministry",   "missile",    "missiles",     "mission",     "monarchy",      "national",
      "naval",     "navy",           "nuclear",    "office",     "officials",  "opposition",   "parliament",  "parliamentary", "party",
      "people's",  "peoples",        "police",     "political",  "president",  "presidential", "presidency",  "press",         "prime",
      "programme", "program",        "prosecutor", "provincial", "public",     "rebels",       "regime",      "republic",      "reserve",
      "ruling",    "sanctions",      "secretary",  "security",   "self",       "senate",       "service",     "services",      "space",
      "special",   "staff",          "state",      "submarine",  "summit",     "supreme",      "talks",       "tax",           "trade",
      "treasury",  "treaty",         "troops",     "tribunal",   "union",      "university",   "upper",       "weapons",       "welfare"};
  return words;
}

const std::set<std::string>& title_words() {
  static const std::set<std::string> words = {"mr",
                                              "mrs",
                                              "ms",
                                              "miss",
                                              "dr",
                                              "prof",
                                              "professor",
                                              "sir",
                                              "lord",
                                              "lady",
                                              "dame",
                                              "king",
                                              "queen",
                                              "prince",
                                              "princess",
                                              "emperor",
                                              "sheikh",
                                              "ayatollah",
                                              "imam",
                                              "pope",
                                              "bishop",
                                              "president",
                                              "vice",
                                              "deputy",
                                              "prime",
                                              "premier",
                                              "minister",
                                              "foreign",
                                              "defence",
                                              "defense",
                                              "finance",
                                              "interior",
                                              "chancellor",
                                              "senator",
                                              "congressman",
                                              "congresswoman",
                                              "representative",
                                              "governor",
                                              "mayor",
                                              "secretary",
                                              "ambassador",
                                              "spokesman",
                                              "spokeswoman",
                                              "spokesperson",
                                              "general",
                                              "gen",
                                              "admiral",
                                              "adm",
                                              "colonel",
                                              "col",
                                              "major",
                                              "captain",
                                              "capt",
                                              "lieutenant",
                                              "lt",
                                              "marshal",
                                              "chairman",
                                              "chairwoman",
                                              "comrade",
                                              "former",
                                              "acting",
                                              "jr",
                                              "sr",
                                              "ii",
                                              "iii"};
  return words;
}

const std::set<std::string>& family_first_words() {
  static const std::set<std::string> words = {"xi",     "kim",  "moon",  "park", "lee", "yoon",   "roh",  "ban", "wang", "li",  "zhang",
                                              "hu",     "wen",  "jiang", "deng", "mao", "zhou",   "chen", "liu", "yang", "qin", "tsai",
                                              "nguyen", "tran", "pham",  "ho",   "hun", "chiang", "zhao", "zhu", "lin",  "han", "ma"};
  return words;
}

const std::map<std::string, std::string>& british_spellings() {
  static const std::map<std::string, std::string> spellings = {{"programme", "program"}, {"defence", "defense"},   {"labour", "labor"},
                                                               {"centre", "center"},     {"theatre", "theater"},   {"harbour", "harbor"},
                                                               {"offence", "offense"},   {"neighbour", "neighbor"}};
  return spellings;
}

}  // namespace entente
