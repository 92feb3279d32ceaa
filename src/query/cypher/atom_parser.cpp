#include <fmt/format.h>

#include "query/cypher/parser.hpp"

namespace entente::cypher {

using K = ExpressionKind;

Expression Parser::atom() {
  const auto& token = peek();
  switch (token.kind) {
    case TokenKind::string:
    case TokenKind::integer:
    case TokenKind::real: {
      auto e = make(K::literal, token.begin);
      e.value = token.kind == TokenKind::string ? Value(token.text) : token.value;
      ++at_;
      return close(std::move(e));
    }
    case TokenKind::parameter: {
      auto e = make(K::parameter, token.begin);
      e.name = token.text;
      ++at_;
      return close(std::move(e));
    }
    case TokenKind::name:
      return word_atom();
    case TokenKind::quoted_name: {
      auto e = make(K::variable, token.begin);
      e.name = token.text;
      ++at_;
      return close(std::move(e));
    }
    default:
      return bracket_atom();
  }
}

Expression Parser::word_atom() {
  const auto begin = peek().begin;
  const auto literal = [&](Value value) {
    auto e = make(K::literal, begin);
    e.value = std::move(value);
    ++at_;
    return close(std::move(e));
  };
  if (at_keyword("TRUE")) return literal(true);
  if (at_keyword("FALSE")) return literal(false);
  if (at_keyword("NULL")) return literal({});
  if (at_keyword("CASE")) return choice();
  if (at_keyword("EXISTS") && at_symbol("{", 1)) return exists_block();
  if (at_symbol("(", 1)) {
    for (const char* word : {"ALL", "ANY", "NONE", "SINGLE"})
      if (at_keyword(word) && is_keyword(peek(3), "IN")) return quantified(word);
    return call();
  }
  auto e = make(K::variable, begin);
  e.name = tokens_[at_++].text;
  return close(std::move(e));
}

Expression Parser::bracket_atom() {
  const auto begin = peek().begin;
  if (at_symbol("[")) {
    if (peek(1).kind <= TokenKind::quoted_name && is_keyword(peek(2), "IN")) return list_comprehension();
    if (peek(1).kind <= TokenKind::quoted_name && at_symbol("=", 2) && at_symbol("(", 3)) return pattern_comprehension();
    ++at_;
    if (at_pattern()) {
      --at_;
      return pattern_comprehension();
    }
    auto e = make(K::list, begin);
    if (!at_symbol("]")) {
      do e.arguments.push_back(expression());
      while (take_symbol(","));
    }
    expect_symbol("]", "at the end of the list");
    return close(std::move(e));
  }
  if (at_symbol("{")) return map();
  if (at_pattern()) {
    auto e = make(K::pattern_predicate, begin);
    e.patterns.push_back(anonymous_path());
    return close(std::move(e));
  }
  if (take_symbol("(")) {
    auto e = expression();
    expect_symbol(")", "at the end of the parenthesis");
    e.begin = begin;
    return close(std::move(e));
  }
  fail_expected("an expression");
}

Expression Parser::map() {
  const Nesting nesting(*this);
  auto e = make(K::map, peek().begin);
  expect_symbol("{", "of a map");
  if (!at_symbol("}")) {
    do {
      e.names.push_back(name("a key"));
      expect_symbol(":", "after the key");
      e.arguments.push_back(expression());
    } while (take_symbol(","));
  }
  expect_symbol("}", "at the end of the map");
  return close(std::move(e));
}

void Parser::comprehension_tail(Expression& e) {
  if (take_keyword("WHERE")) {
    e.has_where = true;
    e.arguments.push_back(expression());
  }
  if (take_symbol("|")) {
    e.has_result = true;
    e.arguments.push_back(expression());
  }
  expect_symbol("]", "at the end of the comprehension");
}

Expression Parser::list_comprehension() {
  auto e = make(K::list_comprehension, peek().begin);
  ++at_;
  e.name = name("a name for the element");
  expect_keyword("IN");
  e.arguments.push_back(expression());
  comprehension_tail(e);
  return close(std::move(e));
}

Expression Parser::pattern_comprehension() {
  const Nesting nesting(*this);
  auto e = make(K::pattern_comprehension, peek().begin);
  ++at_;
  e.patterns.push_back(path());
  comprehension_tail(e);
  if (!e.has_result) fail_expected("'|' and the result of the comprehension");
  return close(std::move(e));
}

Expression Parser::quantified(const std::string& word) {
  auto e = make(K::quantifier, peek().begin);
  e.names.push_back(word);
  at_ += 2;
  e.name = name("a name for the element");
  expect_keyword("IN");
  e.arguments.push_back(expression());
  expect_keyword("WHERE");
  e.arguments.push_back(expression());
  expect_symbol(")", "at the end of the quantifier");
  return close(std::move(e));
}

Expression Parser::call() {
  auto e = make(K::call, peek().begin);
  e.name = tokens_[at_].text;
  at_ += 2;
  if (lower(e.name) == "count" && at_symbol("*") && at_symbol(")", 1)) {
    at_ += 2;
    e.kind = K::count_star;
    return close(std::move(e));
  }
  e.distinct = take_keyword("DISTINCT");
  if (!at_symbol(")")) {
    do e.arguments.push_back(expression());
    while (take_symbol(","));
  }
  expect_symbol(")", "at the end of the arguments");
  return close(std::move(e));
}

Expression Parser::choice() {
  auto e = make(K::choice, peek().begin);
  ++at_;
  if (!at_keyword("WHEN")) {
    e.has_operand = true;
    e.arguments.push_back(expression());
  }
  if (!at_keyword("WHEN")) fail_expected("WHEN");
  while (take_keyword("WHEN")) {
    e.arguments.push_back(expression());
    expect_keyword("THEN");
    e.arguments.push_back(expression());
  }
  if (take_keyword("ELSE")) e.arguments.push_back(expression());
  expect_keyword("END");
  return close(std::move(e));
}

Expression Parser::exists_block() {
  auto e = make(K::exists, peek().begin);
  at_ += 2;
  e.query.push_back(subquery());
  expect_symbol("}", "at the end of EXISTS");
  return close(std::move(e));
}

}  // namespace entente::cypher
