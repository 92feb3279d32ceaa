#include "entente/schema/gazetteer_matcher.hpp"

#include <catch2/catch.hpp>

#include "entente/text/sentences.hpp"

using namespace entente;

namespace {

const Schema& schema() {
  static const Schema kSchema = load_schema();
  return kSchema;
}

// "Japan=japan Moscow=russia(metonym)"
std::string found(const std::string& text) {
  static const GazetteerMatcher kMatcher(schema());
  const auto words = split_words(text);
  std::string line;
  for (const auto& match : kMatcher.match(text, words)) {
    const Span span{words[match.first_word].begin, words[match.last_word - 1].end};
    const auto& reading = match.readings.front();
    if (!line.empty()) line += ' ';
    line += std::string(span.of(text)) + "=" + schema().gazetteer[reading.entry].id;
    if (reading.kind == NameKind::metonym) line += "(metonym)";
    if (reading.kind == NameKind::demonym) line += "(demonym)";
  }
  return line;
}

}  // namespace

TEST_CASE("names, demonyms and seats of government are told apart", "[schema]") {
  CHECK(found("Japan met Russian officials near the Kremlin.") == "Japan=japan Russian=russia(demonym) Kremlin=russia(metonym)");
}

TEST_CASE("the longest name wins", "[schema]") {
  CHECK(found("South Korea, the Democratic Republic of the Congo and Guinea-Bissau agreed.") ==
        "South Korea=south-korea Democratic Republic of the Congo=democratic-republic-of-the-congo Guinea-Bissau=guinea-bissau");
}

TEST_CASE("case counts, capitals and typography do not", "[schema]") {
  CHECK(found("He ate turkey from a china plate.").empty());
  CHECK(found("TURKEY AND UNITED STATES OF AMERICA SIGN") == "TURKEY=turkey UNITED STATES OF AMERICA=united-states");
  CHECK(found("C\u00f4te d\u2019Ivoire and Guinea\u2010Bissau") == "C\u00f4te d\u2019Ivoire=ivory-coast Guinea\u2010Bissau=guinea-bissau");
  CHECK(found("It told us that the US would come.") == "US=united-states");
}

TEST_CASE("a shared name lists its readings and the words around choose", "[schema]") {
  const GazetteerMatcher matcher(schema());
  const std::string text = "Congo";
  const auto matches = matcher.match(text, split_words(text));
  REQUIRE(matches.size() == 1);
  REQUIRE(matches[0].readings.size() == 2);
  const auto id = [&](const std::unordered_set<std::string>& nearby) {
    return schema().gazetteer[choose_reading(schema(), matches[0], nearby).entry].id;
  };
  CHECK(id({}) == "democratic-republic-of-the-congo");
  CHECK(id({"Brazzaville"}) == "republic-of-the-congo");
}
