#include "entente/graph/merge_rules.hpp"

#include <catch2/catch.hpp>

#include "entente/base/error.hpp"

using namespace entente;

namespace {

std::string error_of(std::string_view json) {
  try {
    parse_merge_rules(json, "rules.json");
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("merge rules are pairs, sorted", "[graph]") {
  const auto rules = parse_merge_rules(R"({"merge":[["b","a"],["a","b"]],"separate":[["x","y"]]})", "rules.json");
  CHECK(rules.merge == std::vector<MergeRules::Pair>{{"a", "b"}});
  CHECK(rules.separate == std::vector<MergeRules::Pair>{{"x", "y"}});
}

TEST_CASE("a mistake in merge rules is shown with line and column", "[graph]") {
  CHECK(error_of("{\n  \"merge\": [[\"a\"]]}").starts_with("rules.json:2:13: expected a pair of names"));
  CHECK(error_of("{\"join\": []}").starts_with("rules.json:1:2: expected \"merge\" or \"separate\", found \"join\""));
  CHECK(error_of("{\"merge\": [[\"a\", \"b\"],]}").starts_with("rules.json:1:2"));
  CHECK(error_of("[]").starts_with("rules.json:1:1: expected {\"merge\""));
}

TEST_CASE("contradictory merge rules are refused, also by way of a third name", "[graph]") {
  CHECK(error_of(R"({"merge":[["a","b"],["b","c"]],"separate":[["a","c"]]})").find("remove one of the rules") != std::string::npos);
  CHECK_THROWS_AS(unite(parse_merge_rules(R"({"merge":[["a","b"]]})", ""), parse_merge_rules(R"({"separate":[["A","b"]]})", "")),
                  UsageError);
}
