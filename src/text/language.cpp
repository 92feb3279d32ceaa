#include "text/language.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "entente/base/unicode.hpp"

namespace entente {

namespace {

using namespace std::string_view_literals;

/// A language of Latin script and words that make up a third of any prose in it.
struct Language {
  std::string_view code;
  std::vector<std::string_view> words;
};

const std::vector<Language>& languages() {
  static const std::vector<Language> all = {
      {"en", {"the",   "of",  "and", "to",    "in",   "is",   "that", "for", "on",   "with", "as", "by",  "was", "are",   "be",  "this",
              "from",  "it",  "at",  "which", "has",  "have", "not",  "we",  "our",  "will", "an", "or",  "its", "their", "but", "were",
              "would", "had", "i",   "you",   "they", "who",  "been", "all", "more", "a",    "he", "she", "his", "her"}},
      {"fr", {"le",  "la", "les", "des", "du", "et", "en",   "un",   "une",  "que",  "qui", "dans", "pour", "est",
              "sur", "au", "par", "pas", "ce", "il", "nous", "avec", "plus", "sont", "ne",  "se",   "aux",  "cette",
              "ces", "de", "l",   "d",   "a",  "à",  "son",  "sa",   "elle", "mais", "ont", "leur"}},
      {"es", {"el", "la", "los",  "las", "y",  "en", "que", "del",  "un",   "una",  "por", "con", "para", "es", "se", "no",    "su",
              "al", "lo", "como", "más", "de", "a",  "sus", "pero", "este", "esta", "ha",  "son", "nos",  "o",  "e",  "sobre", "entre"}},
      {"pt", {"o",   "a",  "os", "as", "e",  "em", "que",  "do",   "da", "dos", "das", "um",  "uma", "por", "com",  "para",
              "não", "se", "no", "na", "ao", "de", "mais", "como", "é",  "são", "sua", "seu", "foi", "nos", "pela", "pelo"}},
      {"it", {"il",  "la",    "lo",  "gli", "le", "i",  "e",    "di", "che", "in",    "un",   "una", "per",  "con", "del",   "della",
              "dei", "delle", "non", "è",   "si", "al", "alla", "da", "nel", "nella", "sono", "ha",  "come", "più", "anche", "questo"}},
      {"de",
       {"der", "die",  "das", "und",  "in", "den", "von",    "zu",  "mit", "ist",  "des", "dem", "ein", "eine", "für",   "auf",  "nicht",
        "im",  "sich", "als", "auch", "es", "an",  "werden", "aus", "hat", "dass", "wir", "sie", "bei", "nach", "einer", "sind", "wird"}},
      {"nl", {"de", "het", "een", "en",   "van",  "in",  "te",  "dat", "is",   "op",  "voor",   "met",   "zijn", "niet", "aan",
              "er", "ook", "als", "door", "naar", "bij", "die", "om",  "maar", "uit", "worden", "wordt", "hij",  "heeft"}},
      {"pl", {"w",  "i",  "na", "z",     "do",   "się", "nie", "że",    "o",     "jest",  "to", "jak",
              "od", "za", "po", "przez", "oraz", "dla", "są",  "który", "która", "które", "ze", "ale"}},
      {"tr", {"ve",   "bir", "bu",   "için",  "ile",   "da", "de",     "olarak", "olan",  "en",
              "daha", "çok", "gibi", "sonra", "kadar", "ne", "olduğu", "var",    "ancak", "türkiye"}},
      {"sv", {"och",  "i",    "att", "det", "som", "en", "på",  "är",  "av", "för",  "med", "den",
              "till", "inte", "har", "de",  "ett", "om", "var", "men", "vi", "från", "kan"}},
      {"id",
       {"yang", "dan", "di", "untuk", "dengan", "pada", "dari", "ini", "dalam", "tidak", "itu", "akan", "oleh", "adalah", "ke", "juga",
        "telah", "sebagai", "kami"}},
      {"ro", {"și",   "de",   "în", "a",      "la", "cu",  "pe",   "o",  "din", "să", "nu",
              "care", "este", "un", "pentru", "că", "mai", "sunt", "al", "ale", "fi", "fost"}}};
  return all;
}

/// How many letters of each script family a text has.
struct Scripts {
  std::size_t latin = 0, cyrillic = 0, greek = 0, arabic = 0, hebrew = 0, han = 0, kana = 0, hangul = 0, other = 0;
  bool ukrainian = false;
  bool persian = false;

  void count(char32_t c) {
    if (c < 0x250 || (c >= 0x1E00 && c < 0x1F00))
      ++latin;
    else if (c >= 0x370 && c < 0x400)
      ++greek;
    else if (c >= 0x400 && c < 0x530)
      ++cyrillic;
    else if (c >= 0x590 && c < 0x600)
      ++hebrew;
    else if (c >= 0x600 && c < 0x780)
      ++arabic;
    else if (c >= 0x3040 && c < 0x3100)
      ++kana;
    else if (c >= 0x3400 && c < 0xA000)
      ++han;
    else if (c >= 0xAC00 && c < 0xD7B0)
      ++hangul;
    else
      ++other;
    ukrainian = ukrainian || c == 0x456 || c == 0x457 || c == 0x454;
    persian = persian || c == 0x67E || c == 0x686 || c == 0x698 || c == 0x6AF;
  }

  std::size_t all() const { return latin + cyrillic + greek + arabic + hebrew + han + kana + hangul + other; }
};

Scripts count_scripts(std::string_view text) {
  Scripts scripts;
  for (std::size_t at = 0; at < text.size(); at += sequence_length(text[at]))
    if (const auto c = code_point_at(text, at); is_letter(c)) scripts.count(c);
  return scripts;
}

/// The language of a text that is mostly in another script than Latin, empty if it is not.
std::string by_script(const Scripts& s) {
  if (s.latin * 2 >= s.all()) return {};
  const auto most = std::max({s.cyrillic, s.greek, s.arabic, s.hebrew, s.han + s.kana, s.hangul, s.other});
  if (most == s.cyrillic) return s.ukrainian ? "uk" : "ru";
  if (most == s.greek) return "el";
  if (most == s.arabic) return s.persian ? "fa" : "ar";
  if (most == s.hebrew) return "he";
  if (most == s.hangul) return "ko";
  if (most == s.other) return "und";
  return s.kana * 10 > s.han ? "ja" : "zh";
}

/// Share of function words of each language among all words.
struct Shares {
  std::size_t words = 0;
  std::vector<double> share;
};

Shares count_function_words(std::string_view text) {
  Shares shares{0, std::vector<double>(languages().size(), 0.0)};
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_letter(code_point_at(text, end))) end += sequence_length(text[end]);
    if (end == at) {
      at += sequence_length(text[at]);
      continue;
    }
    ++shares.words;
    if (end - at <= 9) {
      const auto word = lower(text.substr(at, end - at));
      for (std::size_t k = 0; k < languages().size(); ++k) {
        const auto& list = languages()[k].words;
        shares.share[k] += std::find(list.begin(), list.end(), word) != list.end() ? 1 : 0;
      }
    }
    at = end;
  }
  for (auto& share : shares.share) share /= static_cast<double>(std::max<std::size_t>(shares.words, 1));
  return shares;
}

std::string_view sample(std::string_view text) {
  constexpr std::size_t kSample = 1 << 16;
  auto end = std::min(text.size(), kSample);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace

std::string detect_language(std::string_view text) {
  text = sample(text);
  const auto scripts = count_scripts(text);
  if (scripts.all() >= 20)
    if (auto language = by_script(scripts); !language.empty()) return language;
  const auto shares = count_function_words(text);
  if (shares.words < 12) return "en";
  const auto best = static_cast<std::size_t>(std::max_element(shares.share.begin(), shares.share.end()) - shares.share.begin());
  if (best == 0 || shares.share[0] >= 0.2 || shares.share[best] < 0.15 || shares.share[best] < shares.share[0] + 0.08) return "en";
  return std::string(languages()[best].code);
}

bool is_foreign(std::string_view sentence) {
  const bool ascii = std::all_of(sentence.begin(), sentence.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  if (!ascii) {
    const auto scripts = count_scripts(sentence);
    if (scripts.all() >= 8 && !by_script(scripts).empty()) return true;
  }
  const auto shares = count_function_words(sentence);
  if (shares.words < 6) return false;
  const auto best = *std::max_element(shares.share.begin() + 1, shares.share.end());
  return best >= 0.3 && shares.share[0] < 0.12 && best > 2.5 * shares.share[0];
}

}  // namespace entente
