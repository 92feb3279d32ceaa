#include <fmt/format.h>

#include <cmath>

#include "query/cypher/function.hpp"
#include "query/cypher/operators.hpp"
#include "query/cypher/plan.hpp"
#include "query/cypher/runtime.hpp"

namespace entente::cypher {

using K = ExpressionKind;

namespace {

[[noreturn]] void fail(const Expression& e, const Context& context, const std::string& kind, const std::string& detail,
                       const std::string& message) {
  throw QueryError(context.query, e.begin, kind, detail, message);
}

Value property(const Expression& e, Row& row, Context& context) {
  const auto& operand = e.arguments[0];
  // No copy of a whole map or list for the common variable.
  const Value computed = operand.kind == K::variable ? Value() : evaluate(operand, row, context);
  const Value& owner = operand.kind == K::variable ? row[static_cast<std::size_t>(operand.slot)] : computed;
  if (const auto* node = owner.as<NodeRef>()) return context.graph.node_property(node->id, e.name);
  if (const auto* relationship = owner.as<RelationshipRef>()) return context.graph.relationship_property(relationship->id, e.name);
  if (const auto* map = owner.as<ValueMap>()) return map_get(*map, e.name);
  if (owner.is_null()) return {};
  fail(e, context, "TypeError", "InvalidArgumentValue", fmt::format("{} has no properties", kind_name(owner)));
}

Value labels(const Expression& e, Row& row, Context& context) {
  const auto owner = evaluate(e.arguments[0], row, context);
  if (owner.is_null()) return {};
  const auto& graph = context.graph;
  std::vector<std::string> names;
  if (const auto* node = owner.as<NodeRef>())
    names = graph.labels(node->id);
  else if (const auto* relationship = owner.as<RelationshipRef>())
    names = {graph.type_names()[graph.type_of(relationship->id)]};
  else
    fail(e, context, "TypeError", "InvalidArgumentValue", fmt::format("{} has no labels", kind_name(owner)));
  for (const auto& name : e.names)
    if (std::find(names.begin(), names.end(), name) == names.end()) return false;
  return true;
}

Value call(const Expression& e, Row& row, Context& context) {
  const auto* function = find_function(e.name);
  std::vector<Value> arguments;
  for (const auto& argument : e.arguments) arguments.push_back(evaluate(argument, row, context));
  return function->apply({context.graph, context.query, e.begin}, arguments);
}

Value choice(const Expression& e, Row& row, Context& context) {
  std::size_t next = e.has_operand ? 1 : 0;
  const auto operand = e.has_operand ? evaluate(e.arguments[0], row, context) : Value();
  for (; next + 1 < e.arguments.size(); next += 2) {
    const auto test = evaluate(e.arguments[next], row, context);
    const bool chosen = e.has_operand ? equals(operand, test) == true : test.as<bool>() && *test.as<bool>();
    if (chosen) return evaluate(e.arguments[next + 1], row, context);
  }
  return next < e.arguments.size() ? evaluate(e.arguments[next], row, context) : Value();
}

Value list_comprehension(const Expression& e, Row& row, Context& context) {
  const auto source = evaluate(e.arguments[0], row, context);
  if (source.is_null()) return {};
  const auto* list = source.as<ValueList>();
  if (!list)
    fail(e.arguments[0], context, "TypeError", "InvalidArgumentValue", fmt::format("expected a list, found {}", kind_name(source)));
  ValueList out;
  for (const auto& element : *list) {
    context.budget.step();
    row[static_cast<std::size_t>(e.slot)] = element;
    if (e.has_where && !holds(e.arguments[1], row, context)) continue;
    out.push_back(e.has_result ? evaluate(e.arguments.back(), row, context) : element);
  }
  return out;
}

/// ALL, ANY, NONE and SINGLE with unknown truth values.
Value quantifier(const Expression& e, Row& row, Context& context) {
  const auto source = evaluate(e.arguments[0], row, context);
  if (source.is_null()) return {};
  const auto* list = source.as<ValueList>();
  if (!list)
    fail(e.arguments[0], context, "TypeError", "InvalidArgumentValue", fmt::format("expected a list, found {}", kind_name(source)));
  std::size_t yes = 0, no = 0, unknown = 0;
  for (const auto& element : *list) {
    context.budget.step();
    row[static_cast<std::size_t>(e.slot)] = element;
    const auto value = evaluate(e.arguments[1], row, context);
    ++(value.is_null() ? unknown : value.as<bool>() && *value.as<bool>() ? yes : no);
  }
  const auto& word = e.names[0];
  if (word == "ALL") return no ? Value(false) : unknown ? Value() : Value(true);
  if (word == "ANY") return yes ? Value(true) : unknown ? Value() : Value(false);
  if (word == "NONE") return yes ? Value(false) : unknown ? Value() : Value(true);
  return yes > 1 ? Value(false) : unknown ? Value() : Value(yes == 1);
}

const MatchPlan& plan_of(const Expression& e, const std::vector<Expression>& where, Context& context) {
  auto& plan = context.plans[&e];
  if (!plan) plan = std::make_unique<MatchPlan>(plan_match(e.patterns, where, context));
  return *plan;
}

Value pattern_predicate(const Expression& e, Row& row, Context& context) {
  bool found = false;
  match(plan_of(e, {}, context), row, context, [&](Row&) {
    found = true;
    return false;
  });
  return found;
}

Value pattern_comprehension(const Expression& e, Row& row, Context& context) {
  std::vector<Expression> where;
  if (e.has_where) where.push_back(e.arguments[0]);
  ValueList out;
  match(plan_of(e, where, context), row, context, [&](Row& inner) {
    out.push_back(evaluate(e.arguments.back(), inner, context));
    context.budget.keep(1);
    return true;
  });
  return out;
}

Value exists(const Expression& e, Row& row, Context& context) {
  bool found = false;
  run_clauses(e.query[0].clauses, 0, row, context, [&](Row&) {
    found = true;
    return false;
  });
  return found;
}

Value subscript(const Expression& e, Row& row, Context& context) {
  const auto owner = evaluate(e.arguments[0], row, context);
  const auto index = evaluate(e.arguments[1], row, context);
  const CallSite site{context.graph, context.query, e.begin};
  if (e.kind == K::index) return index_of(site, owner, index);
  return slice_of(site, owner, index, evaluate(e.arguments[2], row, context), e.arguments[1], e.arguments[2]);
}

}  // namespace

Value evaluate(const Expression& e, Row& row, Context& context) {
  switch (e.kind) {
    case K::literal:
      return e.value;
    case K::variable:
      return row[static_cast<std::size_t>(e.slot)];
    case K::property:
      return property(e, row, context);
    case K::labels:
      return labels(e, row, context);
    case K::call:
      return call(e, row, context);
    case K::choice:
      return choice(e, row, context);
    case K::list_comprehension:
      return list_comprehension(e, row, context);
    case K::quantifier:
      return quantifier(e, row, context);
    case K::pattern_predicate:
      return pattern_predicate(e, row, context);
    case K::pattern_comprehension:
      return pattern_comprehension(e, row, context);
    case K::exists:
      return exists(e, row, context);
    case K::index:
    case K::slice:
      return subscript(e, row, context);
    case K::is_null:
      return evaluate(e.arguments[0], row, context).is_null();
    case K::is_not_null:
      return !evaluate(e.arguments[0], row, context).is_null();
    case K::parameter: {
      for (const auto& [key, value] : context.parameters)
        if (key == e.name) return value;
      fail(e, context, "ParameterMissing", "MissingParameter",
           fmt::format("the parameter ${} has no value; give it with --param {}=VALUE", e.name, e.name));
    }
    case K::list: {
      ValueList list;
      for (const auto& argument : e.arguments) list.push_back(evaluate(argument, row, context));
      return list;
    }
    case K::map: {
      ValueMap map;
      for (std::size_t i = 0; i < e.names.size(); ++i) map_set(map, e.names[i], evaluate(e.arguments[i], row, context));
      return map;
    }
    case K::count_star:
      return {};
    default:
      return evaluate_operator(e, row, context);
  }
}

bool holds(const Expression& condition, Row& row, Context& context) {
  const auto value = evaluate(condition, row, context);
  if (value.is_null()) return false;
  if (const auto* truth = value.as<bool>()) return *truth;
  fail(condition, context, "TypeError", "InvalidArgumentValue",
       fmt::format("expected a condition that is true or false, found {}", kind_name(value)));
}

}  // namespace entente::cypher
