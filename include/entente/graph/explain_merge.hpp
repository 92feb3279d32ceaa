// Why an entity is one: what its documents call it and which rules brought them together.
#pragma once

#include <string>

#include "entente/graph/knowledge_graph.hpp"

namespace entente {

/// A report for people: label, type and ids, the reasons of its merges, and what each document calls it.
std::string explain_merge_text(const KnowledgeGraph& graph, EntityId id);

/// The same as one JSON object.
std::string explain_merge_json(const KnowledgeGraph& graph, EntityId id);

}  // namespace entente
