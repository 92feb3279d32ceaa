#include "entente/language/names.hpp"

#include <catch2/catch.hpp>

#include "entente/base/error.hpp"

using namespace entente;

TEST_CASE("a later word without a first word of its kind becomes a first word", "[language]") {
  std::vector<Token> tokens(5);
  const char* tags[] = {"I-PER", "I-PER", "I-ORG", "", "I-ORG"};
  for (std::size_t i = 0; i < tokens.size(); ++i) tokens[i].name = tags[i];
  mend_names(tokens);
  CHECK(tokens[0].name == "B-PER");
  CHECK(tokens[1].name == "I-PER");
  CHECK(tokens[2].name == "B-ORG");
  CHECK(tokens[4].name == "B-ORG");
}

TEST_CASE("names are made whole by the tree", "[language]") {
  const auto tagged = [](std::vector<std::pair<const char*, std::uint32_t>> rows) {
    std::vector<Token> tokens;
    for (const auto& [tag, head] : rows) {
      Token token;
      token.upos = "PROPN";
      token.deprel = "compound";
      token.head = head;
      token.name = tag;
      tokens.push_back(token);
    }
    mend_names(tokens);
    std::string tags;
    for (const auto& token : tokens) tags += token.name + " ";
    return tags;
  };
  CHECK(tagged({{"", 2}, {"I-LOC", 0}}) == "B-LOC I-LOC ");                           // Opera House
  CHECK(tagged({{"B-LOC", 3}, {"I-LOC", 3}, {"B-ORG", 0}}) == "B-ORG I-ORG I-ORG ");  // El Paso Energy
  CHECK(tagged({{"B-LOC", 0}, {"B-LOC", 1}}) == "B-LOC B-LOC ");
}

TEST_CASE("two names side by side stay two", "[language]") {
  CHECK(names_of({"B-LOC", "B-LOC", "I-LOC", ""}) == std::vector<NameSpan>{{0, 1, "LOC"}, {1, 3, "LOC"}});
}

TEST_CASE("a name file is read with its documents", "[language]") {
  const auto sentences = read_names("# newdoc id = a\n1\tIran\tB-LOC\n2\tsaid\tO\n\n1\tYes\tO\n\n# newdoc id = b\n1\tNo\tO\n", "x.iob2");
  REQUIRE(sentences.size() == 3);
  CHECK(sentences[0].words == std::vector<std::string>{"Iran", "said"});
  CHECK(sentences[0].tags == std::vector<std::string>{"B-LOC", ""});
  CHECK(sentences[0].begins_document);
  CHECK_FALSE(sentences[1].begins_document);
  CHECK(sentences[2].begins_document);
}

TEST_CASE("a damaged name file is an error with its line", "[language]") {
  CHECK_THROWS_WITH(read_names("1\tIran\tB-LOC\n2\tsaid\n", "x.iob2"), Catch::Contains("x.iob2:2"));
  CHECK_THROWS_WITH(read_names("1\tIran\tLOC\n", "x.iob2"), Catch::Contains("'LOC'"));
}

TEST_CASE("a name of the same words and another kind counts as a span only", "[language]") {
  NameCounts counts;
  counts.add({{0, 1, "LOC"}, {2, 4, "PER"}}, {{0, 1, "ORG"}, {2, 4, "PER"}, {5, 6, "PER"}});
  CHECK(counts.gold == 2);
  CHECK(counts.system == 3);
  CHECK(counts.both == 1);
  CHECK(counts.both_spans == 2);
}
