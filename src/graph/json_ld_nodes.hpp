// From the objects of a graph file to the things of the graph.
#pragma once

#include "graph/json_ld_reader.hpp"
#include "graph/json_node.hpp"

namespace entente {

inline constexpr std::string_view changed_since_written =
    "this object was changed after it was written: its id was made of other content; if the change was meant, 'entente import' takes it "
    "over";

/// The edge or loop in `node`; documents, relations and entities of `graph` are complete and sorted.
Edge read_edge(const JsonNode& node, const KnowledgeGraph& graph, Integrity integrity);

}  // namespace entente
