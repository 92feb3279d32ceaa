#include "entente/export/selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "entente/base/error.hpp"
#include "entente/base/fold.hpp"
#include "entente/graph/lookup.hpp"
#include "export/selection_parts.hpp"

namespace entente {

namespace {

using Neighbours = std::vector<std::vector<std::uint32_t>>;

Neighbours neighbours_of(const KnowledgeGraph& graph) {
  Neighbours neighbours(graph.entities.size());
  for (const auto& edge : graph.edges) {
    if (edge.source == edge.target) continue;
    neighbours[edge.source.value].push_back(edge.target.value);
    neighbours[edge.target.value].push_back(edge.source.value);
  }
  for (auto& list : neighbours) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
  return neighbours;
}

void check_names(const std::vector<std::string>& wanted, const std::set<std::string>& known, const char* what) {
  for (const auto& name : wanted) {
    if (known.contains(name)) continue;
    std::string nearest;
    std::size_t least = 1 + std::max<std::size_t>(2, name.size() / 3);
    for (const auto& other : known) {
      const auto distance = edit_distance(name, other);
      if (distance < least) least = distance, nearest = other;
    }
    throw UsageError(nearest.empty() ? fmt::format("the graph has no {} '{}'; it has: {}", what, name, fmt::join(known, ", "))
                                     : fmt::format("the graph has no {} '{}'; did you mean '{}'?", what, name, nearest));
  }
}

void check_names(const KnowledgeGraph& graph, const Selection& selection) {
  std::set<std::string> families, relations, documents;
  for (const auto& relation : graph.relations) families.insert(relation.family), relations.insert(relation.name);
  if (!selection.documents.empty())
    for (const auto& document : graph.documents) documents.insert(document.id);
  check_names(selection.families, families, "family");
  check_names(selection.relations, relations, "relation");
  check_names(selection.documents, documents, "document");
}

bool contains(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::vector<Edge> edges_that_fit(const KnowledgeGraph& graph, const Selection& selection) {
  const EvidenceFilter filter(graph, selection);
  std::vector<Edge> edges;
  for (const auto& edge : graph.edges) {
    const auto& relation = graph.relation(edge.relation);
    if (!selection.families.empty() && !contains(selection.families, relation.family)) continue;
    if (!selection.relations.empty() && !contains(selection.relations, relation.name)) continue;
    auto remaining = filter.apply(edge);
    if (!remaining || remaining->support() < selection.min_support || remaining->confidence < selection.min_confidence) continue;
    edges.push_back(std::move(*remaining));
  }
  return edges;
}

std::vector<bool> near(const KnowledgeGraph& graph, const std::vector<EntityId>& centres, std::uint32_t hops) {
  const auto neighbours = neighbours_of(graph);
  std::vector<bool> reached(graph.entities.size());
  std::vector<std::uint32_t> front;
  for (const auto centre : centres) {
    reached[centre.value] = true;
    front.push_back(centre.value);
  }
  for (std::uint32_t hop = 0; hop < hops && !front.empty(); ++hop) {
    std::vector<std::uint32_t> next;
    for (const auto node : front)
      for (const auto other : neighbours[node])
        if (!reached[other]) {
          reached[other] = true;
          next.push_back(other);
        }
    front = std::move(next);
  }
  return reached;
}

void keep_edges_between(KnowledgeGraph& graph, const std::vector<bool>& kept) {
  std::erase_if(graph.edges, [&](const Edge& edge) { return !kept[edge.source.value] || !kept[edge.target.value]; });
}

}  // namespace

bool Selection::empty() const {
  Selection all;
  all.hops = hops;
  return *this == all;
}

std::vector<EntityId> by_rank(const KnowledgeGraph& graph) {
  const auto neighbours = neighbours_of(graph);
  std::vector<std::size_t> support(graph.entities.size());
  for (const auto& edge : graph.edges) {
    support[edge.source.value] += edge.support();
    support[edge.target.value] += edge.support();
  }
  std::vector<EntityId> order(graph.entities.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i].value = i;
  std::stable_sort(order.begin(), order.end(), [&](EntityId a, EntityId b) {
    const auto degree_a = neighbours[a.value].size(), degree_b = neighbours[b.value].size();
    return degree_a != degree_b ? degree_a > degree_b : support[a.value] > support[b.value];
  });
  return order;
}

KnowledgeGraph select(const KnowledgeGraph& graph, const Selection& selection) {
  if (selection.empty()) return graph;
  check_names(graph, selection);
  std::vector<EntityId> centres;
  for (const auto& name : selection.around) centres.push_back(resolve_entity(graph, name));
  KnowledgeGraph part;
  part.documents = graph.documents;
  part.relations = graph.relations;
  part.entities = graph.entities;
  part.base = graph.base;
  part.edges = edges_that_fit(graph, selection);
  if (!centres.empty()) keep_edges_between(part, near(part, centres, selection.hops));
  if (selection.top != 0) {
    auto order = by_rank(part);
    std::vector<bool> kept(part.entities.size());
    for (const auto centre : centres) kept[centre.value] = true;
    for (std::size_t i = 0; i < std::min(selection.top, order.size()); ++i) kept[order[i].value] = true;
    keep_edges_between(part, kept);
  }
  return without_unused(part, centres);
}

}  // namespace entente
