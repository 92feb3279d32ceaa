#include <fmt/format.h>

#include <array>

#include "entente/query/query_error.hpp"
#include "query/cypher/parser.hpp"

namespace entente::cypher {

namespace {

std::vector<Token> checked_tokens(std::string_view text) {
  if (text.size() > max_query_bytes)
    throw QueryError({}, 0, "LimitError", "QueryTooLong",
                     fmt::format("the query has {} bytes; at most {} are allowed", text.size(), max_query_bytes));
  return tokenize(text);
}

constexpr std::array<std::string_view, 12> writing_words = {"CREATE", "MERGE", "DELETE",  "DETACH", "SET",  "REMOVE",
                                                            "CALL",   "UNION", "FOREACH", "LOAD",   "DROP", "USE"};

}  // namespace

Parser::Parser(std::string_view text) : text_(text), tokens_(checked_tokens(text)) {}

Parser::Nesting::Nesting(Parser& parser) : parser_(parser) {
  if (++parser_.nesting_ > max_nesting) {
    --parser_.nesting_;
    parser_.fail(parser_.peek().begin, "NestingTooDeep", fmt::format("this is nested deeper than {} levels", max_nesting));
  }
}

bool Parser::take_keyword(std::string_view word) {
  if (!at_keyword(word)) return false;
  ++at_;
  return true;
}

bool Parser::take_symbol(std::string_view symbol) {
  if (!at_symbol(symbol)) return false;
  ++at_;
  return true;
}

void Parser::expect_keyword(std::string_view word) {
  if (!take_keyword(word)) fail_expected(word);
}

void Parser::expect_symbol(std::string_view symbol, std::string_view why) {
  if (!take_symbol(symbol)) fail_expected(fmt::format("'{}' {}", symbol, why));
}

void Parser::fail_expected(std::string_view what) const {
  const auto found =
      at_end() ? "the end of the query" : fmt::format("'{}'", text_.substr(peek().begin, peek().end - peek().begin).substr(0, 40));
  fail(peek().begin, "UnexpectedSyntax", fmt::format("expected {}, found {}", what, found));
}

void Parser::fail(std::size_t offset, const std::string& detail, const std::string& message) const {
  throw QueryError(text_, offset, "SyntaxError", detail, message);
}

std::string Parser::name(std::string_view what) {
  if (peek().kind != TokenKind::name && peek().kind != TokenKind::quoted_name) fail_expected(what);
  return tokens_[at_++].text;
}

Query Parser::query() {
  Query query{clauses(false), 0};
  take_symbol(";");
  if (!at_end()) fail_expected("the end of the query");
  return query;
}

Query Parser::subquery() {
  const Nesting nesting(*this);
  Query query;
  if (at_symbol("(") || at_keyword("ANY") || at_keyword("ALL") || at_keyword("SHORTEST")) {
    Clause clause{ClauseKind::match, peek().begin, patterns(), {}, {}, {}, -1, {}};
    if (take_keyword("WHERE")) clause.where.push_back(expression());
    query.clauses.push_back(std::move(clause));
  } else {
    query.clauses = clauses(true);
  }
  return query;
}

std::vector<Clause> Parser::clauses(bool nested) {
  std::vector<Clause> list;
  for (;;) {
    const auto begin = peek().begin;
    if (take_keyword("MATCH")) {
      list.push_back(match_clause(ClauseKind::match));
    } else if (at_keyword("OPTIONAL")) {
      ++at_;
      expect_keyword("MATCH");
      list.push_back(match_clause(ClauseKind::optional_match));
    } else if (take_keyword("UNWIND")) {
      list.push_back(unwind_clause());
    } else if (take_keyword("WITH")) {
      list.push_back(projection_clause(ClauseKind::with));
    } else if (take_keyword("RETURN")) {
      list.push_back(projection_clause(ClauseKind::result));
      list.back().begin = begin;
      return list;
    } else if (nested && at_symbol("}") && !list.empty()) {
      return list;
    } else {
      for (const auto word : writing_words)
        if (at_keyword(word))
          fail(begin, "UnexpectedSyntax", fmt::format("queries only read the graph; {} is not part of the language", word));
      fail_expected(list.empty() ? "MATCH" : "MATCH, WHERE, WITH, UNWIND or RETURN");
    }
    list.back().begin = begin;
  }
}

Clause Parser::match_clause(ClauseKind kind) {
  Clause clause{kind, peek().begin, patterns(), {}, {}, {}, -1, {}};
  if (take_keyword("WHERE")) clause.where.push_back(expression());
  return clause;
}

Clause Parser::unwind_clause() {
  Clause clause;
  clause.kind = ClauseKind::unwind;
  clause.list = expression();
  expect_keyword("AS");
  clause.name = name("a name for the element");
  return clause;
}

Clause Parser::projection_clause(ClauseKind kind) {
  Clause clause;
  clause.kind = kind;
  projection_body(clause.projection);
  if (kind == ClauseKind::with && take_keyword("WHERE")) clause.where.push_back(expression());
  return clause;
}

void Parser::projection_body(Projection& projection) {
  projection.distinct = take_keyword("DISTINCT");
  projection.star = take_symbol("*");
  if (!projection.star || take_symbol(",")) {
    do projection.items.push_back(projection_item());
    while (take_symbol(","));
  }
  if (at_keyword("ORDER")) sort_items(projection);
  if (take_keyword("SKIP")) projection.skip.push_back(expression());
  if (take_keyword("LIMIT")) projection.limit.push_back(expression());
}

ProjectionItem Parser::projection_item() {
  ProjectionItem item;
  item.expression = expression();
  item.name = std::string(text_.substr(item.expression.begin, item.expression.end - item.expression.begin));
  if (item.expression.kind == ExpressionKind::variable) item.name = item.expression.name;
  if (take_keyword("AS")) item.name = name("a name for the column");
  return item;
}

void Parser::sort_items(Projection& projection) {
  ++at_;
  expect_keyword("BY");
  do {
    SortItem item{expression(), false};
    if (take_keyword("DESC") || take_keyword("DESCENDING"))
      item.descending = true;
    else if (!take_keyword("ASC"))
      take_keyword("ASCENDING");
    projection.order.push_back(std::move(item));
  } while (take_symbol(","));
}

Query parse(std::string_view text) { return Parser(text).query(); }

}  // namespace entente::cypher
