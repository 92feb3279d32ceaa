#include "entente/language/conllu.hpp"

#include <catch2/catch.hpp>

#include "entente/base/error.hpp"

using namespace entente;

TEST_CASE("CoNLL-U without text joins the forms as SpaceAfter says", "[language]") {
  const auto read = read_conllu(
      "1\tIt\tit\tPRON\t_\t_\t2\tnsubj\t_\t_\n2\tis\tbe\tAUX\t_\t_\t0\troot\t_\tSpaceAfter=No\n3\t!\t!\tPUNCT\t_\t_\t2\tpunct\t_\t_\n",
      "f");
  REQUIRE(read.size() == 1);
  CHECK(read[0].text == "It is!");
  CHECK(read[0].sentence.tokens[2].span == Span{5, 6});
  CHECK(read[0].sentence.tokens[0].head == 2);
}

TEST_CASE("multiword rows and empty nodes of CoNLL-U are skipped", "[language]") {
  const auto read = read_conllu(
      "# text = "
      "don't\n1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tdo\tdo\tAUX\t_\t_\t0\troot\t_\t_\n1.1\tx\tx\t_\t_\t_\t_\t_\t_\t_\n2\tn't\tnot\tPART\t_"
      "\t_\t1\tadvmod\t_\t_\n",
      "f");
  REQUIRE(read.size() == 1);
  REQUIRE(read[0].sentence.tokens.size() == 2);
  CHECK(read[0].sentence.tokens[1].span == Span{2, 5});
}

TEST_CASE("a broken row of CoNLL-U is an error with its line", "[language]") {
  CHECK_THROWS_WITH(read_conllu("\n1\tIt\tit\n", "f"), Catch::Contains("f:2: expected 10 columns"));
  CHECK_THROWS_WITH(read_conllu("1\tIt\tit\tPRON\t_\t_\t7\tnsubj\t_\t_\n", "f"), Catch::Contains("the head '7' is no word"));
}
