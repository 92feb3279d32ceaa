#include "entente/export/selection.hpp"

#include <catch2/catch.hpp>

#include <set>

#include "entente/base/error.hpp"
#include "entente/graph/json_ld.hpp"
#include "export/sample_graph.hpp"

using namespace entente;

namespace {

std::set<std::string> keys(const KnowledgeGraph& graph) {
  std::set<std::string> keys;
  for (const auto& entity : graph.entities) keys.insert(entity.key);
  return keys;
}

std::string error_of(const Selection& selection) {
  try {
    select(sample_graph(), selection);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("an empty selection keeps everything", "[export]") {
  CHECK(Selection{}.empty());
  CHECK(select(sample_graph(), {}) == sample_graph());
}

TEST_CASE("around keeps what is within the hops", "[export]") {
  Selection selection;
  selection.around = {"Moscow"};
  selection.hops = 1;
  CHECK(keys(select(sample_graph(), selection)) == std::set<std::string>{"aegis-ashore", "japan", "russia", "sergei-lavrov"});
  selection.hops = 2;
  CHECK(keys(select(sample_graph(), selection)) ==
        std::set<std::string>{"aegis-ashore", "japan", "kuril-islands", "russia", "sergei-lavrov", "united-states"});
  selection.hops = 0;
  CHECK(keys(select(sample_graph(), selection)) == std::set<std::string>{"russia"});
}

TEST_CASE("top keeps the best connected entities and the edges among them", "[export]") {
  Selection selection;
  selection.top = 3;
  const auto part = select(sample_graph(), selection);
  CHECK(keys(part) == std::set<std::string>{"aegis-ashore", "japan", "russia", "sergei-lavrov"});  // Lavrov speaks in what remains
  CHECK(part.edges.size() == 4);
  for (const auto& edge : part.edges) CHECK(part.entity(edge.source).key != "sergei-lavrov");
}

TEST_CASE("families and relations choose edges and drop relations that no edge has", "[export]") {
  Selection selection;
  selection.families = {"conflict"};
  auto part = select(sample_graph(), selection);
  CHECK(part.edges.size() == 2);
  CHECK(part.relations.size() == 2);
  CHECK(part.relation(part.edges[1].relation).name == "opposes");
  selection.families.clear();
  selection.relations = {"part_of"};
  part = select(sample_graph(), selection);
  REQUIRE(part.edges.size() == 1);
  CHECK(part.entity(part.edges[0].source).key == "kuril-islands");
  CHECK(part.documents.size() == 1);
}

TEST_CASE("a selection by document or date drops assertions and sums edges up anew", "[export]") {
  Selection selection;
  selection.documents = {"second-look"};
  auto part = select(sample_graph(), selection);
  REQUIRE(part.edges.size() == 2);
  CHECK(part.edges[1].support() == 1);
  CHECK(part.edges[1].confidence == Approx(0.8));
  CHECK(part.edges[1].first == "2017-03-01");
  CHECK(part.entities[0].appearances.size() == 1);
  selection = {};
  selection.since = "2017";
  CHECK(select(sample_graph(), selection) == part);
  selection.since = "2016-12-15";
  selection.until = "2016-12";
  CHECK(select(sample_graph(), selection).edges.size() == 5);  // "2016" may be December
  selection.since = "2018-01-01";
  selection.until.clear();
  CHECK(select(sample_graph(), selection).edges.empty());
}

TEST_CASE("a part of a graph is a graph that can be written and read", "[export]") {
  Selection selection;
  selection.documents = {"second-look"};
  const auto part = select(in_order(sample_graph()), selection);
  CHECK(parse_json_ld(to_json_ld(part), "part") == part);
  selection = {};
  selection.around = {"Japan"};
  selection.families = {"conflict", "structure"};
  const auto other = select(in_order(sample_graph()), selection);
  CHECK(parse_json_ld(to_json_ld(other), "part") == other);
}

TEST_CASE("support and confidence set lower bounds", "[export]") {
  Selection selection;
  selection.min_support = 2;
  CHECK(select(sample_graph(), selection).edges.size() == 1);
  selection.min_support = 0;
  selection.min_confidence = 0.8;
  CHECK(select(sample_graph(), selection).edges.size() == 2);
}

TEST_CASE("a selection complains of what the graph has not", "[export]") {
  Selection selection;
  selection.families = {"conflct"};
  CHECK(error_of(selection) == "the graph has no family 'conflct'; did you mean 'conflict'?");
  selection = {};
  selection.relations = {"zz"};
  CHECK(error_of(selection) == "the graph has no relation 'zz'; it has: cooperates_with, disputes_with, fears, hosts, opposes, part_of");
  selection = {};
  selection.since = "last year";
  CHECK(error_of(selection) == "--since wants a date such as 2016-12-15, 2016-12 or 2016, not 'last year'");
}
