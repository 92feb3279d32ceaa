#include "entente/query/graph_index.hpp"

#include <algorithm>

namespace entente {

GraphIndex::GraphIndex(const KnowledgeGraph& graph) : first_(graph.entities.size() + 1) {
  for (const auto& edge : graph.edges) {
    if (edge.source == edge.target) continue;
    ++first_[edge.source.value + 1];
    ++first_[edge.target.value + 1];
  }
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  arcs_.resize(first_.back());
  auto next = first_;
  for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
    const auto& edge = graph.edges[i];
    if (edge.source == edge.target) continue;
    const bool symmetric = graph.relation(edge.relation).symmetric;
    arcs_[next[edge.source.value]++] = {edge.target, EdgeId{i}, true, symmetric};
    arcs_[next[edge.target.value]++] = {edge.source, EdgeId{i}, symmetric, true};
  }
  for (std::size_t i = 0; i + 1 < first_.size(); ++i)
    std::sort(arcs_.begin() + static_cast<std::ptrdiff_t>(first_[i]), arcs_.begin() + static_cast<std::ptrdiff_t>(first_[i + 1]),
              [](const Arc& a, const Arc& b) { return std::tie(a.neighbour, a.edge) < std::tie(b.neighbour, b.edge); });
}

}  // namespace entente
