// Which edges and entities a question is about.
#pragma once

#include <string>
#include <vector>

#include "entente/graph/knowledge_graph.hpp"

namespace entente {

/// Conditions on edges and on the entities between the ends of a path. Empty lists allow everything.
struct EdgeFilter {
  std::vector<std::string> relations;
  std::vector<std::string> families;
  std::vector<std::string> types;      ///< of the entities between the ends
  std::vector<EntityId> avoid;         ///< entities that no path may touch
  std::vector<Modality> modalities;    ///< an edge needs an assertion of one of these; empty: asserted or possible
  std::vector<std::string> documents;  ///< ids or titles; an edge needs evidence from one of them
  double min_confidence = 0;
  std::size_t min_support = 0;
  std::string since;  ///< ISO 8601 dates, may be cut to year or month; an edge without date fails them
  std::string until;
};

/// A filter worked out for one graph.
struct EdgeMask {
  std::vector<char> edges;     ///< by edge: may be used
  std::vector<char> entities;  ///< by entity: may stand inside a path

  bool allows(EdgeId edge) const { return edges[edge.value] != 0; }
  bool allows(EntityId entity) const { return entities[entity.value] != 0; }
};

/// Works `filter` out for `graph`.
///
/// Throws `UsageError` for a relation, family, type or document that the graph lacks, naming near ones.
EdgeMask apply_filter(const KnowledgeGraph& graph, const EdgeFilter& filter);

/// Compares ISO 8601 dates as far as both are given: "2016" equals "2016-12-15".
int compare_dates(std::string_view a, std::string_view b);

}  // namespace entente
