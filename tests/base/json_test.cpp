#include "entente/base/json.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <sstream>

#include "entente/base/json_writer.hpp"

using namespace entente;

namespace {

std::string error_of(std::string_view text, std::uint32_t first_line = 1) {
  try {
    JsonDocument::parse(text, "f.json", first_line);
  } catch (const InputError& error) {
    return error.what();
  }
  return "none";
}

std::string written(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

}  // namespace

TEST_CASE("every JSON value knows the byte where it starts", "[base]") {
  const std::string text = "{ \"a\" : [1, -2.5,\n\"é\\n\", true , null], \"b\":{} }";
  const auto document = JsonDocument::parse(text, "f.json");
  const auto& list = *document.root().find("a");
  CHECK(document.root().offset == 0);
  CHECK(list.offset == text.find('['));
  CHECK(list.elements[0].offset == text.find("1,"));
  CHECK(list.elements[1].offset == text.find("-2.5"));
  CHECK(list.elements[2].offset == text.find("\"é"));
  CHECK(list.elements[3].offset == text.find("true"));
  CHECK(list.elements[4].offset == text.find("null"));
  CHECK(document.root().members[1].offset == text.find("\"b\""));
  CHECK(document.root().find("b")->offset == text.find("{}"));
  CHECK(list.elements[0].integer == 1);
  CHECK(list.elements[1].number == -2.5);
  CHECK(list.elements[2].string == "é\n");
  CHECK(document.root().find("c") == nullptr);
}

TEST_CASE("an error of JSON names file, line and column and points at the place", "[base]") {
  CHECK(error_of("{\"a\": 1,\n \"b\" 2}") == "f.json:2:6: is no JSON: Missing a colon after a name of object member\n \"b\" 2}\n     ^");
  CHECK(error_of("[1, 2", 7).starts_with("f.json:7:6: is no JSON: "));
  CHECK(error_of("").starts_with("f.json:1:1: is no JSON: The document is empty"));
  CHECK(error_of("[\"\xFF\"]").starts_with("f.json:1:"));
  CHECK(error_of("{\"a\":1,\"a\":2}").starts_with("f.json:1:8: the key \"a\" stands here for the second time"));
  CHECK(error_of("[1] 2").starts_with("f.json:1:5: "));
}

TEST_CASE("deep nesting is an error, not a crash", "[base]") {
  CHECK(error_of(std::string(100000, '[')).find("nested more than 512 levels deep") != std::string::npos);
}

TEST_CASE("members of the wrong kind are named with what was expected", "[base]") {
  const std::string text = "{\"n\": 3, \"l\": [\"x\", 4]}";
  const auto document = JsonDocument::parse(text, "f.json");
  CHECK_THROWS_WITH(document.required(document.root(), "name"), Catch::Contains("this object lacks \"name\""));
  CHECK_THROWS_WITH(document.text_or(document.root(), "n"),
                    Catch::Contains("f.json:1:7: expected a string for \"n\", found a whole number"));
  CHECK_THROWS_WITH(document.texts_or_none(document.root(), "l"), Catch::Contains("f.json:1:21: expected a string in \"l\""));
  CHECK(document.text_or(document.root(), "absent", "x") == "x");
  CHECK(document.texts_or_none(document.root(), "absent").empty());
}

TEST_CASE("strings are escaped and never invalid UTF-8", "[base]") {
  CHECK(written("a\"b\\c\n\t\x01\x7F") == "\"a\\\"b\\\\c\\n\\t\\u0001\\u007f\"");
  CHECK(written("né日\xF0\x9F\x98\x80\u2028") == "\"né日\xF0\x9F\x98\x80\u2028\"");
  CHECK(written("a\xFF\xC3") == "\"a\xEF\xBF\xBD\xEF\xBF\xBD\"");
  CHECK(written("\xED\xA0\x80") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
  CHECK(written(std::string_view("\0", 1)) == "\"\\u0000\"");
}

TEST_CASE("numbers of every form are read exactly", "[base]") {
  const auto numbers = JsonDocument::parse("[0E88, -0, 9223372036854775807, 9223372036854775808, 0.1, 1e-999, -2.5E+3]", "f.json");
  const auto& list = numbers.root().elements;
  CHECK(list[0].number == 0);
  CHECK(list[1].kind == JsonKind::integer);
  CHECK(list[2].integer == INT64_MAX);
  CHECK(list[3].kind == JsonKind::number);
  CHECK(list[3].number == 9223372036854775808.0);
  CHECK(list[4].number == 0.1);
  CHECK(list[5].number == 0);
  CHECK(list[6].number == -2500);
  CHECK_THROWS_WITH(JsonDocument::parse("[1e999]", "f.json"), Catch::Contains("f.json:1:2") && Catch::Contains("too big"));
  for (const auto* bad : {"[01]", "[1.]", "[+1]", "[.5]", "[1e]"}) CHECK_THROWS_AS(JsonDocument::parse(bad, "f.json"), InputError);
}

TEST_CASE("numbers are written as the shortest text that reads back", "[base]") {
  CHECK(json_number(0.1) == "0.1");
  CHECK(json_number(1) == "1");
  CHECK(json_number(0.30000000000000004) == "0.30000000000000004");
  CHECK(json_number(std::numeric_limits<double>::infinity()) == "null");
}

TEST_CASE("the writer puts commas, colons and asked line breaks", "[base]") {
  std::string out;
  JsonWriter writer(out);
  writer.begin_object().member("a", 1).member("b", true).member("c", "x").key("d").begin_array();
  for (int i = 0; i < 2; ++i) writer.line_break().begin_object().member("i", i).end_object();
  writer.line_break().end_array().key("e").null().member("f", std::vector<std::string>{"y"}).member_if("g", "").end_object().line_break();
  CHECK(out == "{\"a\":1,\"b\":true,\"c\":\"x\",\"d\":[\n{\"i\":0},\n{\"i\":1}\n],\"e\":null,\"f\":[\"y\"]}\n");
}

TEST_CASE("a stream gets the same bytes as a string", "[base]") {
  std::ostringstream stream;
  {
    JsonWriter writer(stream);
    writer.begin_array().value(std::uint64_t{18446744073709551615u}).value(-1).value(0.5).end_array().line_break();
  }
  CHECK(stream.str() == "[18446744073709551615,-1,0.5]\n");
}
