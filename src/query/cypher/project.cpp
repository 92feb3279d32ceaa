#include "query/cypher/project.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace entente::cypher {

Projector::Projector(const Projection& projection, Row& row, Context& context, const Sink& emit)
    : projection_(projection), row_(row), context_(context), emit_(emit) {
  skip_ = constant(projection.skip, 0);
  limit_ = constant(projection.limit, std::numeric_limits<std::size_t>::max());
}

/// The value of SKIP or LIMIT.
std::size_t Projector::constant(const std::vector<Expression>& count, std::size_t otherwise) {
  if (count.empty()) return otherwise;
  const auto value = evaluate(count[0], row_, context_);
  const auto* number = value.as<std::int64_t>();
  if (!number)
    throw QueryError(context_.query, count[0].begin, "SyntaxError", "InvalidArgumentType",
                     fmt::format("expected an integer, found {}", kind_name(value)));
  if (*number < 0)
    throw QueryError(context_.query, count[0].begin, "SyntaxError", "NegativeIntegerArgument", "expected no negative number");
  return static_cast<std::size_t>(*number);
}

bool Projector::add() {
  if (projection_.grouped) {
    add_to_group();
    return true;
  }
  for (const auto& item : projection_.items) {
    auto value = evaluate(item.expression, row_, context_);
    slot(item.slot) = std::move(value);
  }
  return add_columns();
}

/// Takes the row whose column slots are set.
bool Projector::add_columns() {
  std::vector<Value> columns;
  for (const auto& item : projection_.items) columns.push_back(slot(item.slot));
  if (projection_.distinct) {
    if (!seen_.insert(columns).second) return true;
    context_.budget.keep(columns.size());
  }
  if (projection_.order.empty()) return pass(columns);
  Sorted entry{{}, std::move(columns)};
  for (const auto& item : projection_.order) entry.keys.push_back(evaluate(item.expression, row_, context_));
  context_.budget.keep(entry.columns.size());
  sorted_.push_back(std::move(entry));
  return true;
}

bool Projector::pass(const std::vector<Value>& columns) {
  if (passed_ >= skip_ && passed_ - skip_ >= limit_) return false;
  if (passed_++ < skip_) return true;
  for (std::size_t i = 0; i < columns.size(); ++i) slot(projection_.items[i].slot) = columns[i];
  return emit_(row_) && passed_ - skip_ < limit_;
}

void Projector::add_to_group() {
  std::vector<Value> columns, key;
  for (const auto& item : projection_.items) {
    columns.push_back(item.aggregated ? Value() : evaluate(item.expression, row_, context_));
    if (!item.aggregated) key.push_back(columns.back());
  }
  const auto [place, fresh] = group_of_.try_emplace(std::move(key), groups_.size());
  if (fresh) {
    Group group{std::move(columns), {}};
    for (const auto& aggregate : projection_.aggregates) group.aggregates.emplace_back(aggregate.expression);
    context_.budget.keep(projection_.items.size());
    groups_.push_back(std::move(group));
  }
  for (auto& aggregate : groups_[place->second].aggregates) aggregate.add(row_, context_);
}

bool Projector::finish_groups() {
  const bool whole = std::all_of(projection_.items.begin(), projection_.items.end(), [](const auto& item) { return item.aggregated; });
  if (groups_.empty() && whole) {
    Group group{std::vector<Value>(projection_.items.size()), {}};
    for (const auto& aggregate : projection_.aggregates) group.aggregates.emplace_back(aggregate.expression);
    groups_.push_back(std::move(group));
  }
  for (auto& group : groups_) {
    for (std::size_t i = 0; i < group.aggregates.size(); ++i) slot(projection_.aggregates[i].slot) = group.aggregates[i].result(context_);
    for (std::size_t i = 0; i < projection_.items.size(); ++i)
      if (!projection_.items[i].aggregated) slot(projection_.items[i].slot) = group.columns[i];
    for (const auto& item : projection_.items)
      if (item.aggregated) {
        auto value = evaluate(item.expression, row_, context_);
        slot(item.slot) = std::move(value);
      }
    if (!add_columns()) return false;
  }
  return true;
}

bool Projector::finish_sorted() {
  std::stable_sort(sorted_.begin(), sorted_.end(), [this](const Sorted& a, const Sorted& b) {
    for (std::size_t i = 0; i < a.keys.size(); ++i)
      if (const int result = order(a.keys[i], b.keys[i])) return projection_.order[i].descending ? result > 0 : result < 0;
    return false;
  });
  for (const auto& entry : sorted_)
    if (!pass(entry.columns)) return false;
  return true;
}

bool Projector::finish() {
  if (projection_.grouped && !finish_groups()) return passed_ - std::min(passed_, skip_) >= limit_;
  return finish_sorted();
}

}  // namespace entente::cypher
