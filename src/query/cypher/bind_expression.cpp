#include <fmt/format.h>

#include <algorithm>

#include "entente/base/fold.hpp"
#include "query/cypher/binder.hpp"

namespace entente::cypher {

using K = ExpressionKind;

namespace {

bool may_be(StaticType type, StaticType wanted) { return type == wanted || type == StaticType::any || type == StaticType::null; }

StaticType literal_type(const Value& value) {
  switch (value.kind()) {
    case ValueKind::boolean:
      return StaticType::boolean;
    case ValueKind::number:
      return value.as<double>() ? StaticType::real : StaticType::integer;
    case ValueKind::string:
      return StaticType::string;
    default:
      return StaticType::null;
  }
}

std::string suggestion(std::string_view word, const std::vector<std::string>& known) {
  for (const auto& name : known)
    if (edit_distance(lower(std::string(word)), lower(name)) <= 2) return fmt::format("; did you mean {}?", name);
  return "";
}

}  // namespace

/// An expression where no pattern predicate may stand directly.
StaticType Binder::inner(Expression& e, const Scope& scope) {
  const bool saved = predicates_allowed_;
  predicates_allowed_ = false;
  const auto type = expression(e, scope);
  predicates_allowed_ = saved;
  return type;
}

StaticType Binder::expression(Expression& e, const Scope& scope) {
  switch (e.kind) {
    case K::literal:
      return literal_type(e.value);
    case K::parameter:
      return StaticType::any;
    case K::variable:
      return variable(e, scope);
    case K::property:
      return property(e, scope);
    case K::labels: {
      const auto type = inner(e.arguments[0], scope);
      if (!may_be(type, StaticType::node) && type != StaticType::relationship)
        fail(e.begin, "InvalidArgumentType", "only nodes have labels and only relationships have types");
      return StaticType::boolean;
    }
    case K::call:
      return call(e, scope);
    case K::count_star:
      return aggregate(e, scope);
    case K::negation:
    case K::conjunction:
    case K::disjunction:
    case K::exclusion:
      return boolean(e, scope);
    case K::minus:
    case K::arithmetic:
      return arithmetic(e, scope);
    case K::list_comprehension:
    case K::quantifier:
      return comprehension(e, scope);
    case K::pattern_predicate:
      return pattern_predicate(e, scope);
    case K::pattern_comprehension:
      return pattern_comprehension(e, scope);
    case K::exists:
      query(e.query[0], scope);
      return StaticType::boolean;
    default:
      break;
  }
  for (auto& argument : e.arguments) inner(argument, scope);
  if (e.kind == K::list || e.kind == K::slice) return StaticType::list;
  if (e.kind == K::map) return StaticType::map;
  if (e.kind == K::index || e.kind == K::choice) return StaticType::any;
  return StaticType::boolean;
}

StaticType Binder::variable(Expression& e, const Scope& scope) {
  const auto found = scope.find(e.name);
  if (found == scope.end()) {
    std::vector<std::string> known;
    for (const auto& [name, variable] : scope) known.push_back(name);
    fail(e.begin, "UndefinedVariable", fmt::format("'{}' is not defined{}", e.name, suggestion(e.name, known)));
  }
  e.slot = found->second.slot;
  e.local = found->second.local;
  return found->second.type;
}

StaticType Binder::property(Expression& e, const Scope& scope) {
  const auto type = inner(e.arguments[0], scope);
  if (!may_be(type, StaticType::map) && type != StaticType::node && type != StaticType::relationship)
    fail(e.begin, "InvalidArgumentType",
         fmt::format("'{}' has no properties; nodes, relationships and maps have", to_text(e.arguments[0])));
  return StaticType::any;
}

StaticType Binder::call(Expression& e, const Scope& scope) {
  if (is_aggregate(e.name)) return aggregate(e, scope);
  const auto* function = find_function(e.name);
  if (!function) fail(e.begin, "UnknownFunction", fmt::format("there is no function '{}'{}", e.name, suggestion(e.name, function_names())));
  if (e.arguments.size() < function->least_arguments || e.arguments.size() > function->most_arguments)
    fail(e.begin, "InvalidNumberOfArguments",
         fmt::format("{} takes {} to {} arguments, found {}", e.name, function->least_arguments, function->most_arguments,
                     e.arguments.size()));
  if (e.distinct) fail(e.begin, "UnexpectedSyntax", "DISTINCT stands only in aggregates");
  const bool saved = predicates_allowed_;
  predicates_allowed_ = function->name == "exists";
  StaticType first = StaticType::any;
  for (std::size_t i = 0; i < e.arguments.size(); ++i) {
    const auto type = expression(e.arguments[i], scope);
    if (i == 0) first = type;
  }
  predicates_allowed_ = saved;
  const auto& accepts = function->accepts;
  if (!accepts.empty() && first != StaticType::any && first != StaticType::null &&
      std::find(accepts.begin(), accepts.end(), first) == accepts.end())
    fail(e.arguments[0].begin, "InvalidArgumentType", fmt::format("{} cannot take '{}'", e.name, to_text(e.arguments[0])));
  return function->result;
}

StaticType Binder::aggregate(Expression& e, const Scope& scope) {
  if (aggregates_ == Aggregates::refused)
    fail(e.begin, "InvalidAggregation", "an aggregate cannot stand here; it belongs into RETURN or WITH");
  if (aggregates_ == Aggregates::inside) fail(e.begin, "NestedAggregation", "an aggregate cannot stand inside of another");
  const bool percentile = lower(e.name).rfind("percentile", 0) == 0;
  if (e.kind == K::call && e.arguments.size() != (percentile ? 2U : 1U))
    fail(e.begin, "InvalidNumberOfArguments", fmt::format("{} takes {}", e.name, percentile ? "two arguments" : "one argument"));
  aggregates_ = Aggregates::inside;
  for (auto& argument : e.arguments) inner(argument, scope);
  aggregates_ = Aggregates::allowed;
  if (lower(e.name) == "collect") return StaticType::list;
  return lower(e.name) == "count" || e.kind == K::count_star ? StaticType::integer : StaticType::any;
}

StaticType Binder::boolean(Expression& e, const Scope& scope) {
  for (auto& argument : e.arguments)
    if (!may_be(expression(argument, scope), StaticType::boolean))
      fail(argument.begin, "InvalidArgumentType", "expected a condition that is true or false");
  return StaticType::boolean;
}

StaticType Binder::arithmetic(Expression& e, const Scope& scope) {
  bool all_integers = true, some_list = false;
  for (auto& argument : e.arguments) {
    const auto type = inner(argument, scope);
    const bool plus_only = e.kind == K::arithmetic && std::all_of(e.names.begin(), e.names.end(), [](const auto& n) { return n == "+"; });
    if (type == StaticType::boolean || type == StaticType::map || type == StaticType::node || type == StaticType::relationship ||
        type == StaticType::path || (type == StaticType::list && !plus_only) || (type == StaticType::string && !plus_only)) {
      if (!plus_only) fail(argument.begin, "InvalidArgumentType", fmt::format("cannot calculate with '{}'", to_text(argument)));
    }
    all_integers = all_integers && type == StaticType::integer;
    some_list = some_list || type == StaticType::list;
  }
  if (some_list) return StaticType::list;
  const bool power = !e.names.empty() && e.names[0] == "^";
  return all_integers && !power ? StaticType::integer : StaticType::any;
}

StaticType Binder::comprehension(Expression& e, const Scope& scope) {
  inner(e.arguments[0], scope);
  auto inside = scope;
  e.slot = new_slot();
  inside[e.name] = {e.slot, StaticType::any, true};
  const auto saved = aggregates_;
  aggregates_ = Aggregates::refused;
  for (std::size_t i = 1; i < e.arguments.size(); ++i) {
    predicates_allowed_ = i == 1 && (e.has_where || e.kind == K::quantifier);
    expression(e.arguments[i], inside);
  }
  predicates_allowed_ = false;
  aggregates_ = saved;
  return e.kind == K::quantifier ? StaticType::boolean : StaticType::list;
}

StaticType Binder::pattern_predicate(Expression& e, const Scope& scope) {
  if (!predicates_allowed_)
    fail(e.begin, "UnexpectedSyntax", "a pattern can stand in a condition, in EXISTS { } or in a comprehension [pattern | result] only");
  auto inside = scope;
  patterns(e.patterns, inside, true);
  return StaticType::boolean;
}

StaticType Binder::pattern_comprehension(Expression& e, const Scope& scope) {
  auto inside = scope;
  patterns(e.patterns, inside, false);
  for (auto& [name, variable] : inside)
    if (!scope.count(name)) variable.local = true;
  const auto saved = aggregates_;
  aggregates_ = Aggregates::refused;
  for (std::size_t i = 0; i < e.arguments.size(); ++i) {
    predicates_allowed_ = i == 0 && e.has_where;
    expression(e.arguments[i], inside);
  }
  predicates_allowed_ = false;
  aggregates_ = saved;
  return StaticType::list;
}

}  // namespace entente::cypher
