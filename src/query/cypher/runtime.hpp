// What evaluation needs: the row, the graph, the parameters and the limits.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>

#include "entente/query/cypher.hpp"
#include "query/cypher/ast.hpp"

namespace entente::cypher {

using Row = std::vector<Value>;
/// Takes a row; false stops the search.
using Sink = std::function<bool(Row&)>;

struct MatchPlan;

/// Counts work and refuses too much of it.
class Budget {
 public:
  Budget(std::string_view query, const QueryLimits& limits);

  /// One candidate was looked at. Throws `QueryError` (LimitError) when time is up.
  void step() {
    if ((++steps_ & 4095) == 0) check_time();
  }
  /// `count` values are kept. Throws `QueryError` (LimitError) when they are too many.
  void keep(std::size_t count);
  const QueryLimits& limits() const { return limits_; }

  bool hop_limit_reached = false;

 private:
  void check_time() const;

  std::string_view query_;
  const QueryLimits& limits_;
  std::uint64_t steps_ = 0;
  std::size_t values_ = 0;
  std::chrono::steady_clock::time_point end_;
};

/// The surroundings of an evaluation.
struct Context {
  const PropertyGraph& graph;
  std::string_view query;
  const ValueMap& parameters;
  Budget budget;
  std::map<const void*, std::unique_ptr<MatchPlan>> plans;  ///< of the patterns in expressions, by address

  Context(const PropertyGraph& graph, std::string_view query, const ValueMap& parameters, const QueryLimits& limits);
  ~Context();
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
};

/// The value of a bound expression for `row`. Slots of comprehensions in `row` are overwritten.
///
/// Throws `QueryError` (TypeError, ArgumentError, LimitError).
Value evaluate(const Expression& expression, Row& row, Context& context);

/// True if the condition holds; null counts as false.
bool holds(const Expression& condition, Row& row, Context& context);

/// Runs the clauses from `first` on for `row`, part by part up to each projection, giving each result row to `sink`.
///
/// False if the sink stopped it.
bool run_clauses(const std::vector<Clause>& clauses, std::size_t first, Row& row, Context& context, const Sink& sink);

}  // namespace entente::cypher
