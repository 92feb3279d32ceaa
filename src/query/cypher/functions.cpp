#include <fmt/format.h>

#include <algorithm>

#include "entente/query/query_error.hpp"
#include "query/cypher/ast.hpp"
#include "query/cypher/function_tables.hpp"

namespace entente::cypher {

namespace {

using T = StaticType;
using Arguments = std::vector<Value>;

const PathValue& path_of(const CallSite& site, const Value& value) {
  if (const auto* path = value.as<PathValue>()) return *path;
  fail_type(site, "a path", value);
}

std::uint32_t relationship_of(const CallSite& site, const Value& value) {
  if (const auto* relationship = value.as<RelationshipRef>()) return relationship->id;
  fail_type(site, "a relationship", value);
}

Value labels(const CallSite& site, const Arguments& a) {
  if (a[0].is_null()) return {};
  if (!a[0].as<NodeRef>()) fail_type(site, "a node", a[0]);
  ValueList names;
  for (auto& name : site.graph.labels(a[0].as<NodeRef>()->id)) names.emplace_back(name);
  return names;
}

Value type(const CallSite& site, const Arguments& a) {
  if (a[0].is_null()) return {};
  return site.graph.type_names()[site.graph.type_of(relationship_of(site, a[0]))];
}

Value length(const CallSite& site, const Arguments& a) {
  if (a[0].is_null()) return {};
  return static_cast<std::int64_t>(path_of(site, a[0]).relationships.size());
}

Value nodes(const CallSite& site, const Arguments& a) {
  if (a[0].is_null()) return {};
  ValueList list;
  for (const auto id : path_of(site, a[0]).nodes) list.emplace_back(NodeRef{id});
  return list;
}

Value relationships(const CallSite& site, const Arguments& a) {
  if (a[0].is_null()) return {};
  ValueList list;
  for (const auto id : path_of(site, a[0]).relationships) list.emplace_back(RelationshipRef{id});
  return list;
}

Value start_node(const CallSite& site, const Arguments& a) {
  if (a[0].is_null()) return {};
  return NodeRef{site.graph.source(relationship_of(site, a[0]))};
}

Value end_node(const CallSite& site, const Arguments& a) {
  if (a[0].is_null()) return {};
  return NodeRef{site.graph.target(relationship_of(site, a[0]))};
}

Value properties(const CallSite& site, const Arguments& a) {
  if (a[0].is_null() || a[0].as<ValueMap>()) return a[0];
  if (const auto* node = a[0].as<NodeRef>()) return site.graph.node_properties(node->id);
  if (const auto* relationship = a[0].as<RelationshipRef>()) return site.graph.relationship_properties(relationship->id);
  fail_type(site, "a node, a relationship or a map", a[0]);
}

Value keys(const CallSite& site, const Arguments& a) {
  const auto map = properties(site, a);
  if (map.is_null()) return {};
  ValueList list;
  for (const auto& entry : *map.as<ValueMap>()) list.emplace_back(entry.key);
  return list;
}

Value id(const CallSite& site, const Arguments& a) {
  if (a[0].is_null()) return {};
  if (const auto* node = a[0].as<NodeRef>()) return static_cast<std::int64_t>(node->id);
  return static_cast<std::int64_t>(relationship_of(site, a[0]));
}

Value coalesce(const CallSite&, const Arguments& a) {
  for (const auto& value : a)
    if (!value.is_null()) return value;
  return {};
}

Value exists(const CallSite&, const Arguments& a) {
  if (const auto* truth = a[0].as<bool>()) return *truth;
  return !a[0].is_null();
}

}  // namespace

void fail_type(const CallSite& site, std::string_view wanted, const Value& found) {
  throw QueryError(site.query, site.offset, "TypeError", "InvalidArgumentValue",
                   fmt::format("expected {}, found {}", wanted, kind_name(found)));
}

const std::vector<Function>& graph_functions() {
  static const std::vector<Function> table = {
      {"coalesce", 1, 100, {}, T::any, coalesce},
      {"endnode", 1, 1, {T::relationship}, T::node, end_node},
      {"exists", 1, 1, {}, T::boolean, exists},
      {"id", 1, 1, {T::node, T::relationship}, T::integer, id},
      {"keys", 1, 1, {T::node, T::relationship, T::map}, T::list, keys},
      {"labels", 1, 1, {T::node}, T::list, labels},
      {"length", 1, 1, {T::path}, T::integer, length},
      {"nodes", 1, 1, {T::path}, T::list, nodes},
      {"properties", 1, 1, {T::node, T::relationship, T::map}, T::map, properties},
      {"relationships", 1, 1, {T::path}, T::list, relationships},
      {"startnode", 1, 1, {T::relationship}, T::node, start_node},
      {"type", 1, 1, {T::relationship}, T::string, type},
  };
  return table;
}

const Function* find_function(std::string_view name) {
  const auto wanted = lower(std::string(name));
  for (const auto* table : {&graph_functions(), &list_functions(), &text_functions(), &number_functions()})
    for (const auto& function : *table)
      if (function.name == wanted) return &function;
  return nullptr;
}

std::vector<std::string> function_names() {
  std::vector<std::string> names = {"avg", "collect", "count", "max", "min", "percentileCont", "percentileDisc", "stDev", "stDevP", "sum"};
  for (const auto* table : {&graph_functions(), &list_functions(), &text_functions(), &number_functions()})
    for (const auto& function : *table) names.emplace_back(function.name);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace entente::cypher
