#include "text/word_lists.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "entente/base/unicode.hpp"

namespace entente {

namespace {

using namespace std::string_view_literals;

constexpr std::array kAbbreviations = {
    "Attn"sv, "attn"sv, "Reps"sv,   "Sens"sv, "Thur"sv, "Thurs"sv, "Tues"sv, "Drs"sv,  "Sts"sv,  "LTD"sv,  "INC"sv,  "CORP"sv,   "PVT"sv,
    "Govt"sv, "ect"sv,  "Adm"sv,    "Amb"sv,  "Apr"sv,  "Ariz"sv,  "Aug"sv,  "Ave"sv,  "Blvd"sv, "Brig"sv, "Bros"sv, "Calif"sv,  "Capt"sv,
    "Cmdr"sv, "Co"sv,   "Col"sv,    "Corp"sv, "Cpl"sv,  "Dec"sv,   "Dept"sv, "Dr"sv,   "Feb"sv,  "Fig"sv,  "Figs"sv, "Fla"sv,    "Fri"sv,
    "Ft"sv,   "Ga"sv,   "Gen"sv,    "Gov"sv,  "Hon"sv,  "Inc"sv,   "Jan"sv,  "Jr"sv,   "Jun"sv,  "Jul"sv,  "Lt"sv,   "Ltd"sv,    "Maj"sv,
    "Mar"sv,  "Mass"sv, "Messrs"sv, "Mich"sv, "Minn"sv, "Mon"sv,   "Mr"sv,   "Mrs"sv,  "Ms"sv,   "Mt"sv,   "No"sv,   "Nos"sv,    "Nov"sv,
    "Oct"sv,  "Ph"sv,   "Pres"sv,   "Prof"sv, "Pvt"sv,  "Rd"sv,    "Rep"sv,  "Rev"sv,  "Sat"sv,  "Secy"sv, "Sen"sv,  "Sep"sv,    "Sept"sv,
    "Sgt"sv,  "Sr"sv,   "St"sv,     "Sun"sv,  "Supt"sv, "Thu"sv,   "Tue"sv,  "Univ"sv, "Vol"sv,  "Wed"sv,  "al"sv,   "approx"sv, "cf"sv,
    "eg"sv,   "est"sv,  "etc"sv,    "ie"sv,   "pp"sv,   "vs"sv};

constexpr std::array kPrefixes = {"anti"sv, "co"sv,   "counter"sv, "e"sv,   "ex"sv, "inter"sv, "mid"sv, "multi"sv,
                                  "non"sv,  "post"sv, "pre"sv,     "pro"sv, "re"sv, "semi"sv,  "sub"sv};

template <class List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

bool is_abbreviation(std::string_view word) { return contains(kAbbreviations, word); }

bool is_joining_prefix(std::string_view prefix) { return contains(kPrefixes, lower(prefix.substr(0, 1)) + std::string(prefix.substr(1))); }

bool is_file_suffix(std::string_view suffix) {
  static constexpr std::array kSuffixes = {"com"sv, "doc"sv, "docx"sv, "edu"sv, "gif"sv, "gov"sv, "htm"sv, "html"sv, "jpeg"sv, "jpg"sv,
                                           "net"sv, "org"sv, "pdf"sv,  "png"sv, "ppt"sv, "txt"sv, "xls"sv, "xlsx"sv, "zip"sv};
  return contains(kSuffixes, suffix);
}

std::size_t fused_cut(std::string_view word) {
  if (word == "cannot" || word == "gonna" || word == "wanna" || word == "gotta" || word == "lemme" || word == "gimme") return 3;
  return 0;
}

std::size_t clitic_cut(std::string_view word) {
  static constexpr std::array kEndings = {"'s"sv,       "'re"sv,      "'ll"sv,      "'ve"sv,     "'d"sv,      "'m"sv,  "\u2019s"sv,
                                          "\u2019re"sv, "\u2019ll"sv, "\u2019ve"sv, "\u2019d"sv, "\u2019m"sv, "n't"sv, "n\u2019t"sv};
  const auto folded = lower(word);
  for (const auto ending : kEndings)
    if (folded.size() > ending.size() && folded.size() == word.size() && folded.ends_with(ending)) return word.size() - ending.size();
  return 0;
}

}  // namespace entente
