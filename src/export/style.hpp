// How relations and nodes look, in all drawings: colour is never the only sign.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/graph/knowledge_graph.hpp"

namespace entente {

/// Look of the edges of a family. Colours are of the palette of Okabe and Ito, which the colour-blind can tell apart.
struct FamilyStyle {
  std::string color;      ///< "#RRGGBB"
  std::string line;       ///< Graphviz style: solid, dotted, ...
  std::string arrowhead;  ///< Graphviz arrow shape
  bool twin = false;      ///< drawn as two parallel lines
};

/// Look of the nodes of a type.
struct TypeStyle {
  std::string shape;  ///< Graphviz shape
  std::string fill;   ///< light, for dark text
  std::string dark;   ///< the same hue, for dots
};

/// The style of a relation family; unknown families get one of a few more by their place among the unknown ones of the graph.
FamilyStyle family_style(const KnowledgeGraph& graph, std::string_view family);

/// The style of a node type; unknown types get one of a few more by their place among the unknown ones of the graph.
TypeStyle type_style(const KnowledgeGraph& graph, std::string_view type);

/// The families and types in use, in the order in which a legend lists them: known ones first, then by name.
std::vector<std::string> families_in_use(const KnowledgeGraph& graph);
std::vector<std::string> types_in_use(const KnowledgeGraph& graph);

}  // namespace entente
