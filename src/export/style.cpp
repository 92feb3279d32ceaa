#include "export/style.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace entente {

namespace {

template <class Style>
using Rows = std::vector<std::pair<std::string, Style>>;

const Rows<FamilyStyle>& known_families() {
  static const Rows<FamilyStyle> rows = {{"conflict", {"#D55E00", "solid", "normal", false}},
                                         {"cooperation", {"#0072B2", "solid", "vee", true}},
                                         {"perception", {"#CC79A7", "dotted", "vee", false}},
                                         {"capability", {"#B07D00", "solid", "diamond", false}},
                                         {"structure", {"#009E73", "solid", "odot", false}}};
  return rows;
}

const std::vector<FamilyStyle>& more_families() {
  static const std::vector<FamilyStyle> rows = {{"#56B4E9", "solid", "normal", false},
                                                {"#777777", "solid", "vee", false},
                                                {"#8B5A2B", "dotted", "diamond", false},
                                                {"#333333", "solid", "empty", true}};
  return rows;
}

const Rows<TypeStyle>& known_types() {
  static const Rows<TypeStyle> rows = {{"State", {"box", "#D6E6F4", "#3B75AF"}},
                                       {"Territory", {"house", "#DDEFD3", "#5B9A3C"}},
                                       {"Organization", {"octagon", "#E7DDF1", "#8560A8"}},
                                       {"Person", {"ellipse", "#FCE6CF", "#D98A2B"}},
                                       {"Group", {"egg", "#F6DEE8", "#C2557F"}},
                                       {"WeaponSystem", {"hexagon", "#F6D5CE", "#B8432F"}},
                                       {"Agreement", {"note", "#FFF6CC", "#B59B00"}},
                                       {"Event", {"tab", "#D8F1EE", "#2F9C93"}},
                                       {"Programme", {"component", "#E6E6E6", "#6E6E6E"}},
                                       {"Infrastructure", {"box3d", "#EADFCB", "#8A6A3A"}},
                                       {"Issue", {"parallelogram", "#F3E8FF", "#7A4FBF"}}};
  return rows;
}

const std::vector<TypeStyle>& more_types() {
  static const std::vector<TypeStyle> rows = {{"folder", "#E0F0E0", "#447744"},
                                              {"cylinder", "#E4E9F7", "#44558A"},
                                              {"trapezium", "#F7E7E0", "#8A5544"},
                                              {"pentagon", "#F0F0D8", "#77773A"}};
  return rows;
}

/// The style of `name` among `known`, else one of `more` by its place among the others in use.
template <class Style>
Style look_up(const Rows<Style>& known, const std::vector<Style>& more, const std::vector<std::string>& in_use, std::string_view name) {
  std::size_t others = 0;
  for (const auto& [known_name, style] : known)
    if (known_name == name) return style;
  for (const auto& used : in_use) {
    if (used == name) break;
    others += std::none_of(known.begin(), known.end(), [&](const auto& row) { return row.first == used; });
  }
  return more[others % more.size()];
}

template <class Style>
std::vector<std::string> in_order(const Rows<Style>& known, std::set<std::string> used) {
  std::vector<std::string> order;
  for (const auto& row : known)
    if (used.erase(row.first) != 0) order.push_back(row.first);
  order.insert(order.end(), used.begin(), used.end());
  return order;
}

}  // namespace

std::vector<std::string> families_in_use(const KnowledgeGraph& graph) {
  std::set<std::string> used;
  for (const auto& edge : graph.edges) used.insert(graph.relation(edge.relation).family);
  return in_order(known_families(), std::move(used));
}

std::vector<std::string> types_in_use(const KnowledgeGraph& graph) {
  std::set<std::string> used;
  for (const auto& entity : graph.entities) used.insert(entity.type);
  return in_order(known_types(), std::move(used));
}

FamilyStyle family_style(const KnowledgeGraph& graph, std::string_view family) {
  for (const auto& [name, style] : known_families())
    if (name == family) return style;
  return look_up(known_families(), more_families(), families_in_use(graph), family);
}

TypeStyle type_style(const KnowledgeGraph& graph, std::string_view type) {
  for (const auto& [name, style] : known_types())
    if (name == type) return style;
  return look_up(known_types(), more_types(), types_in_use(graph), type);
}

}  // namespace entente
