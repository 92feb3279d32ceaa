// Edges as sums of assertions.
#pragma once

#include <vector>

#include "entente/graph/document_graph.hpp"
#include "entente/graph/knowledge_graph.hpp"

namespace entente {

/// Where an entity of a document went: the entity of the graph, and which of its appearances in that document it is.
struct Place {
  EntityId entity;
  std::uint32_t variant = 0;
};

/// Fills `relations`, `edges` and `loops` of `graph` from the assertions of `documents`, whose records and entities it has.
///
/// Throws `SchemaError` if an assertion has a relation that is not among `known` (sorted by name).
void sum_edges(KnowledgeGraph& graph, std::vector<DocumentGraph> documents, const std::vector<std::vector<Place>>& places,
               const std::vector<RelationInfo>& known);

/// Computes what follows from the evidence of an edge: its confidence, modality, documents, first and last date.
void summarise(Edge& edge, const std::vector<DocumentRecord>& documents);

}  // namespace entente
