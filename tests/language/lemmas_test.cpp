#include "language/lemmas.hpp"

#include <catch2/catch.hpp>

#include "entente/base/error.hpp"

using namespace entente;

namespace {

Lemmas lemmas() { return Lemmas({"l0", "l1", "l2", "l3y"}, {"emerged\tVERB\temerge", "went\tVERB\tgo", "US\tPROPN\tUS"}); }

}  // namespace

TEST_CASE("the dictionary goes before the rule, for the form as written and in lower case", "[language]") {
  CHECK(lemmas().lemma("Went", "VERB", "VBD", 1) == "go");
  CHECK(lemmas().lemma("US", "PROPN", "NNP", 1) == "US");
}

TEST_CASE("a prefix does not hide a known form", "[language]") {
  CHECK(lemmas().lemma("re-emerged", "VERB", "VBD", 1) == "re-emerge");
  CHECK(lemmas().lemma("Reemerged", "VERB", "VBD", 2) == "reemerge");
}

TEST_CASE("a singular noun is its own lemma whatever the rule says", "[language]") {
  CHECK(lemmas().lemma("Footage", "NOUN", "NN", 1) == "footage");
  CHECK(lemmas().lemma("treaties", "NOUN", "NNS", 1) == "treaty");
}

TEST_CASE("a number loses its commas only where they part thousands", "[language]") {
  CHECK(lemmas().lemma("1,200,000.5", "NUM", "CD", 0) == "1200000.5");
  for (const auto* form : {"1,20", "12,0000", ",000", "3.000,5"}) CHECK(lemmas().lemma(form, "NUM", "CD", 0) == form);
}

TEST_CASE("an unknown rule or an entry without tabs is a damaged model", "[language]") {
  CHECK_THROWS_AS(Lemmas({"x1"}, {}), ModelError);
  CHECK_THROWS_AS(Lemmas({"l1"}, {"went"}), ModelError);
}
