#include "entente/graph/assertion_lines.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>

#include "entente/base/error.hpp"
#include "entente/base/json.hpp"
#include "entente/graph/merge.hpp"
#include "graph/random_graph.hpp"

using namespace entente;

namespace {

template <class Content>
std::string lines_of(const Content& content) {
  std::ostringstream out;
  write_assertion_lines(content, out);
  return out.str();
}

}  // namespace

TEST_CASE("assertion lines hold all that a document says", "[graph]") {
  const auto relations = test::random_relations();
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    auto documents = test::random_documents(seed);
    for (auto& document : documents) document = canonical(std::move(document), relations);
    std::sort(documents.begin(), documents.end(), [](const auto& a, const auto& b) { return a.document.id < b.document.id; });
    REQUIRE(parse_assertion_lines(lines_of(documents), "lines", relations) == documents);
    Diagnostics diagnostics;
    const auto graph = merge(documents, relations, diagnostics);
    const auto again = parse_assertion_lines(lines_of(graph), "lines", relations);
    REQUIRE(merge(again, relations, diagnostics) == graph);
  }
}

TEST_CASE("every line is an object in the ontology's form", "[graph]") {
  std::istringstream lines(lines_of(test::random_graph(3)));
  std::string line;
  while (std::getline(lines, line)) {
    const auto document = JsonDocument::parse(line, "line");
    if (document.root().find("entities") != nullptr) continue;
    for (const auto* key :
         {"document", "source", "relation", "target", "modality", "attributed_to", "time", "sentence", "confidence", "by"})
      CHECK(document.root().find(key) != nullptr);
    CHECK(document.root().find("source")->find("mention")->find("start") != nullptr);
  }
}

TEST_CASE("the fewest members that the ontology asks for are enough", "[graph]") {
  const auto documents = parse_assertion_lines(
      "{\"document\":\"001\",\"source\":{\"id\":\"a\",\"label\":\"A\",\"type\":\"State\"},\"relation\":\"opposes\",\"target\":{\"label\":"
      "\"B\"}}\n\n",
      "lines", test::random_relations());
  REQUIRE(documents.size() == 1);
  CHECK(documents[0].entities.size() == 2);
  CHECK(documents[0].assertions[0].relation == "opposes");
}

TEST_CASE("a mistake in assertion lines is shown with line and column", "[graph]") {
  const auto error_of = [](std::string_view text) -> std::string {
    try {
      parse_assertion_lines(text, "lines", {});
    } catch (const InputError& error) {
      return error.what();
    }
    return "no error";
  };
  CHECK(error_of("\n{\"document\":\"1\",\"source\":{}}").starts_with("lines:2:1: expected an object for \"target\""));
  CHECK(error_of("{\"document\":\"1\"").starts_with("lines:1:16"));
  CHECK(error_of("{\"document\":\"1\",\"source\":{\"label\":\"A\"},\"target\":{\"label\":\"B\"},\"relation\":\"r\",\"modality\":\"maybe\"}")
            .find("expected asserted, possible or negated, found 'maybe'") != std::string::npos);
}
