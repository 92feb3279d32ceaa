// A graph laid out for the eye: which nodes and lines are drawn, and how.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "entente/export/exporter.hpp"
#include "entente/graph/knowledge_graph.hpp"
#include "export/style.hpp"

namespace entente {

/// How much a drawing of this size can show.
enum class Detail : std::uint8_t {
  full,    ///< hierarchical layout, every line named
  medium,  ///< force-directed layout, every node named, lines explained by the legend and tooltips
  dense    ///< only the best connected nodes named, the others are dots
};

/// Edges that are drawn as one line from `a` to `b`; `backward` are those that run from `b` to `a`.
struct Bundle {
  EntityId a;
  EntityId b;
  std::vector<const Edge*> forward;
  std::vector<const Edge*> backward;

  std::size_t support() const;
};

/// What is drawn of a graph, which it refers to.
struct Diagram {
  const KnowledgeGraph* graph = nullptr;
  Detail detail = Detail::full;
  std::string layout;              ///< Graphviz program
  std::vector<EntityId> entities;  ///< in order of id
  std::vector<std::size_t> rank;   ///< place of each entity of `entities` by `by_rank`, from 0
  bool every_edge = false;         ///< whether each edge is a line of its own; then there are no bundles
  std::vector<Bundle> bundles;     ///< in order of their ends
  std::size_t alone = 0;           ///< entities without edges, which are left out
  std::map<std::string, FamilyStyle> families;
  std::map<std::string, TypeStyle> types;

  std::size_t lines() const { return every_edge ? graph->edges.size() : bundles.size(); }

  /// Calls `take` with a `Bundle` for each line.
  template <class Take>
  void for_each_line(const Take& take) const {
    for (const auto& bundle : bundles) take(bundle);
    if (every_edge)
      for (const auto& edge : graph->edges) take(Bundle{edge.source, edge.target, {&edge}, {}});
  }
};

/// Decides what is drawn: all entities and edges, or if `bundled`, edges that say similar things as one line, and no entities
/// without edges unless there is nothing else. Up to 60 nodes and 120 lines the
/// detail is full, up to 300 nodes medium (measured: beyond that dot takes minutes and names cover each other).
Diagram make_diagram(const KnowledgeGraph& graph, const ExportOptions& options, bool bundled);

}  // namespace entente
