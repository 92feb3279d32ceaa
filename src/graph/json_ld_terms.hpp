// The terms of the file format.
#pragma once

#include <string>
#include <string_view>

#include "entente/graph/knowledge_graph.hpp"

namespace entente {

/// Whether the context itself uses `word`, so that no node type may stand under that name.
bool is_reserved_term(std::string_view word);

/// The members of an evidence after its "@id", and of an appearance, as JSON text without braces.
std::string evidence_members(const KnowledgeGraph& graph, const EdgeEvidence& evidence);
std::string appearance_members(const KnowledgeGraph& graph, const Appearance& appearance);

}  // namespace entente
