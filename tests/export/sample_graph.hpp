// Graphs for the tests of exporters.
#pragma once

#include <string>
#include <vector>

#include "entente/graph/knowledge_graph.hpp"

namespace entente {

/// Seven actors, six edges (one of them negated, one only possible, two symmetric), two documents.
KnowledgeGraph sample_graph();

/// The graph with its edges in order, with the keys that their ends, relation and polarity give.
KnowledgeGraph in_order(KnowledgeGraph graph);

/// One actor a string, as label and alias, and edges between each and the next with the string as sentence.
KnowledgeGraph graph_of_names(const std::vector<std::string>& names);

/// Strings that break careless writers: quotes, backslashes, control characters, markup, injections.
std::vector<std::string> hostile_names();

/// `nodes` actors and about `edges` edges with a few hubs, the same for equal arguments.
KnowledgeGraph random_graph(std::size_t nodes, std::size_t edges);

}  // namespace entente
