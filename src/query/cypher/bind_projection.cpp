#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

#include "query/cypher/binder.hpp"

namespace entente::cypher {

using K = ExpressionKind;

namespace {

bool is_simple(const Expression& e) { return e.kind == K::variable || (e.kind == K::property && e.arguments[0].kind == K::variable); }

Expression reference(const Expression& place, const std::string& name, int slot) {
  Expression e;
  e.kind = K::variable;
  e.begin = place.begin;
  e.end = place.end;
  e.name = name;
  e.slot = slot;
  return e;
}

bool is_call_of_aggregate(const Expression& e) { return e.kind == K::count_star || (e.kind == K::call && is_aggregate(e.name)); }

}  // namespace

void Binder::projection(Clause& clause, Scope& scope) {
  auto& projection = clause.projection;
  if (projection.star) add_star(projection, scope);
  aggregates_ = Aggregates::allowed;
  Scope output;
  std::vector<StaticType> types;
  for (auto& item : projection.items) types.push_back(expression(item.expression, scope));
  aggregates_ = Aggregates::refused;
  check_names(clause);
  for (std::size_t i = 0; i < projection.items.size(); ++i) {
    auto& item = projection.items[i];
    item.slot = new_slot();
    output[item.name] = {item.slot, types[i], false};
    item.aggregated = has_aggregate(item.expression);
    projection.grouped = projection.grouped || item.aggregated;
  }
  order(projection, scope, output);
  if (projection.grouped) group(projection);
  bound_count(projection.skip, "SKIP");
  bound_count(projection.limit, "LIMIT");
  scope = output;
  where(clause.where, scope);
}

void Binder::add_star(Projection& projection, const Scope& scope) {
  std::vector<ProjectionItem> items;
  for (const auto& [name, variable] : scope) {
    Expression e;
    e.kind = K::variable;
    e.name = name;
    items.push_back({std::move(e), name, -1, false});
  }
  if (items.empty()) fail(0, "NoVariablesInScope", "'*' stands for all variables, but the patterns name none");
  items.insert(items.end(), projection.items.begin(), projection.items.end());
  projection.items = std::move(items);
}

void Binder::check_names(const Clause& clause) const {
  std::set<std::string> names;
  for (const auto& item : clause.projection.items) {
    if (!names.insert(item.name).second)
      fail(item.expression.begin, "ColumnNameConflict", fmt::format("two columns are called '{}'; name one otherwise with AS", item.name));
    const bool plain = item.expression.kind == K::variable;
    const auto written = text_.substr(item.expression.begin, item.expression.end - item.expression.begin);
    if (clause.kind == ClauseKind::with && !plain && item.name == written)
      fail(item.expression.begin, "NoExpressionAlias", "an expression in WITH needs a name: expected AS");
  }
}

/// Splits aggregates off the items, so that they can be computed first.
void Binder::group(Projection& projection) {
  for (auto& item : projection.items) {
    if (!item.aggregated) continue;
    replace(item.expression, projection, false);
    refuse_leftovers(item.expression, projection, false);
  }
}

/// Puts references in the place of aggregates and of what is grouped by.
void Binder::replace(Expression& e, Projection& projection, bool in_order) {
  if (is_call_of_aggregate(e)) {
    for (const auto& known : projection.aggregates)
      if (to_text(known.expression) == to_text(e)) {
        e = reference(e, known.name, known.slot);
        return;
      }
    ProjectionItem aggregate{e, "\x01" + to_text(e), new_slot(), true};
    projection.aggregates.push_back(aggregate);
    e = reference(e, aggregate.name, aggregate.slot);
    return;
  }
  if (is_simple(e) && !e.local) {
    for (const auto& item : projection.items)
      if (!item.aggregated && to_text(item.expression) == to_text(e)) {
        e = reference(e, "\x01" + item.name, item.slot);
        return;
      }
  }
  for (auto& argument : e.arguments) replace(argument, projection, in_order);
}

/// After `replace`, a variable that is left has no one value in a group.
void Binder::refuse_leftovers(const Expression& e, const Projection& projection, bool in_order) const {
  if (e.kind == K::variable && !e.local && (e.name.empty() || e.name[0] != '\x01')) {
    if (in_order) fail(e.begin, "UndefinedVariable", fmt::format("'{}' is not defined after aggregation; return it too", e.name));
    fail(e.begin, "AmbiguousAggregationExpression",
         fmt::format("'{}' has no one value in a group; return it as a column of its own", e.name));
  }
  for (const auto& argument : e.arguments) refuse_leftovers(argument, projection, in_order);
}

void Binder::order(Projection& projection, const Scope& scope, const Scope& output) {
  const bool closed = projection.grouped || projection.distinct;
  for (auto& item : projection.order) {
    auto& e = item.expression;
    const bool aggregated = has_aggregate(e);
    if (aggregated && !projection.grouped) fail(e.begin, "InvalidAggregation", "ORDER BY can only aggregate if RETURN does");
    // An item that is returned is sorted by its column.
    for (const auto& column : projection.items)
      if (to_text(column.expression) == to_text(e) && !(e.kind == K::variable && output.count(e.name) && column.name != e.name))
        e = reference(e, "\x01" + column.name, column.slot);
    if (e.kind == K::variable && e.slot >= 0) continue;
    auto visible = scope;
    for (const auto& [name, variable] : output) visible[name] = variable;
    aggregates_ = Aggregates::allowed;
    expression(e, visible);
    aggregates_ = Aggregates::refused;
    if (!closed) continue;
    const auto complex_column = [&](const Expression& part) {
      return std::any_of(projection.items.begin(), projection.items.end(), [&](const auto& column) {
        return !is_simple(column.expression) && !has_aggregate(column.expression) && column.expression.kind != K::literal &&
               to_text(column.expression) == to_text(part);
      });
    };
    if (aggregated && std::any_of(e.arguments.begin(), e.arguments.end(), complex_column))
      fail(e.begin, "AmbiguousAggregationExpression",
           "an expression that is grouped by cannot stand inside of a larger one; give it a name");
    if (aggregated && e.kind == K::arithmetic && e.arguments.size() > 2) {
      auto prefix = e;
      prefix.arguments.pop_back();
      prefix.names.pop_back();
      if (complex_column(prefix))
        fail(e.begin, "AmbiguousAggregationExpression",
             "an expression that is grouped by cannot stand inside of a larger one; give it a name");
    }
    replace(e, projection, true);
    const std::function<void(Expression&)> mark = [&](Expression& part) {
      if (part.kind == K::variable && output.count(part.name) && output.at(part.name).slot == part.slot) part.name = "\x01" + part.name;
      for (auto& argument : part.arguments) mark(argument);
    };
    mark(e);
    refuse_leftovers(e, projection, true);
  }
}

void Binder::bound_count(std::vector<Expression>& count, std::string_view word) {
  if (count.empty()) return;
  auto& e = count[0];
  const std::function<bool(const Expression&)> constant = [&](const Expression& part) {
    return part.kind != K::variable && part.kind != K::exists && part.kind != K::pattern_comprehension &&
           std::all_of(part.arguments.begin(), part.arguments.end(), constant);
  };
  if (!constant(e)) fail(e.begin, "NonConstantExpression", fmt::format("{} cannot depend on the row", word));
  const auto type = expression(e, {});
  if (e.kind == K::literal && e.value.as<std::int64_t>() && *e.value.as<std::int64_t>() < 0)
    fail(e.begin, "NegativeIntegerArgument", fmt::format("{} cannot be negative", word));
  if (type != StaticType::integer && type != StaticType::any)
    fail(e.begin, "InvalidArgumentType", fmt::format("{} needs an integer", word));
}

}  // namespace entente::cypher
