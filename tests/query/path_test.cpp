#include "entente/query/path.hpp"

#include <catch2/catch.hpp>
#include <functional>

#include "query/path_finder.hpp"
#include "query/small_graphs.hpp"

using namespace entente;

namespace {

/// All loopless paths that the request allows, cheapest first, by trying everything.
std::vector<EntityPath> all_paths(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask, const PathRequest& request) {
  const PathFinder finder(graph, index, mask, request.directed, request.weight);
  std::vector<EntityPath> paths;
  std::vector<EntityId> stack{request.from};
  const std::function<void()> extend = [&] {
    if (stack.back() == request.to) {
      auto place = stack.begin();
      for (const auto via : request.via) place = std::find(place, stack.end(), via);
      if (place != stack.end()) paths.push_back(finder.complete(stack));
      return;
    }
    if (stack.size() > request.max_hops) return;
    for (std::uint32_t i = 0; i < graph.entities.size(); ++i) {
      const EntityId next{i};
      if (std::find(stack.begin(), stack.end(), next) != stack.end()) continue;
      if (next != request.to && !mask.allows(next)) continue;
      if (edges_between(graph, index, mask, stack.back(), next, request.directed).empty()) continue;
      stack.push_back(next);
      extend();
      stack.pop_back();
    }
  };
  extend();
  std::sort(paths.begin(), paths.end(),
            [](const EntityPath& a, const EntityPath& b) { return std::tie(a.cost, a.entities) < std::tie(b.cost, b.entities); });
  if (paths.size() > request.count) paths.resize(request.count);
  return paths;
}

}  // namespace

TEST_CASE("the k shortest paths are those that trying everything finds", "[query]") {
  for (std::uint32_t seed = 0; seed < 150; ++seed) {
    const auto graph = random_knowledge_graph(seed, 3 + seed % 5, 4 + seed % 14);
    const GraphIndex index(graph);
    EdgeFilter filter;
    if (seed % 3 == 0) filter.min_confidence = 0.3;
    if (seed % 7 == 0) filter.avoid = {EntityId{2}};
    const auto mask = apply_filter(graph, filter);
    for (const auto weight : {PathWeight::hops, PathWeight::confidence, PathWeight::hub})
      for (const std::size_t hops : {std::size_t{2}, std::size_t{100}}) {
        PathRequest request{EntityId{0}, EntityId{1}, {}, 1 + seed % 6, hops, seed % 2 == 0, weight};
        INFO("seed " << seed << " weight " << static_cast<int>(weight) << " hops " << hops);
        const auto found = find_paths(graph, index, mask, request), expected = all_paths(graph, index, mask, request);
        REQUIRE(found.size() == expected.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
          CHECK(found[i].cost == Approx(expected[i].cost));
          if (weight == PathWeight::hops) CHECK(found[i].entities == expected[i].entities);
        }
      }
  }
}

TEST_CASE("paths over a waypoint are those that trying everything finds", "[query]") {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const auto graph = random_knowledge_graph(seed, 4 + seed % 4, 6 + seed % 10);
    const GraphIndex index(graph);
    const auto mask = apply_filter(graph, {});
    PathRequest request{EntityId{0}, EntityId{1}, {EntityId{3}}, 3, 100, false, PathWeight::hops};
    const auto found = find_paths(graph, index, mask, request), expected = all_paths(graph, index, mask, request);
    INFO("seed " << seed);
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) CHECK(found[i].cost == expected[i].cost);
  }
}

TEST_CASE("a neighbourhood has each entity in the ring of its distance", "[query]") {
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    const auto graph = random_knowledge_graph(seed, 8, 6 + seed % 8);
    const GraphIndex index(graph);
    const auto mask = apply_filter(graph, {});
    const auto rings = neighbourhood(index, mask, EntityId{0}, 3);
    for (std::uint32_t i = 1; i < 8; ++i) {
      const auto paths = find_paths(graph, index, mask, {EntityId{0}, EntityId{i}, {}, 1, 3, false, PathWeight::hops});
      std::vector<std::size_t> in;
      for (std::size_t ring = 0; ring < rings.size(); ++ring)
        if (std::binary_search(rings[ring].begin(), rings[ring].end(), EntityId{i})) in.push_back(ring);
      INFO("seed " << seed << " entity " << i);
      CHECK(in == (paths.empty() ? std::vector<std::size_t>{} : std::vector<std::size_t>{paths[0].edges.size()}));
    }
  }
}

TEST_CASE("a friend of an enemy is on the other side", "[query]") {
  auto graph = random_knowledge_graph(1, 3, 0);
  const auto edge = [&](std::uint32_t from, std::uint32_t relation, std::uint32_t to) {
    auto other = random_knowledge_graph(1, 3, 1).edges[0];
    other.source = EntityId{from};
    other.target = EntityId{to};
    other.relation = RelationId{relation};
    graph.edges.push_back(other);
  };
  edge(0, 0, 1);
  edge(1, 1, 2);
  const GraphIndex index(graph);
  const auto paths = find_paths(graph, index, apply_filter(graph, {}), {EntityId{0}, EntityId{2}, {}, 1, 100, false, PathWeight::hops});
  REQUIRE(paths.size() == 1);
  CHECK(path_sign(graph, paths[0]) == -1);
}

TEST_CASE("a denied relation is no path unless denials are asked for", "[query]") {
  auto graph = random_knowledge_graph(1, 2, 1);
  graph.edges[0].source = EntityId{0};
  graph.edges[0].target = EntityId{1};
  graph.edges[0].negated = true;
  graph.edges[0].modality = {0, 0, 1};
  const GraphIndex index(graph);
  const PathRequest request{EntityId{0}, EntityId{1}, {}, 1, 100, false, PathWeight::hops};
  CHECK(find_paths(graph, index, apply_filter(graph, {}), request).empty());
  EdgeFilter filter;
  filter.modalities = {Modality::negated};
  CHECK(find_paths(graph, index, apply_filter(graph, filter), request).size() == 1);
}

TEST_CASE("a filter that names nothing of the graph is refused with a hint", "[query]") {
  const auto graph = random_knowledge_graph(1, 2, 1);
  EdgeFilter filter;
  filter.relations = {"oposes"};
  CHECK_THROWS_WITH(apply_filter(graph, filter), Catch::Contains("did you mean opposes"));
}
