// The syntax tree of a query.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "entente/query/value.hpp"

namespace entente::cypher {

struct PathPattern;
struct Query;

enum class ExpressionKind : std::uint8_t {
  literal,                // value
  parameter,              // name
  variable,               // name, slot
  property,               // arguments[0], name
  labels,                 // arguments[0], names
  call,                   // name, arguments, distinct
  count_star,             // count(*)
  negation,               // NOT arguments[0]
  minus,                  // - arguments[0]
  arithmetic,             // arguments joined by names, left to right
  comparison,             // chain: arguments joined by names
  conjunction,            // AND
  disjunction,            // OR
  exclusion,              // XOR
  test,                   // arguments[0] name arguments[1]; IN, STARTS WITH, ENDS WITH, CONTAINS, =~
  is_null,                // arguments[0]
  is_not_null,            // arguments[0]
  list,                   // arguments
  map,                    // names, arguments
  index,                  // arguments[0][arguments[1]]
  slice,                  // arguments[0][arguments[1]..arguments[2]], null literals where left out
  choice,                 // CASE: has_operand; [operand,] when, then, ..., [otherwise]
  list_comprehension,     // name, slot; arguments: list, [where], [result]
  quantifier,             // names[0] ALL ANY NONE SINGLE; name, slot; arguments: list, where
  pattern_predicate,      // patterns[0]
  pattern_comprehension,  // patterns[0]; arguments: [where], result
  exists                  // query
};

/// One expression. Which members are used is said at its kind.
struct Expression {
  ExpressionKind kind = ExpressionKind::literal;
  std::size_t begin = 0;  ///< byte offsets into the query
  std::size_t end = 0;
  std::string name;
  std::vector<std::string> names;
  Value value;
  std::vector<Expression> arguments;
  std::vector<PathPattern> patterns;
  std::vector<Query> query;
  int slot = -1;
  bool distinct = false;     ///< aggregate over distinct values
  bool has_operand = false;  ///< CASE with an operand
  bool has_where = false;    ///< comprehension with WHERE
  bool has_result = false;   ///< comprehension with |
  bool local = false;        ///< variable of a comprehension
};

/// `(name:Label {map})`. The node has a label of each group.
struct NodePattern {
  std::string name;
  int slot = -1;
  std::size_t begin = 0;
  bool outer = false;  ///< set by binding: bound by an earlier clause or an enclosing pattern
  std::vector<std::vector<std::string>> labels;
  std::vector<Expression> properties;  ///< none or one map
};

enum class Direction : std::uint8_t { left, right, both };

/// `-[name:TYPE*min..max {map}]->`.
struct RelationshipPattern {
  std::string name;
  int slot = -1;
  std::size_t begin = 0;
  bool outer = false;  ///< as for nodes
  std::vector<std::string> types;
  Direction direction = Direction::both;
  bool variable = false;  ///< any number of relationships; then `name` is a list
  std::int64_t minimum = 1;
  std::optional<std::int64_t> maximum;
  std::vector<Expression> properties;
};

enum class Search : std::uint8_t { none, any, any_shortest, all_shortest, shortest, shortest_groups };

/// A path pattern with its path variable and search words.
struct PathPattern {
  std::string name;
  int slot = -1;
  std::size_t begin = 0;
  Search search = Search::none;
  std::int64_t count = 1;  ///< of SHORTEST k
  std::vector<NodePattern> nodes;
  std::vector<RelationshipPattern> relationships;
};

struct ProjectionItem {
  Expression expression;
  std::string name;  ///< of the column
  int slot = -1;
  bool aggregated = false;  ///< set by binding: holds an aggregate, so it is not grouped by
};

struct SortItem {
  Expression expression;
  bool descending = false;
};

/// What RETURN and WITH have in common.
struct Projection {
  bool distinct = false;
  bool star = false;
  std::vector<ProjectionItem> items;
  std::vector<SortItem> order;
  std::vector<Expression> skip;            ///< none or one
  std::vector<Expression> limit;           ///< none or one
  std::vector<ProjectionItem> aggregates;  ///< set by binding: the aggregate calls, each with the slot of its result
  bool grouped = false;                    ///< set by binding: some item is an aggregate
};

enum class ClauseKind : std::uint8_t { match, optional_match, unwind, with, result };

struct Clause {
  ClauseKind kind = ClauseKind::match;
  std::size_t begin = 0;
  std::vector<PathPattern> patterns;
  std::vector<Expression> where;  ///< none or one
  Expression list;                ///< of UNWIND
  std::string name;               ///< of UNWIND
  int slot = -1;                  ///< of UNWIND
  Projection projection;
};

/// A whole query or the inside of EXISTS { }.
struct Query {
  std::vector<Clause> clauses;
  int slots = 0;  ///< set by binding: size of a row
};

/// The expression in canonical form; equal text means equal expression.
std::string to_text(const Expression& expression);
std::string to_text(const PathPattern& pattern);
/// One clause a line.
std::string to_text(const Query& query);

/// True for count, sum and the like, whatever the case of `name`.
bool is_aggregate(const std::string& name);
/// True if an aggregate stands in `expression`.
bool has_aggregate(const Expression& expression);

/// `text` in lower case (ASCII).
std::string lower(std::string text);

}  // namespace entente::cypher
