#include <fmt/format.h>

#include "query/cypher/parser.hpp"

namespace entente::cypher {

using K = ExpressionKind;

Expression Parser::make(ExpressionKind kind, std::size_t begin) const {
  Expression e;
  e.kind = kind;
  e.begin = begin;
  return e;
}

/// Sets the end of `e` to that of the last token taken.
Expression Parser::close(Expression e) const {
  e.end = at_ == 0 ? 0 : tokens_[at_ - 1].end;
  return e;
}

/// Operands joined by a keyword become one flat expression, so that long chains are not nested deeply.
template <class Operand>
Expression Parser::joined(ExpressionKind kind, std::string_view word, Operand operand) {
  auto first = (this->*operand)();
  if (!at_keyword(word)) return first;
  auto e = make(kind, first.begin);
  e.arguments.push_back(std::move(first));
  while (take_keyword(word)) e.arguments.push_back((this->*operand)());
  return close(std::move(e));
}

/// Operands joined by any of `symbols` become one flat expression with the symbols as names.
template <class Operand>
Expression Parser::chain(ExpressionKind kind, std::initializer_list<std::string_view> symbols, Operand operand) {
  auto first = (this->*operand)();
  const auto here = [&] {
    for (const auto symbol : symbols)
      if (at_symbol(symbol)) return true;
    return false;
  };
  if (!here()) return first;
  auto e = make(kind, first.begin);
  e.arguments.push_back(std::move(first));
  while (here()) {
    e.names.push_back(tokens_[at_++].text);
    e.arguments.push_back((this->*operand)());
  }
  return close(std::move(e));
}

Expression Parser::expression() {
  const Nesting nesting(*this);
  return disjunction();
}

Expression Parser::disjunction() { return joined(K::disjunction, "OR", &Parser::exclusion); }
Expression Parser::exclusion() { return joined(K::exclusion, "XOR", &Parser::conjunction); }
Expression Parser::conjunction() { return joined(K::conjunction, "AND", &Parser::negation); }

Expression Parser::negation() {
  if (!at_keyword("NOT")) return comparison();
  const Nesting nesting(*this);
  auto e = make(K::negation, peek().begin);
  ++at_;
  e.arguments.push_back(negation());
  return close(std::move(e));
}

Expression Parser::comparison() { return chain(K::comparison, {"=", "<>", "<", "<=", ">", ">="}, &Parser::predicate); }

Expression Parser::predicate() {
  auto e = sum();
  for (int tests = 0;; ++tests) {
    if (tests > max_nesting) fail(peek().begin, "NestingTooDeep", fmt::format("more than {} tests in a row", max_nesting));
    std::string word;
    const auto begin = e.begin;
    if (at_keyword("IS")) {
      ++at_;
      auto test = make(take_keyword("NOT") ? K::is_not_null : K::is_null, begin);
      expect_keyword("NULL");
      test.arguments.push_back(std::move(e));
      e = close(std::move(test));
      continue;
    }
    if (take_keyword("IN")) {
      word = "IN";
    } else if ((at_keyword("STARTS") || at_keyword("ENDS")) && at_keyword("WITH", 1)) {
      word = at_keyword("STARTS") ? "STARTS WITH" : "ENDS WITH";
      at_ += 2;
    } else if (take_keyword("CONTAINS")) {
      word = "CONTAINS";
    } else if (take_symbol("=~")) {
      word = "=~";
    } else {
      return e;
    }
    auto test = make(K::test, begin);
    test.name = word;
    test.arguments.push_back(std::move(e));
    test.arguments.push_back(sum());
    e = close(std::move(test));
  }
}

Expression Parser::sum() { return chain(K::arithmetic, {"+", "-"}, &Parser::product); }
Expression Parser::product() { return chain(K::arithmetic, {"*", "/", "%"}, &Parser::power); }
Expression Parser::power() { return chain(K::arithmetic, {"^"}, &Parser::unary); }

Expression Parser::unary() {
  if (!at_symbol("-") && !at_symbol("+")) return postfix();
  const Nesting nesting(*this);
  const auto begin = peek().begin;
  const bool minus = at_symbol("-");
  ++at_;
  auto operand = unary();
  if (!minus) return operand;
  if (operand.kind == K::literal && operand.value.is_number()) {
    if (const auto* whole = operand.value.as<std::int64_t>())
      operand.value = static_cast<std::int64_t>(0 - static_cast<std::uint64_t>(*whole));
    else
      operand.value = -*operand.value.as<double>();
    operand.begin = begin;
    return operand;
  }
  auto e = make(K::minus, begin);
  e.arguments.push_back(std::move(operand));
  return close(std::move(e));
}

Expression Parser::postfix() {
  auto e = atom();
  for (int depth = 0;; ++depth) {
    if (depth > max_nesting) fail(peek().begin, "NestingTooDeep", fmt::format("more than {} look-ups in a row", max_nesting));
    const auto begin = e.begin;
    if (take_symbol(".")) {
      auto property = make(K::property, begin);
      property.name = name("the name of a property");
      property.arguments.push_back(std::move(e));
      e = close(std::move(property));
    } else if (at_symbol("[")) {
      e = subscript(std::move(e));
    } else if (at_symbol(":") && peek(1).kind <= TokenKind::quoted_name) {
      auto labels = make(K::labels, begin);
      labels.arguments.push_back(std::move(e));
      while (take_symbol(":")) labels.names.push_back(name("a label"));
      e = close(std::move(labels));
    } else {
      return e;
    }
  }
}

Expression Parser::subscript(Expression operand) {
  ++at_;
  auto e = make(K::index, operand.begin);
  e.arguments.push_back(std::move(operand));
  if (at_symbol(".."))
    e.arguments.push_back(make(K::literal, peek().begin));
  else
    e.arguments.push_back(expression());
  if (take_symbol("..")) {
    e.kind = K::slice;
    e.arguments.push_back(at_symbol("]") ? make(K::literal, peek().begin) : expression());
    e.distinct = false;
  }
  expect_symbol("]", "at the end of the index");
  return close(std::move(e));
}

}  // namespace entente::cypher
