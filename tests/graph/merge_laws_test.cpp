#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "entente/graph/json_ld.hpp"
#include "entente/graph/merge.hpp"
#include "graph/random_graph.hpp"

using namespace entente;

namespace {

constexpr std::uint64_t seeds = 60;

KnowledgeGraph merged(std::vector<DocumentGraph> documents) {
  Diagnostics diagnostics;
  auto graph = merge(std::move(documents), test::random_relations(), diagnostics);
  REQUIRE(diagnostics.sorted().empty());
  return graph;
}

std::vector<DocumentGraph> canonical_documents(std::uint64_t seed) {
  auto documents = test::random_documents(seed);
  for (auto& document : documents) document = canonical(std::move(document), test::random_relations());
  std::sort(documents.begin(), documents.end(), [](const auto& a, const auto& b) { return a.document.id < b.document.id; });
  return documents;
}

}  // namespace

TEST_CASE("the order of documents does not show in the merged graph", "[graph]") {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    auto documents = test::random_documents(seed);
    const auto graph = merged(documents);
    std::shuffle(documents.begin(), documents.end(), std::mt19937_64(seed + 1));
    REQUIRE(merged(documents) == graph);
    REQUIRE(to_json_ld(merged(documents)) == to_json_ld(graph));
  }
}

TEST_CASE("the order of entities and assertions in a document does not show", "[graph]") {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    auto documents = test::random_documents(seed);
    const auto graph = merged(documents);
    for (auto& document : documents) {
      const auto count = static_cast<std::uint32_t>(document.entities.size());
      std::reverse(document.entities.begin(), document.entities.end());
      std::reverse(document.assertions.begin(), document.assertions.end());
      for (auto& a : document.assertions)
        for (auto* id : {&a.source, &a.target, &a.attributed_to})
          if (id->valid()) id->value = count - 1 - id->value;
    }
    REQUIRE(merged(documents) == graph);
  }
}

TEST_CASE("splitting a merged graph gives its documents back", "[graph]") {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const auto documents = canonical_documents(seed);
    const auto parts = split(merged(documents));
    REQUIRE(parts.size() == documents.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      REQUIRE(parts[i].entities == documents[i].entities);
      REQUIRE(parts[i] == documents[i]);
    }
  }
}

TEST_CASE("merging is idempotent", "[graph]") {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    auto documents = test::random_documents(seed);
    const auto graph = merged(documents);
    REQUIRE(merged(split(graph)) == graph);
    const auto copies = documents;
    documents.insert(documents.end(), copies.begin(), copies.end());
    REQUIRE(merged(documents) == graph);
  }
}

TEST_CASE("merging parts by way of files equals merging all at once", "[graph]") {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const auto documents = test::random_documents(seed);
    const auto half = documents.begin() + static_cast<std::ptrdiff_t>(seed % (documents.size() + 1));
    const auto first = parse_json_ld(to_json_ld(merged({documents.begin(), half})), "first");
    const auto second = parse_json_ld(to_json_ld(merged({half, documents.end()})), "second");
    Diagnostics diagnostics;
    REQUIRE(to_json_ld(merge_graphs({first, second}, diagnostics)) == to_json_ld(merged(documents)));
    REQUIRE(to_json_ld(merge_graphs({second, first}, diagnostics)) == to_json_ld(merged(documents)));
  }
}

TEST_CASE("adding a document and removing it again changes nothing", "[graph]") {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    auto documents = test::random_documents(seed);
    const auto all = merged(documents);
    const auto one = documents.back();
    documents.pop_back();
    const auto rest = merged(documents);
    Diagnostics diagnostics;
    const auto added = add_documents(rest, {one}, test::random_relations(), diagnostics);
    REQUIRE(to_json_ld(added) == to_json_ld(all));
    const auto id = canonical(one, {}).document.id;
    REQUIRE(to_json_ld(remove_documents(added, {id})) == to_json_ld(rest));
  }
}

TEST_CASE("what is written is read back equal and written again with the same bytes", "[graph]") {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    auto graph = test::random_graph(seed);
    if (seed % 3 == 0) graph.base = "http://graphs.example.com/mine#";
    if (seed % 4 == 0) graph.rules = {{{"A", "B \"quoted\""}}, {{"A (State)", "C"}}};
    const auto bytes = to_json_ld(graph);
    const auto again = parse_json_ld(bytes, "graph.jsonld");
    REQUIRE(again.entities == graph.entities);
    REQUIRE(again == graph);
    REQUIRE(to_json_ld(again) == bytes);
  }
}
