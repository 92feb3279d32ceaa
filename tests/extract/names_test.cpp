#include <catch2/catch.hpp>

#include "extract/names.hpp"

using namespace entente;

TEST_CASE("a shown name has no determiner, title or possessive mark", "[extract][names]") {
  CHECK(display_name("the Kuril Islands'", false) == "Kuril Islands");
  CHECK(display_name("Foreign Minister Sergei Lavrov", true) == "Sergei Lavrov");
  CHECK(display_name("Mr. Abe’s", true) == "Abe");
  CHECK(display_name("The\n West", false) == "West");
}

TEST_CASE("surnames set in capitals beside a first name are shown as names, numbers and acronyms stay", "[extract][names]") {
  CHECK(display_name("Joseph ESTRADA", true) == "Joseph Estrada");
  CHECK(display_name("Haydar al-ABADI", true) == "Haydar al-Abadi");
  CHECK(display_name("Benigno AQUINO III", true) == "Benigno Aquino III");
  CHECK(display_name("Gloria MACAPAGAL-ARROYO", true) == "Gloria Macapagal-Arroyo");
  CHECK(display_name("LULA", true) == "LULA");
  CHECK(display_name("NATO", false) == "NATO");
}

TEST_CASE("names are compared without case, dots and hyphens", "[extract][names]") {
  CHECK(fold_name("The U.N. Security-Council’s") == "un security council");
  CHECK(fold_name("THE") == "the");
}

TEST_CASE("acronyms belong to names with those initials", "[extract][names]") {
  CHECK(looks_like_acronym("ASEAN"));
  CHECK(looks_like_acronym("U.N."));
  CHECK_FALSE(looks_like_acronym("Asean"));
  CHECK(is_acronym_of("ASEAN", "Association of South East Asian Nations"));
  CHECK(is_acronym_of("JSDF", "Japan Self-Defense Forces"));
  CHECK_FALSE(is_acronym_of("NATO", "North Atlantic Council"));
}
