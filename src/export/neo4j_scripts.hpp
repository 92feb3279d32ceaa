// What goes beside the tables for Neo4j: headers, names, the Cypher script and the import command.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "entente/graph/knowledge_graph.hpp"

namespace entente {

/// Labels of node types (CamelCase) and types of relationships (UPPER_SNAKE), of letters, digits and underscores only; different
/// names of the graph get different ones.
struct Neo4jNames {
  std::map<std::string, std::string> labels;  ///< by node type
  std::map<std::string, std::string> types;   ///< by `edge_kind`
};
Neo4jNames neo4j_names(const KnowledgeGraph& graph);

/// The header line of each table.
std::vector<std::pair<std::string, std::string>> neo4j_headers(bool evidence);

/// A script that loads the tables into a running database, for Neo4j from 4.4; running it again changes nothing.
std::string neo4j_cypher(const Neo4jNames& names, bool evidence);

/// A shell script that makes a new database of the tables by neo4j-admin.
std::string neo4j_import_script(bool evidence);

}  // namespace entente
