// Reads the CREATE statements that make the graphs of the compatibility kit.
#pragma once

#include <string_view>

#include "entente/query/memory_graph.hpp"

namespace entente::tck {

/// Adds what `CREATE pattern, ... CREATE ...` describes to `graph`. Throws `QueryError` if it is anything else.
void create(MemoryGraph& graph, std::string_view text);

}  // namespace entente::tck
