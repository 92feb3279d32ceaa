// Compressed sparse rows over a knowledge graph: the neighbours of every entity.
#pragma once

#include <span>
#include <vector>

#include "entente/graph/knowledge_graph.hpp"

namespace entente {

/// One way along an edge: from the entity whose row it stands in to `neighbour`.
struct Arc {
  EntityId neighbour;
  EdgeId edge;
  bool leaves = false;  ///< the edge may be read from here to the neighbour
  bool enters = false;  ///< the edge may be read from the neighbour to here; both for symmetric relations

  bool operator==(const Arc&) const = default;
};

/// The arcs of all entities, built once for a graph that does not change afterwards. Loops are left out.
class GraphIndex {
 public:
  explicit GraphIndex(const KnowledgeGraph& graph);

  /// Arcs of `entity`, sorted by neighbour and edge.
  std::span<const Arc> arcs(EntityId entity) const {
    return {arcs_.data() + first_[entity.value], first_[entity.value + 1] - first_[entity.value]};
  }
  std::size_t degree(EntityId entity) const { return first_[entity.value + 1] - first_[entity.value]; }
  std::uint32_t entity_count() const { return static_cast<std::uint32_t>(first_.size() - 1); }

 private:
  std::vector<std::size_t> first_;
  std::vector<Arc> arcs_;
};

}  // namespace entente
