// What the commands that write a graph have in common.
#pragma once

#include <string>

#include "entente/base/diagnostics.hpp"
#include "entente/graph/knowledge_graph.hpp"

namespace entente::cli {

/// Prints the notes to standard error, then writes the graph and says how large it is, unless `quiet`. Returns the exit code: 3 if a
/// document was left out, else 0.
int deliver(const std::string& path, const KnowledgeGraph& graph, const Diagnostics& diagnostics, bool quiet);

}  // namespace entente::cli
