#include "query/cypher/slots.hpp"

namespace entente::cypher {

namespace {

void collect(const Expression& e, std::vector<int>& slots);

void collect(const std::vector<PathPattern>& patterns, std::vector<int>& slots) {
  for (const auto& pattern : patterns) {
    for (const auto& node : pattern.nodes) {
      slots.push_back(node.slot);
      for (const auto& map : node.properties) collect(map, slots);
    }
    for (const auto& relationship : pattern.relationships) {
      slots.push_back(relationship.slot);
      for (const auto& map : relationship.properties) collect(map, slots);
    }
  }
}

void collect(const Clause& clause, std::vector<int>& slots) {
  collect(clause.patterns, slots);
  for (const auto& condition : clause.where) collect(condition, slots);
  collect(clause.list, slots);
  for (const auto& item : clause.projection.items) collect(item.expression, slots);
  for (const auto& item : clause.projection.aggregates) collect(item.expression, slots);
}

void collect(const Expression& e, std::vector<int>& slots) {
  if (e.slot >= 0) slots.push_back(e.slot);
  for (const auto& argument : e.arguments) collect(argument, slots);
  collect(e.patterns, slots);
  for (const auto& query : e.query)
    for (const auto& clause : query.clauses) collect(clause, slots);
}

}  // namespace

std::vector<int> slots_of(const Expression& expression) {
  std::vector<int> slots;
  collect(expression, slots);
  return slots;
}

}  // namespace entente::cypher
