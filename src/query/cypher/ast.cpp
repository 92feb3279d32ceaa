#include "query/cypher/ast.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "entente/query/memory_graph.hpp"

namespace entente::cypher {

namespace {

std::string joined(const std::vector<Expression>& list, std::string_view separator) {
  std::string text;
  for (std::size_t i = 0; i < list.size(); ++i) text += fmt::format("{}{}", i ? separator : "", to_text(list[i]));
  return text;
}

std::string chained(const Expression& chain) {
  auto text = "(" + to_text(chain.arguments[0]);
  for (std::size_t i = 0; i < chain.names.size(); ++i) text += fmt::format(" {} {}", chain.names[i], to_text(chain.arguments[i + 1]));
  return text + ")";
}

std::string map_text(const Expression& map) {
  std::string text = "{";
  for (std::size_t i = 0; i < map.names.size(); ++i)
    text += fmt::format("{}{}: {}", i ? ", " : "", map.names[i], to_text(map.arguments[i]));
  return text + "}";
}

std::string comprehension_text(const Expression& e) {
  std::size_t next = 0;
  std::string text = "[";
  if (e.kind == ExpressionKind::list_comprehension)
    text += fmt::format("{} IN {}", e.name, to_text(e.arguments[next++]));
  else
    text += to_text(e.patterns[0]);
  if (e.has_where) text += " WHERE " + to_text(e.arguments[next++]);
  if (e.has_result) text += " | " + to_text(e.arguments[next]);
  return text + "]";
}

std::string call_text(const Expression& e) {
  return fmt::format("{}({}{})", lower(e.name), e.distinct ? "DISTINCT " : "", joined(e.arguments, ", "));
}

std::string node_text(const NodePattern& node) {
  std::string text = "(" + node.name;
  for (const auto& group : node.labels) text += ":" + fmt::format("{}", fmt::join(group, "|"));
  if (!node.properties.empty()) text += " " + to_text(node.properties[0]);
  return text + ")";
}

std::string relationship_text(const RelationshipPattern& relationship) {
  std::string text = relationship.name;
  if (!relationship.types.empty()) text += fmt::format(":{}", fmt::join(relationship.types, "|"));
  if (relationship.variable) {
    text += fmt::format("*{}..", relationship.minimum);
    if (relationship.maximum) text += std::to_string(*relationship.maximum);
  }
  if (!relationship.properties.empty()) text += " " + to_text(relationship.properties[0]);
  return fmt::format("{}-[{}]-{}", relationship.direction == Direction::left ? "<" : "", text,
                     relationship.direction == Direction::right ? ">" : "");
}

std::string projection_text(const Projection& projection) {
  std::string text = projection.distinct ? " DISTINCT" : "";
  if (projection.star) text += " *";
  for (std::size_t i = 0; i < projection.items.size(); ++i)
    text += fmt::format("{} {} AS {}", i || projection.star ? "," : "", to_text(projection.items[i].expression), projection.items[i].name);
  for (std::size_t i = 0; i < projection.order.size(); ++i)
    text += fmt::format("{} {}{}", i ? "," : " ORDER BY", to_text(projection.order[i].expression),
                        projection.order[i].descending ? " DESC" : "");
  if (!projection.skip.empty()) text += " SKIP " + to_text(projection.skip[0]);
  if (!projection.limit.empty()) text += " LIMIT " + to_text(projection.limit[0]);
  return text;
}

}  // namespace

std::string lower(std::string text) {
  for (auto& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

bool is_aggregate(const std::string& name) {
  constexpr std::array<std::string_view, 10> names = {"count",          "sum",   "avg",   "min", "max", "collect", "percentiledisc",
                                                      "percentilecont", "stdev", "stdevp"};
  return std::find(names.begin(), names.end(), lower(name)) != names.end();
}

bool has_aggregate(const Expression& expression) {
  if (expression.kind == ExpressionKind::count_star) return true;
  if (expression.kind == ExpressionKind::call && is_aggregate(expression.name)) return true;
  return std::any_of(expression.arguments.begin(), expression.arguments.end(), has_aggregate);
}

std::string to_text(const Expression& e) {
  using K = ExpressionKind;
  switch (e.kind) {
    case K::literal:
      return entente::to_text(MemoryGraph(), e.value);
    case K::parameter:
      return "$" + e.name;
    case K::variable:
      return e.name;
    case K::property:
      return to_text(e.arguments[0]) + "." + e.name;
    case K::labels:
      return fmt::format("{}:{}", to_text(e.arguments[0]), fmt::join(e.names, ":"));
    case K::call:
      return call_text(e);
    case K::count_star:
      return "count(*)";
    case K::negation:
      return "NOT " + to_text(e.arguments[0]);
    case K::minus:
      return "-" + to_text(e.arguments[0]);
    case K::arithmetic:
    case K::comparison:
      return chained(e);
    case K::conjunction:
      return "(" + joined(e.arguments, " AND ") + ")";
    case K::disjunction:
      return "(" + joined(e.arguments, " OR ") + ")";
    case K::exclusion:
      return "(" + joined(e.arguments, " XOR ") + ")";
    case K::test:
      return fmt::format("({} {} {})", to_text(e.arguments[0]), e.name, to_text(e.arguments[1]));
    case K::is_null:
      return to_text(e.arguments[0]) + " IS NULL";
    case K::is_not_null:
      return to_text(e.arguments[0]) + " IS NOT NULL";
    case K::list:
      return "[" + joined(e.arguments, ", ") + "]";
    case K::map:
      return map_text(e);
    case K::index:
      return fmt::format("{}[{}]", to_text(e.arguments[0]), to_text(e.arguments[1]));
    case K::slice:
      return fmt::format("{}[{}..{}]", to_text(e.arguments[0]), to_text(e.arguments[1]), to_text(e.arguments[2]));
    case K::choice:
      return "CASE " + joined(e.arguments, " ") + " END";
    case K::list_comprehension:
    case K::pattern_comprehension:
      return comprehension_text(e);
    case K::quantifier:
      return fmt::format("{}({} IN {} WHERE {})", e.names[0], e.name, to_text(e.arguments[0]), to_text(e.arguments[1]));
    case K::pattern_predicate:
      return to_text(e.patterns[0]);
    case K::exists:
      return "EXISTS { " + to_text(e.query[0]) + "}";
  }
  return {};
}

std::string to_text(const PathPattern& pattern) {
  constexpr const char* words[] = {"", "ANY ", "ANY SHORTEST ", "ALL SHORTEST ", "SHORTEST ", "SHORTEST "};
  auto text = pattern.name.empty() ? "" : pattern.name + " = ";
  text += words[static_cast<int>(pattern.search)];
  if (pattern.search >= Search::shortest) text += std::to_string(pattern.count) + " ";
  if (pattern.search == Search::shortest_groups) text += "GROUPS ";
  text += node_text(pattern.nodes[0]);
  for (std::size_t i = 0; i < pattern.relationships.size(); ++i)
    text += relationship_text(pattern.relationships[i]) + node_text(pattern.nodes[i + 1]);
  return text;
}

std::string to_text(const Query& query) {
  constexpr const char* words[] = {"MATCH", "OPTIONAL MATCH", "UNWIND", "WITH", "RETURN"};
  std::string text;
  for (const auto& clause : query.clauses) {
    text += words[static_cast<int>(clause.kind)];
    for (std::size_t i = 0; i < clause.patterns.size(); ++i) text += (i ? ", " : " ") + to_text(clause.patterns[i]);
    if (clause.kind == ClauseKind::unwind) text += fmt::format(" {} AS {}", to_text(clause.list), clause.name);
    if (clause.kind >= ClauseKind::with) text += projection_text(clause.projection);
    if (!clause.where.empty()) text += " WHERE " + to_text(clause.where[0]);
    text += "\n";
  }
  return text;
}

}  // namespace entente::cypher
