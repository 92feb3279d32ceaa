#include <catch2/catch.hpp>

#include "entente/text/sentences.hpp"
#include "text/language.hpp"
#include "text/read_helper.hpp"

using namespace entente;
using entente::testing::read_bytes;

TEST_CASE("the language of a text is told by script and function words", "[text]") {
  CHECK(detect_language("The government of Norland has said that it will not sign the treaty with its neighbour.") == "en");
  CHECK(detect_language(
            "Le gouvernement a déclaré que les navires ne sont pas dans la zone et qu'il est prêt à négocier avec son voisin.") == "fr");
  CHECK(detect_language(
            "Die Regierung hat erklärt, dass die Schiffe nicht in der Zone sind und dass sie mit dem Nachbarn verhandeln wird.") == "de");
  CHECK(detect_language("El gobierno ha dicho que los barcos no se encuentran en la zona y que está listo para negociar con su vecino.") ==
        "es");
  CHECK(detect_language("Правительство заявило, что корабли не находятся в этой зоне.") == "ru");
  CHECK(detect_language("政府は船がその海域にいないと述べた。交渉の用意があるという。") == "ja");
  CHECK(detect_language("OK") == "en");
}

TEST_CASE("a document in another language is given, reported and not analysed", "[text]") {
  const auto read = read_bytes(
      "a.txt", "Le gouvernement a déclaré que les navires ne sont pas dans la zone et qu'il est prêt à négocier avec son voisin.\n");
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].language == "fr");
  REQUIRE(read.notes.size() == 1);
  CHECK_FALSE(read.notes[0].skipped);
  CHECK(split_sentences(read.documents[0]).empty());
}

TEST_CASE("a quoted sentence in another language is left out", "[text]") {
  const auto read =
      read_bytes("a.txt",
                 "The minister of Norland spoke to the press on Monday. «Корабли останутся в проливе до конца года.» He then left the room "
                 "without taking any of the questions.\n");
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].language == "en");
  const auto sentences = split_sentences(read.documents[0]);
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[1].span.of(read.documents[0].text).starts_with("He then left"));
}
