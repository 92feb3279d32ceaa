#include "query/cypher/binder.hpp"

#include <fmt/format.h>

#include "entente/base/fold.hpp"
#include "entente/query/query_error.hpp"

namespace entente::cypher {

namespace {

bool may_be(StaticType type, StaticType wanted) { return type == wanted || type == StaticType::any || type == StaticType::null; }

}  // namespace

void Binder::fail(std::size_t offset, const std::string& detail, const std::string& message) const {
  throw QueryError(text_, offset, "SyntaxError", detail, message);
}

void Binder::query(Query& query, Scope scope) {
  for (auto& part : query.clauses) clause(part, scope);
}

void Binder::clause(Clause& clause, Scope& scope) {
  switch (clause.kind) {
    case ClauseKind::match:
    case ClauseKind::optional_match:
      patterns(clause.patterns, scope, false);
      where(clause.where, scope);
      return;
    case ClauseKind::unwind: {
      expression(clause.list, scope);
      if (scope.count(clause.name)) fail(clause.begin, "VariableAlreadyBound", fmt::format("'{}' already has a value", clause.name));
      clause.slot = new_slot();
      scope[clause.name] = {clause.slot, StaticType::any, false};
      return;
    }
    case ClauseKind::with:
    case ClauseKind::result:
      projection(clause, scope);
      return;
  }
}

void Binder::where(std::vector<Expression>& where, const Scope& scope) {
  if (where.empty()) return;
  predicates_allowed_ = true;
  aggregates_ = Aggregates::refused;
  const auto type = expression(where[0], scope);
  predicates_allowed_ = false;
  if (!may_be(type, StaticType::boolean)) fail(where[0].begin, "InvalidArgumentType", "expected a condition that is true or false");
}

void Binder::patterns(std::vector<PathPattern>& patterns, Scope& scope, bool only_bound) {
  const Scope before = scope;
  for (auto& pattern : patterns) path(pattern, scope, before, only_bound);
  for (auto& pattern : patterns) {
    for (auto& node : pattern.nodes) properties(node.properties, scope);
    for (auto& relationship : pattern.relationships) properties(relationship.properties, scope);
  }
}

void Binder::path(PathPattern& pattern, Scope& scope, const Scope& before, bool only_bound) {
  if (pattern.search != Search::none && pattern.relationships.empty())
    fail(pattern.begin, "InvalidRelationshipPattern", "expected a relationship in the pattern of a path search");
  for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
    node(pattern.nodes[i], scope, before, only_bound);
    if (i < pattern.relationships.size()) relationship(pattern.relationships[i], scope, before, only_bound);
  }
  if (pattern.name.empty()) return;
  if (scope.count(pattern.name))
    fail(pattern.begin, "VariableAlreadyBound", fmt::format("'{}' already stands for something else", pattern.name));
  pattern.slot = new_slot();
  scope[pattern.name] = {pattern.slot, StaticType::path, false};
}

void Binder::node(NodePattern& node, Scope& scope, const Scope& before, bool only_bound) {
  const auto found = scope.find(node.name);
  if (!node.name.empty() && found != scope.end()) {
    if (!may_be(found->second.type, StaticType::node))
      fail(node.begin, "VariableTypeConflict", fmt::format("'{}' is not a node", node.name));
    node.slot = found->second.slot;
    node.outer = before.count(node.name) > 0;
    return;
  }
  if (only_bound && !node.name.empty())
    fail(node.begin, "UndefinedVariable", fmt::format("'{}' is not defined; a pattern in a condition cannot define it", node.name));
  node.slot = new_slot();
  if (!node.name.empty()) scope[node.name] = {node.slot, StaticType::node, false};
}

void Binder::relationship(RelationshipPattern& relationship, Scope& scope, const Scope& before, bool only_bound) {
  const auto type = relationship.variable ? StaticType::list : StaticType::relationship;
  const auto found = scope.find(relationship.name);
  if (!relationship.name.empty() && found != scope.end()) {
    if (!may_be(found->second.type, type))
      fail(relationship.begin, "VariableTypeConflict",
           fmt::format("'{}' is not {}", relationship.name, relationship.variable ? "a list of relationships" : "a relationship"));
    if (!before.count(relationship.name))
      fail(relationship.begin, "RelationshipUniquenessViolation",
           fmt::format("'{}' stands in the pattern twice, but no relationship is matched twice", relationship.name));
    relationship.slot = found->second.slot;
    relationship.outer = true;
    return;
  }
  if (only_bound && !relationship.name.empty())
    fail(relationship.begin, "UndefinedVariable",
         fmt::format("'{}' is not defined; a pattern in a condition cannot define it", relationship.name));
  relationship.slot = new_slot();
  if (!relationship.name.empty()) scope[relationship.name] = {relationship.slot, type, false};
}

void Binder::properties(std::vector<Expression>& properties, const Scope& scope) {
  const auto saved = aggregates_;
  aggregates_ = Aggregates::refused;
  for (auto& map : properties) inner(map, scope);
  aggregates_ = saved;
}

void bind(Query& query, std::string_view text) {
  Binder binder(text);
  binder.query(query, {});
  query.slots = binder.slots();
}

}  // namespace entente::cypher
