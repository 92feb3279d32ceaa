// The query language: a read-only subset of openCypher with GQL's path search words.
#pragma once

#include <iosfwd>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "entente/query/property_graph.hpp"
#include "entente/query/query_error.hpp"

namespace entente {

/// Bounds on the work that a query may cause.
struct QueryLimits {
  std::uint32_t max_hops = 15;                                     ///< length that `*`, `+` and `{n,}` without an upper bound may reach
  double timeout = 30;                                             ///< seconds
  std::size_t max_rows = std::numeric_limits<std::size_t>::max();  ///< rows of the result; more are cut off
  std::size_t max_values = 20'000'000;                             ///< values held at once for sorting, grouping and collecting
};

/// The table that answers a query.
struct QueryResult {
  std::vector<std::string> columns;
  std::vector<std::vector<Value>> rows;
  bool hop_limit_reached = false;  ///< a path was cut off at `max_hops`: longer ones may exist
  bool row_limit_reached = false;  ///< more rows than `max_rows` exist
};

/// Answers `query`. Without ORDER BY the rows come in the order of ids along the pattern; it depends on graph and query alone.
///
/// Throws `QueryError` if the query is wrong or exceeds the time or the values of `limits`.
QueryResult run_query(const PropertyGraph& graph, std::string_view query, const ValueMap& parameters = {}, const QueryLimits& limits = {});

/// Sentences about labels and relationship types in the patterns of `query` that the graph lacks, with near ones: no error, but most
/// often the reason why nothing was found.
///
/// Throws `QueryError` as `run_query` does.
std::vector<std::string> unknown_names(const PropertyGraph& graph, std::string_view query);

/// What a stage makes of a query: one line a token, a clause, a step of the plan.
std::string query_tokens(std::string_view query);
std::string query_syntax(std::string_view query);
std::string query_plan(const PropertyGraph& graph, std::string_view query, const ValueMap& parameters = {});

/// The value of a constant expression such as `'Japan'`, `3` or `[1, 2]`, for parameters. Throws `QueryError`.
Value parse_value(std::string_view text);

/// Words that may follow in a query: keywords and functions, for completion.
std::vector<std::string> query_words();

/// The result as an aligned table, RFC 4180 CSV, a JSON array or JSON Lines (formats table, csv, json, jsonl).
///
/// Throws `UsageError` for another format.
void write_result(std::ostream& out, const PropertyGraph& graph, const QueryResult& result, std::string_view format);

}  // namespace entente
