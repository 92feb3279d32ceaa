#include <fmt/format.h>

#include <algorithm>

#include "entente/query/memory_graph.hpp"
#include "query/cypher/binder.hpp"
#include "query/cypher/function.hpp"
#include "query/cypher/parser.hpp"
#include "query/cypher/plan.hpp"
#include "query/cypher/project.hpp"
#include "query/cypher/token.hpp"

namespace entente {

namespace cypher {

namespace {

bool run_until_projection(const std::vector<Clause>& clauses, std::size_t first, Row& row, Context& context, const Sink& sink);

const MatchPlan& plan_of(const Clause& clause, Context& context) {
  auto& plan = context.plans[&clause];
  if (!plan) plan = std::make_unique<MatchPlan>(plan_match(clause.patterns, clause.where, context));
  return *plan;
}

bool run_match(const std::vector<Clause>& clauses, std::size_t at, Row& row, Context& context, const Sink& sink) {
  const auto& clause = clauses[at];
  const auto& plan = plan_of(clause, context);
  bool found = false;
  const bool more = match(plan, row, context, [&](Row& matched) {
    found = true;
    return run_until_projection(clauses, at + 1, matched, context, sink);
  });
  if (!more || found || clause.kind == ClauseKind::match) return more;
  for (const int slot : plan.defines) row[static_cast<std::size_t>(slot)] = {};
  return run_until_projection(clauses, at + 1, row, context, sink);
}

bool run_unwind(const std::vector<Clause>& clauses, std::size_t at, Row& row, Context& context, const Sink& sink) {
  const auto& clause = clauses[at];
  const auto value = evaluate(clause.list, row, context);
  if (value.is_null()) return true;
  const auto* list = value.as<ValueList>();
  const ValueList single{value};
  for (const auto& element : list ? *list : single) {
    context.budget.step();
    row[static_cast<std::size_t>(clause.slot)] = element;
    if (!run_until_projection(clauses, at + 1, row, context, sink)) return false;
  }
  return true;
}

/// A projection takes the rows of all clauses before it, up to the projection before that.
bool run_until_projection(const std::vector<Clause>& clauses, std::size_t first, Row& row, Context& context, const Sink& sink) {
  if (first == clauses.size()) return sink(row);
  switch (clauses[first].kind) {
    case ClauseKind::match:
    case ClauseKind::optional_match:
      return run_match(clauses, first, row, context, sink);
    case ClauseKind::unwind:
      return run_unwind(clauses, first, row, context, sink);
    default:
      return sink(row);
  }
}

}  // namespace

bool run_clauses(const std::vector<Clause>& clauses, std::size_t first, Row& row, Context& context, const Sink& sink) {
  std::size_t end = first;
  while (end < clauses.size() && clauses[end].kind < ClauseKind::with) ++end;
  if (end == clauses.size()) return run_until_projection(clauses, first, row, context, sink);
  const auto& clause = clauses[end];
  const bool last = end + 1 == clauses.size();
  bool wanted = true;
  const Sink emit = [&](Row& out) {
    if (!clause.where.empty() && !holds(clause.where[0], out, context)) return true;
    wanted = last ? sink(out) : run_clauses(clauses, end + 1, out, context, sink);
    return wanted;
  };
  Projector projector(clause.projection, row, context, emit);
  run_until_projection(clauses, first, row, context, [&](Row&) { return projector.add(); });
  if (wanted) projector.finish();
  return wanted;
}

}  // namespace cypher

using namespace cypher;

QueryResult run_query(const PropertyGraph& graph, std::string_view text, const ValueMap& parameters, const QueryLimits& limits) {
  auto query = parse(text);
  bind(query, text);
  Context context(graph, text, parameters, limits);
  QueryResult result;
  const auto& items = query.clauses.back().projection.items;
  for (const auto& item : items) result.columns.push_back(item.name);
  Row row(static_cast<std::size_t>(query.slots));
  run_clauses(query.clauses, 0, row, context, [&](Row& out) {
    if (result.rows.size() >= limits.max_rows) {
      result.row_limit_reached = true;
      return false;
    }
    context.budget.keep(items.size());
    std::vector<Value> values;
    for (const auto& item : items) values.push_back(out[static_cast<std::size_t>(item.slot)]);
    result.rows.push_back(std::move(values));
    return true;
  });
  result.hop_limit_reached = context.budget.hop_limit_reached;
  return result;
}

std::string query_tokens(std::string_view query) { return cypher::to_text(tokenize(query)); }

std::string query_syntax(std::string_view query) { return cypher::to_text(parse(query)); }

std::string query_plan(const PropertyGraph& graph, std::string_view text, const ValueMap& parameters) {
  auto query = parse(text);
  bind(query, text);
  const QueryLimits limits;
  Context context(graph, text, parameters, limits);
  std::string out;
  for (const auto& clause : query.clauses) {
    if (clause.kind <= ClauseKind::optional_match) {
      if (clause.kind == ClauseKind::optional_match) out += "optional\n";
      out += cypher::to_text(plan_match(clause.patterns, clause.where, context), graph);
    } else {
      out += cypher::to_text(Query{{clause}, 0});
    }
  }
  return out;
}

Value parse_value(std::string_view text) {
  Parser parser(text);
  auto expression = parser.expression();
  if (!parser.at_end()) parser.fail_expected("the end of the value");
  Query query;
  query.clauses.emplace_back();
  query.clauses[0].kind = ClauseKind::result;
  query.clauses[0].projection.items.push_back({expression, "value", -1, false});
  bind(query, text);
  const QueryLimits limits;
  const ValueMap none;
  const MemoryGraph graph;
  Context context(graph, text, none, limits);
  Row row(static_cast<std::size_t>(query.slots));
  return evaluate(query.clauses[0].projection.items[0].expression, row, context);
}

std::vector<std::string> query_words() {
  std::vector<std::string> words = {"ALL",      "AND",    "ANY",  "AS",   "ASC",      "BY",    "CASE",   "CONTAINS", "DESC",
                                    "DISTINCT", "ELSE",   "END",  "ENDS", "EXISTS",   "FALSE", "GROUPS", "IN",       "IS",
                                    "LIMIT",    "MATCH",  "NOT",  "NULL", "OPTIONAL", "OR",    "ORDER",  "RETURN",   "SHORTEST",
                                    "SKIP",     "STARTS", "THEN", "TRUE", "UNWIND",   "WHEN",  "WHERE",  "WITH",     "XOR"};
  for (auto& name : function_names()) words.push_back(name);
  return words;
}

}  // namespace entente
