// The allowed edges as neighbours with weights, each pair once a side.
#pragma once

#include <map>
#include <vector>

#include "entente/query/edge_filter.hpp"
#include "entente/query/graph_index.hpp"

namespace entente {

struct Neighbour {
  std::uint32_t id = 0;
  double weight = 0;
};

/// Row `i` lists the neighbours of entity `i` in order with the number of edges to each.
inline std::vector<std::vector<Neighbour>> weighted_pairs(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask) {
  std::vector<std::vector<Neighbour>> rows(graph.entities.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i)
    for (const auto& arc : index.arcs(EntityId{i})) {
      if (!mask.allows(arc.edge) || !mask.allows(arc.neighbour) || !mask.allows(EntityId{i})) continue;
      if (rows[i].empty() || rows[i].back().id != arc.neighbour.value) rows[i].push_back({arc.neighbour.value, 0});
      rows[i].back().weight += 1;
    }
  return rows;
}

}  // namespace entente
