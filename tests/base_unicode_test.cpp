#include <catch2/catch.hpp>

#include "entente/base/encoding.hpp"
#include "entente/base/error.hpp"
#include "entente/base/hash.hpp"
#include "entente/base/unicode.hpp"

using namespace entente;

TEST_CASE("invalid UTF-8 is found at its first byte", "[base]") {
  CHECK_FALSE(invalid_utf8("aé\U0001F600"));
  CHECK(invalid_utf8("a\xC0\xAF") == 1U);
  CHECK(invalid_utf8("ab\xED\xA0\x80") == 2U);
  CHECK(invalid_utf8("é\xE2\x82") == 2U);
}

TEST_CASE("text is decoded whatever its encoding", "[base]") {
  using namespace std::string_literals;
  CHECK(decode("caf\xC3\xA9", "f").text == "café");
  CHECK(decode("\xEF\xBB\xBF"s + "caf\xC3\xA9", "f").text == "café");
  CHECK(decode("\xFF\xFE"
               "c\0a\0f\0\xE9\0"s,
               "f")
            .text == "café");
  CHECK(decode("\xFE\xFF"
               "\0c\0a\0f\0\xE9"s,
               "f")
            .text == "café");
  CHECK(decode("c\0a\0f\0\xE9\0"s, "f").text == "café");
  CHECK(decode("\0c\0a\0f\0\xE9"s, "f").text == "café");
  CHECK(decode("\x93"
               "caf\xE9\x94 and more",
               "f")
            .text == "“café” and more");
  CHECK(decode("\xD1\xEE\xFE\xE7", "f", "windows-1251").text == "Союз");
}

TEST_CASE("single damaged bytes do not turn UTF-8 into something else", "[base]") {
  std::string text;
  for (int i = 0; i < 12; ++i) text += "caf\xC3\xA9 ";
  CHECK(decode(text + "\xFF"
                      "end",
               "f")
            .text == text +
                         "\uFFFD"
                         "end");
}

TEST_CASE("a character cut off at the end is damage, a last letter in Latin-1 is none", "[base]") {
  using namespace std::string_literals;
  const auto cut = decode("\xEF\xBB\xBF"s + "café \xE2\x82", "f");
  CHECK(cut.text == "café \uFFFD");
  CHECK(cut.damaged == 1);
  CHECK(cut.first_damage == 9);
  CHECK(decode("end.\n\xC3", "f").damaged == 1);
  CHECK(decode("cit\xC3", "f").damaged == 1);
  CHECK(decode("caf\xE9", "f").text == "café");
  CHECK(decode("CAF\xC9", "f").text == "CAFÉ");
  CHECK(decode("caf\xE9", "f").damaged == 0);
  CHECK(damage_note(decode("whole", "f")).empty());
}

TEST_CASE("bytes that are no text are refused with the reason", "[base]") {
  using namespace std::string_literals;
  CHECK_THROWS_WITH(decode("ab\0\1\2\3"s, "f"), Catch::Contains("f: not text"));
  CHECK_THROWS_AS(decode("\xFF\xFE"
                         "a"s,
                         "f"),
                  InputError);
}

TEST_CASE("sha256 gives the digest of FIPS 180-4's first example", "[base]") {
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
