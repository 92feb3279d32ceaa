#include <catch2/catch.hpp>
#include <string>

#include "entente/text/sentences.hpp"

namespace {

/// The words of a sentence with a bar between them.
std::string words(const std::string& sentence) {
  std::string joined;
  for (const auto& word : entente::split_words(sentence)) joined.append(joined.empty() ? "" : "|").append(word.of(sentence));
  return joined;
}

}  // namespace

TEST_CASE("words are split as in the English treebanks", "[text]") {
  const std::pair<const char*, const char*> cases[] = {
      {"They don't say it's theirs.", "They|do|n't|say|it|'s|theirs|."},
      {"We cannot; I'm gonna.", "We|can|not|;|I|'m|gon|na|."},
      {"Japan’s aim didn’t change", "Japan|’s|aim|did|n’t|change"},
      {"the states' aims", "the|states|'|aims"},
      {"a US-led, anti-Russian bloc", "a|US|-|led|,|anti-Russian|bloc"},
      {"The U.S. paid $5.3 million.", "The|U.S.|paid|$|5.3|million|."},
      {"Gen. J. Smith saw www.example.org/a, twice...", "Gen.|J.|Smith|saw|www.example.org/a|,|twice|..."},
      {"in the 1990s at 10:30 a.m. on 3/4", "in|the|1990s|at|10:30|a.m.|on|3/4"},
      {"What?! He wrote to a.b@example.org.", "What|?!|He|wrote|to|a.b@example.org|."},
      {"the U.S.'s aim and 2013’s plan", "the|U.S.|'s|aim|and|2013|’s|plan"},
      {"No. He read Report_3.pdf, No. 5 on Newsfeed.Com #strait", "No|.|He|read|Report_3.pdf|,|No.|5|on|Newsfeed.Com|#strait"},
      {"the U.S fleet; J.B left.", "the|U.S|fleet|;|J.B|left|."},
      {"AT&T and O'Brien", "AT&T|and|O'Brien"},
      {"Thanks :-) it works ;) (see note:)", "Thanks|:-)|it|works|;)|(|see|note|:|)"},
      {"Really?!. Yes.. or $$$ and ++", "Really|?!.|Yes|..|or|$$$|and|++"},
      {"at 7:30pm, 35mm and 4x4", "at|7:30|pm|,|35|mm|and|4x4"},
      {"call 1-800-991-9019 or 713-853-1234 ext. 3-5213", "call|1-800-991-9019|or|713-853-1234|ext|.|3-5213"},
      {"on 11-20-2000, in 10-12 days, +44", "on|11-20-2000|,|in|10|-|12|days|,|+44"},
      {"the 80's, the ’70s, b/c of E-mail w/o th- thanks", "the|80's|,|the|’70s|,|b/c|of|E-mail|w/o|th-|thanks"},
  };
  for (const auto& [sentence, expected] : cases) CHECK(words(sentence) == expected);
}
