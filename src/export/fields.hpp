// The fields of nodes and edges as columns: one table for all formats that have attributes.
#pragma once

#include <string>
#include <vector>

#include "entente/graph/knowledge_graph.hpp"

namespace entente {

enum class FieldType : std::uint8_t { text, list, integer, real, boolean };

/// One column.
struct Field {
  const char* name;
  FieldType type;
};

/// One value: `items` for lists, else `text`, which for numbers and truths is what they are written as.
struct FieldValue {
  std::string text;
  std::vector<std::string> items;

  bool empty() const { return text.empty() && items.empty(); }
};

/// type, wikidata, aliases, mergeReasons, documents.
const std::vector<Field>& node_fields();
std::vector<FieldValue> node_values(const KnowledgeGraph& graph, const Entity& entity);

/// relation, family, polarity, symmetric, confidence, support, documents, asserted, possible, negated, first, last, documentIds,
/// quote and, if `evidence`, evidence: a JSON list of objects with the members of evidence in the JSON-LD.
std::vector<Field> edge_fields(bool evidence);
std::vector<FieldValue> edge_values(const KnowledgeGraph& graph, const Edge& edge, bool evidence);

/// Ids of the documents in which the entity appears or from which the evidence is, each once.
std::vector<std::string> document_ids(const KnowledgeGraph& graph, const Entity& entity);
std::vector<std::string> document_ids(const KnowledgeGraph& graph, const Edge& edge);

/// Name of the relation, with "not " before it for a negated edge: with both ends, unique in the graph.
std::string edge_kind(const KnowledgeGraph& graph, const Edge& edge);

/// Shortest decimal form of a number, always with a point or exponent.
std::string real_text(double value);

}  // namespace entente
