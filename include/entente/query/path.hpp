// Paths between two entities: shortest, k shortest, over waypoints.
#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "entente/query/edge_filter.hpp"
#include "entente/query/graph_index.hpp"

namespace entente {

/// What a hop costs.
enum class PathWeight {
  hops,        ///< 1
  confidence,  ///< -ln confidence: the path whose edges are all right most probably
  hub          ///< 1 - ln confidence + ln degree of the entity that is entered: detours around everybody's neighbour
};

/// A path without repeated entities: `edges[i]`, the best edge for its cost, joins `entities[i]` and `entities[i + 1]`.
struct EntityPath {
  std::vector<EntityId> entities;
  std::vector<EdgeId> edges;
  double cost = 0;

  bool operator==(const EntityPath&) const = default;
};

/// What to look for.
struct PathRequest {
  EntityId from;
  EntityId to;
  std::vector<EntityId> via;  ///< visited in this order
  std::size_t count = 1;      ///< how many paths at most
  std::size_t max_hops = std::numeric_limits<std::size_t>::max();
  bool directed = false;  ///< edges may only be read from source to target
  PathWeight weight = PathWeight::hops;
};

/// The cheapest paths that `mask` allows, cheapest first; equal costs in the order of entity ids. Paths differ in their entities.
///
/// The k shortest are found by Yen's algorithm (Management Science 17, 1971) over two-sided breadth-first search or Dijkstra's.
std::vector<EntityPath> find_paths(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask, const PathRequest& request);

/// The edges that `mask` allows from one entity to another; either way round unless `directed`.
std::vector<EdgeId> edges_between(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask, EntityId from, EntityId to,
                                  bool directed);

/// The entities around `from` by their distance over edges that `mask` allows: [0] is `from` alone, [1] its neighbours and so on up to
/// `hops`, each sorted by id. Stops before the first empty ring.
std::vector<std::vector<EntityId>> neighbourhood(const GraphIndex& index, const EdgeMask& mask, EntityId from, std::size_t hops,
                                                 bool directed = false);

/// +1 for an edge of the family cooperation, -1 for conflict, 0 for others.
int edge_sign(const KnowledgeGraph& graph, EdgeId edge);

/// The product of the signs of the path's edges that have one; 0 if none has.
int path_sign(const KnowledgeGraph& graph, const EntityPath& path);

}  // namespace entente
