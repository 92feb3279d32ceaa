#include <catch2/catch.hpp>

#include "entente/extract/time_expression.hpp"
#include "entente/text/sentences.hpp"

using namespace entente;

namespace {

std::vector<std::string> times(const std::string& text, const std::string& date = "2019-06-05") {
  ParsedSentence sentence;
  sentence.span = {0, static_cast<std::uint32_t>(text.size())};
  for (const auto& word : split_words(text)) {
    Token token;
    token.span = word;
    sentence.tokens.push_back(token);
  }
  std::vector<std::string> values;
  for (const auto& time : find_time_expressions(sentence, text, date)) values.push_back(time.value);
  return values;
}

using Values = std::vector<std::string>;

}  // namespace

TEST_CASE("calendar dates are read in both orders", "[extract][time]") {
  CHECK(times("They met on 3 May 2017 in Sochi.") == Values{"2017-05-03"});
  CHECK(times("They met on May 3, 2017, in Sochi.") == Values{"2017-05-03"});
  CHECK(times("The 21st of March 2020 was cold.") == Values{"2020-03-21"});
  CHECK(times("It has been so since 1956 and until March 1991.") == Values{"1956", "1991-03"});
}

TEST_CASE("relative dates count from the day of writing", "[extract][time]") {
  CHECK(times("Yesterday it protested.") == Values{"2019-06-04"});
  CHECK(times("It protested on Tuesday.") == Values{"2019-06-04"});
  CHECK(times("It left last year.") == Values{"2018"});
  CHECK(times("It will leave next month.") == Values{"2019-07"});
  CHECK(times("It left in December.") == Values{"2019-12"});
  CHECK(times("It left last December.") == Values{"2018-12"});
}

TEST_CASE("numbers and modal verbs are no dates", "[extract][time]") {
  CHECK(times("It may march 2000 soldiers there.").empty());
  CHECK(times("Some 1950 people may leave.").empty());
}

TEST_CASE("without a date of the document relative dates are left out", "[extract][time]") {
  CHECK(times("Yesterday it protested, as it did last year.", "").empty());
  CHECK(times("Last year it left.", "2019") == Values{"2018"});
}
