// Aggregates: count, sum, avg, min, max, collect, percentiles, standard deviations.
#pragma once

#include <optional>
#include <set>

#include "query/cypher/runtime.hpp"

namespace entente::cypher {

/// The state of one aggregate in one group.
class Aggregate {
 public:
  explicit Aggregate(const Expression& call) : call_(&call) {}

  /// Takes one row of the group. Throws `QueryError` (TypeError) for a value that cannot be summed.
  void add(Row& row, Context& context);
  /// The value of the group. Throws `QueryError` (ArgumentError) for a percentile outside of 0..1.
  Value result(const Context& context);

 private:
  void add_number(const Value& value, const Context& context);
  Value percentile(bool continuous, const Context& context);

  const Expression* call_;
  std::int64_t count_ = 0;
  Value sum_ = Value(0);
  std::optional<Value> extreme_;
  ValueList values_;
  std::set<std::vector<Value>, OrderLess> seen_;
  Value fraction_;
};

}  // namespace entente::cypher
