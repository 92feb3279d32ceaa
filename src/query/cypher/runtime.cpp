#include "query/cypher/runtime.hpp"

#include <fmt/format.h>

#include "query/cypher/plan.hpp"

namespace entente::cypher {

Budget::Budget(std::string_view query, const QueryLimits& limits)
    : query_(query),
      limits_(limits),
      end_(std::chrono::steady_clock::now() +
           std::chrono::microseconds(static_cast<std::int64_t>(std::min(std::max(limits.timeout, 0.0), 1e9) * 1e6))) {}

void Budget::keep(std::size_t count) {
  values_ += count;
  if (values_ > limits_.max_values)
    throw QueryError(query_, 0, "LimitError", "TooManyValues",
                     fmt::format("the query has to hold more than {} values at once; narrow its patterns", limits_.max_values));
}

void Budget::check_time() const {
  if (std::chrono::steady_clock::now() > end_)
    throw QueryError(query_, 0, "LimitError", "Timeout",
                     fmt::format("the query took longer than {:g} seconds; narrow its patterns or raise the timeout", limits_.timeout));
}

Context::Context(const PropertyGraph& the_graph, std::string_view the_query, const ValueMap& the_parameters, const QueryLimits& limits)
    : graph(the_graph), query(the_query), parameters(the_parameters), budget(the_query, limits) {}

Context::~Context() = default;

}  // namespace entente::cypher
