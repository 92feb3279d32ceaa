// Measures of the whole graph: who matters, what hangs together, where the structure strains.
#pragma once

#include <string_view>
#include <vector>

#include "entente/query/edge_filter.hpp"
#include "entente/query/graph_index.hpp"

namespace entente {

enum class Measure { degree, page_rank, betweenness };

/// Throws `UsageError` for any other word than degree, pagerank, betweenness.
Measure parse_measure(std::string_view word);

/// An entity with its score.
struct Ranked {
  EntityId entity;
  double score = 0;

  bool operator==(const Ranked&) const = default;
};

/// The entities that `mask` allows by `measure` over the edges that it allows, highest first, equal scores in the order of ids.
///
/// Degree counts neighbours. PageRank (damping 0.85, 50 rounds, shares of 1) follows edges from source to target, symmetric ones both ways.
/// Betweenness (Brandes 2001) takes edges both ways; above some 5,000 entities it is estimated from evenly spaced sources.
std::vector<Ranked> rank(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask, Measure measure);

/// Groups of entities, each sorted by id, largest first, equal sizes in the order of their first entity.
using Groups = std::vector<std::vector<EntityId>>;

/// Entities that are joined by allowed edges, directions ignored.
Groups components(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask);

/// Communities by Louvain's method (Blondel and others 2008) over allowed edges, each pair of entities weighted by the number of
/// its edges. Entities are visited in order of id, so that the result is the same on every run.
Groups communities(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask);

/// Newman's modularity of a partition under the same weights.
double modularity(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask, const Groups& groups);

/// Three entities of which each two stand in cooperation (+1) or conflict (-1).
struct Triad {
  EntityId entities[3];
  int signs[3] = {0, 0, 0};  ///< of the first and second, first and third, second and third

  bool balanced() const { return signs[0] * signs[1] * signs[2] > 0; }
};

/// A pair and the triads that it takes part in.
struct StrainedPair {
  EntityId first, second;
  int sign = 0;
  std::size_t balanced = 0;
  std::size_t unbalanced = 0;
};

/// Structural balance (Cartwright and Harary 1956). The sign of a pair is that of its supports of cooperation minus conflict;
/// pairs with as much of both have none.
struct Balance {
  std::vector<Triad> triads;        ///< unbalanced first, then in order of entities
  std::vector<StrainedPair> pairs;  ///< in unbalanced triads, most of them first
  std::size_t balanced = 0;
  std::size_t unbalanced = 0;
};

Balance balance(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask);

}  // namespace entente
