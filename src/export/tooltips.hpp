// The short texts that a drawing shows when one points at a node or a line.
#pragma once

#include <string>

#include "export/diagram.hpp"

namespace entente {

/// "Russia (State), 12 neighbours ..." with aliases; plain text of a few lines.
std::string node_tooltip(const KnowledgeGraph& graph, EntityId id, std::size_t neighbours);

/// What is said, how often, when and by whom, with some of the sentences; plain text of a few lines.
std::string bundle_tooltip(const KnowledgeGraph& graph, const Bundle& bundle);

/// "opposes", "does not oppose" ... the relation of an edge as a label: spaced, with "not:" or "may:" before it where that is so.
std::string edge_phrase(const KnowledgeGraph& graph, const Edge& edge);

}  // namespace entente
