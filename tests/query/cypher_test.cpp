#include "entente/query/cypher.hpp"

#include <catch2/catch.hpp>
#include <functional>
#include <set>

#include "entente/query/knowledge_view.hpp"
#include "query/small_graphs.hpp"

using namespace entente;

namespace {

struct Hop {
  std::string type;  // empty: any
  int direction;     // -1 left, 0 both, 1 right
};

/// The simplest evaluator: tries all relationships for all hops.
std::multiset<std::vector<std::int64_t>> try_everything(const MemoryGraph& graph, const std::vector<Hop>& hops) {
  std::multiset<std::vector<std::int64_t>> found;
  std::vector<std::int64_t> row;
  std::set<std::uint32_t> used;
  const std::function<void(std::uint32_t, std::size_t)> extend = [&](std::uint32_t node, std::size_t at) {
    row.push_back(node);
    if (at == hops.size()) found.insert(row);
    for (std::uint32_t r = 0; at < hops.size() && r < graph.relationship_count(); ++r) {
      if (used.count(r) || (!hops[at].type.empty() && graph.type_names()[graph.type_of(r)] != hops[at].type)) continue;
      const auto from = graph.source(r), to = graph.target(r);
      used.insert(r);
      if (from == node && hops[at].direction >= 0) extend(to, at + 1);
      if (to == node && hops[at].direction <= 0 && !(from == to && hops[at].direction == 0)) extend(from, at + 1);
      used.erase(r);
    }
    row.pop_back();
  };
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) extend(node, 0);
  return found;
}

std::string query_of(const std::vector<Hop>& hops) {
  std::string pattern = "(n0)", columns = "id(n0)";
  for (std::size_t i = 0; i < hops.size(); ++i) {
    pattern += fmt::format("{}-[{}]-{}(n{})", hops[i].direction < 0 ? "<" : "", hops[i].type.empty() ? "" : ":" + hops[i].type,
                           hops[i].direction > 0 ? ">" : "", i + 1);
    columns += fmt::format(", id(n{})", i + 1);
  }
  return "MATCH " + pattern + " RETURN " + columns;
}

/// Number of trails of each length between two nodes, directions ignored.
std::vector<int> trails(const MemoryGraph& graph, std::uint32_t from, std::uint32_t to) {
  std::vector<int> counts(graph.relationship_count() + 1);
  std::set<std::uint32_t> used;
  const std::function<void(std::uint32_t)> extend = [&](std::uint32_t node) {
    if (node == to) ++counts[used.size()];
    for (std::uint32_t r = 0; r < graph.relationship_count(); ++r) {
      if (used.count(r) || (graph.source(r) != node && graph.target(r) != node)) continue;
      used.insert(r);
      extend(graph.other_end(r, node));
      used.erase(r);
    }
  };
  extend(from);
  return counts;
}

std::size_t count(const MemoryGraph& graph, const std::string& query) { return run_query(graph, query).rows.size(); }

}  // namespace

TEST_CASE("fixed patterns match what trying everything finds", "[query]") {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const auto graph = random_property_graph(seed, 2 + seed % 5, 3 + seed % 7);
    std::mt19937 random(seed);
    std::vector<Hop> hops;
    for (std::uint32_t i = 0; i < 1 + seed % 3; ++i)
      hops.push_back({random() % 2 ? "" : random() % 2 ? "R" : "S", static_cast<int>(random() % 3) - 1});
    std::multiset<std::vector<std::int64_t>> found;
    for (const auto& row : run_query(graph, query_of(hops)).rows) {
      std::vector<std::int64_t> ids;
      for (const auto& value : row) ids.push_back(*value.as<std::int64_t>());
      found.insert(ids);
    }
    INFO("seed " << seed << ": " << query_of(hops));
    CHECK(found == try_everything(graph, hops));
  }
}

TEST_CASE("path searches find the shortest of all trails", "[query]") {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const auto graph = random_property_graph(seed, 3 + seed % 3, 3 + seed % 5);
    const auto counts = trails(graph, 0, 1);
    std::size_t least = 1;
    while (least < counts.size() && counts[least] == 0) ++least;
    int total = 0;
    for (const int number : counts) total += number;
    const auto shortest = least < counts.size() ? static_cast<std::size_t>(counts[least]) : 0;
    const std::string ends = " (a)-[]-+(b) WHERE id(a) = 0 AND id(b) = 1 RETURN p";
    INFO("seed " << seed);
    CHECK(count(graph, "MATCH p = ANY SHORTEST" + ends) == (shortest ? 1 : 0));
    CHECK(count(graph, "MATCH p = ALL SHORTEST" + ends) == shortest);
    CHECK(count(graph, "MATCH p = SHORTEST 4" + ends) == std::min<std::size_t>(4, static_cast<std::size_t>(total)));
    CHECK(count(graph, "MATCH p = (a)-[*]-(b) WHERE id(a) = 0 AND id(b) = 1 RETURN p") == static_cast<std::size_t>(total));
  }
}

TEST_CASE("a path search to all ends finds for each what a search for that end finds", "[query]") {
  const auto texts = [](const MemoryGraph& graph, const std::string& query) {
    std::vector<std::string> rows;
    for (const auto& row : run_query(graph, query).rows) rows.push_back(to_text(graph, row[0]));
    return rows;
  };
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const auto graph = random_property_graph(seed, 2 + seed % 6, 2 + seed % 11);
    for (const char* search : {"ANY", "ANY SHORTEST", "ALL SHORTEST", "SHORTEST 3", "SHORTEST 2 GROUPS"})
      for (const char* hops : {"(a)-[]-+(b)", "(a)-[:R]->*(b)", "(a)<-[]-{1,3}(b)", "(a)-[]->{2,4}(b)", "(a)<-[]-+(b)"}) {
        std::vector<std::string> expected;
        for (std::uint32_t end = 0; end < graph.node_count(); ++end)
          for (auto& path : texts(graph, fmt::format("MATCH p = {} {} WHERE id(a) = 0 AND id(b) = {} RETURN p", search, hops, end)))
            expected.push_back(path);
        INFO("seed " << seed << ": " << search << " " << hops);
        CHECK(texts(graph, fmt::format("MATCH p = {} {} WHERE id(a) = 0 RETURN p", search, hops)) == expected);
      }
  }
}

TEST_CASE("hostile queries end in an error that says which limit they broke", "[query]") {
  const auto graph = random_property_graph(1, 6, 24);
  QueryLimits limits;
  limits.timeout = 0.2;
  CHECK_THROWS_WITH(run_query(graph, "RETURN " + std::string(100000, '(')), Catch::Contains("expected MATCH") || Catch::Contains("nested"));
  CHECK_THROWS_WITH(run_query(graph, "MATCH (n) WHERE " + std::string(100000, '(') + " RETURN n"), Catch::Contains("nested deeper"));
  CHECK_THROWS_WITH(run_query(graph, "MATCH (n) WHERE " + std::string(400000, '-') + "1 = 1 RETURN n"), Catch::Contains("nested deeper"));
  CHECK_THROWS_WITH(run_query(graph, std::string(2000000, ' ')), Catch::Contains("at most 1048576"));
  CHECK_THROWS_WITH(run_query(graph, "MATCH (a)-[*]-(b), (c)-[*]-(d) RETURN count(*)", {}, limits),
                    Catch::Contains("longer than 0.2 seconds"));
  std::string chain = "MATCH (n)";
  for (int i = 0; i < 2000; ++i) chain += "--()";
  CHECK_THROWS_WITH(run_query(graph, chain + " RETURN n"), Catch::Contains("at most 1000 nodes"));
  std::string sum = "MATCH (n) RETURN 1";
  for (int i = 0; i < 100000; ++i) sum += "+1";
  CHECK(count(graph, sum + " AS x LIMIT 1") == 1);
}

TEST_CASE("an error shows the place with a caret and what was expected", "[query]") {
  CHECK_THROWS_WITH(query_syntax("MATCH (n\nRETURN n"), Catch::Contains("query:2:1: expected ')'") && Catch::Contains("^"));
  CHECK_THROWS_WITH(query_syntax("CREATE (n)"), Catch::Contains("queries only read the graph"));
}

TEST_CASE("a query sees a denial as another type than the relation", "[query]") {
  auto graph = random_knowledge_graph(3, 2, 2);
  graph.edges[0].relation = graph.edges[1].relation = RelationId{1};
  graph.edges[0].negated = true;
  const KnowledgeView view(graph);
  CHECK(run_query(view, "MATCH ()-[r:OPPOSES]->() RETURN r.id").rows.size() == 1);
  CHECK(run_query(view, "MATCH ()-[r:NOT_OPPOSES]->() RETURN r.id").rows.size() == 1);
}

TEST_CASE("a symmetric relation answers from both ends", "[query]") {
  auto graph = random_knowledge_graph(3, 2, 1);
  graph.edges[0].relation = RelationId{0};
  graph.edges[0].source = EntityId{0};
  graph.edges[0].target = EntityId{1};
  const KnowledgeView view(graph);
  for (const char* id : {"e0", "e1"})
    CHECK(run_query(view, fmt::format("MATCH (a {{id: '{}'}})-[r:ALLIED_WITH]->(b) RETURN b.id", id)).rows.size() == 1);
  CHECK(run_query(view, "MATCH (a)-[r]-(b) RETURN a, b").rows.size() == 2);
}
