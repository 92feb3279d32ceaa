#include <fmt/format.h>

#include "query/cypher/parser.hpp"

namespace entente::cypher {

std::vector<PathPattern> Parser::patterns() {
  std::vector<PathPattern> list;
  do list.push_back(path());
  while (take_symbol(","));
  return list;
}

PathPattern Parser::path() {
  const auto begin = peek().begin;
  std::string variable;
  if (peek().kind <= TokenKind::quoted_name && at_symbol("=", 1)) {
    variable = name("a path variable");
    ++at_;
  }
  const bool function = (is_keyword(peek(), "SHORTESTPATH") || is_keyword(peek(), "ALLSHORTESTPATHS")) && at_symbol("(", 1);
  auto pattern = function ? shortest_path_function() : anonymous_path();
  pattern.name = std::move(variable);
  pattern.begin = begin;
  return pattern;
}

PathPattern Parser::shortest_path_function() {
  const auto search = at_keyword("SHORTESTPATH") ? Search::any_shortest : Search::all_shortest;
  at_ += 2;
  auto pattern = anonymous_path();
  pattern.search = search;
  expect_symbol(")", "after the path pattern");
  return pattern;
}

PathPattern Parser::anonymous_path() {
  PathPattern pattern;
  pattern.begin = peek().begin;
  search_words(pattern);
  pattern.nodes.push_back(node());
  while (at_symbol("-") || at_symbol("<")) {
    pattern.relationships.push_back(relationship());
    pattern.nodes.push_back(node());
  }
  return pattern;
}

void Parser::search_words(PathPattern& pattern) {
  if (at_symbol("(")) return;
  if (take_keyword("ANY")) {
    pattern.search = take_keyword("SHORTEST") ? Search::any_shortest : Search::any;
  } else if (take_keyword("ALL")) {
    expect_keyword("SHORTEST");
    pattern.search = Search::all_shortest;
  } else if (take_keyword("SHORTEST")) {
    pattern.search = Search::shortest;
    const auto begin = peek().begin;
    if (peek().kind == TokenKind::integer) pattern.count = count("the number of paths");
    if (pattern.count < 1) fail(begin, "InvalidArgumentValue", "expected at least 1 path");
    if (take_keyword("GROUPS") || take_keyword("GROUP")) pattern.search = Search::shortest_groups;
  } else {
    fail_expected("a node pattern '('");
  }
  if (!take_keyword("PATHS")) take_keyword("PATH");
}

NodePattern Parser::node() {
  const Nesting nesting(*this);
  if (++elements_ > max_pattern_elements)
    fail(peek().begin, "PatternTooLong", fmt::format("the patterns of a query may have at most {} nodes", max_pattern_elements));
  NodePattern pattern;
  pattern.begin = peek().begin;
  expect_symbol("(", "of a node pattern");
  if (peek().kind <= TokenKind::quoted_name) pattern.name = tokens_[at_++].text;
  while (at_symbol(":") || at_symbol("|") || at_symbol("&")) {
    const bool alternative = take_symbol("|");
    if (!alternative) ++at_;
    if (alternative && pattern.labels.empty()) fail_expected("':' before the first label");
    take_symbol(":");
    auto label = name("a label");
    if (alternative)
      pattern.labels.back().push_back(std::move(label));
    else
      pattern.labels.push_back({std::move(label)});
  }
  pattern.properties = pattern_properties();
  expect_symbol(")", "at the end of the node pattern");
  return pattern;
}

std::vector<Expression> Parser::pattern_properties() {
  if (peek().kind == TokenKind::parameter)
    fail(peek().begin, "InvalidParameterUse", "a parameter cannot stand for all properties of a pattern; write {key: $parameter}");
  if (at_symbol("{")) return {map()};
  return {};
}

RelationshipPattern Parser::relationship() {
  RelationshipPattern pattern;
  pattern.begin = peek().begin;
  const bool left = take_symbol("<");
  expect_symbol("-", "of a relationship pattern");
  if (take_symbol("[")) {
    relationship_detail(pattern);
    expect_symbol("]", "at the end of the relationship pattern");
  }
  expect_symbol("-", "of a relationship pattern");
  const bool right = take_symbol(">");
  pattern.direction = left == right ? Direction::both : left ? Direction::left : Direction::right;
  quantifier(pattern);
  return pattern;
}

void Parser::relationship_detail(RelationshipPattern& pattern) {
  if (peek().kind <= TokenKind::quoted_name) pattern.name = tokens_[at_++].text;
  if (take_symbol(":")) {
    do {
      take_symbol(":");
      pattern.types.push_back(name("a relationship type"));
    } while (take_symbol("|"));
  }
  if (at_symbol(".."))
    fail(peek().begin, "InvalidRelationshipPattern", "expected '*' before the range of a relationship of variable length");
  if (take_symbol("*")) star_range(pattern);
  pattern.properties = pattern_properties();
}

void Parser::star_range(RelationshipPattern& pattern) {
  pattern.variable = true;
  if (at_symbol("-")) fail(peek().begin, "InvalidRelationshipPattern", "the length of a path cannot be negative");
  const bool lower_bound = peek().kind == TokenKind::integer;
  if (lower_bound) pattern.minimum = count("the least length");
  if (take_symbol("..")) {
    if (at_symbol("-")) fail(peek().begin, "InvalidRelationshipPattern", "the length of a path cannot be negative");
    if (peek().kind == TokenKind::integer) pattern.maximum = count("the greatest length");
  } else if (lower_bound) {
    pattern.maximum = pattern.minimum;
  }
}

void Parser::quantifier(RelationshipPattern& pattern) {
  const auto begin = peek().begin;
  if (!at_symbol("+") && !at_symbol("*") && !at_symbol("{")) return;
  if (pattern.variable) fail(begin, "InvalidRelationshipPattern", "this relationship already has a length");
  pattern.variable = true;
  if (take_symbol("+")) return;
  pattern.minimum = 0;
  if (take_symbol("*")) return;
  ++at_;
  const bool lower_bound = peek().kind == TokenKind::integer;
  if (lower_bound) pattern.minimum = count("the least length");
  if (take_symbol(",")) {
    if (peek().kind == TokenKind::integer) pattern.maximum = count("the greatest length");
  } else if (lower_bound) {
    pattern.maximum = pattern.minimum;
  } else {
    fail_expected("a number of relationships");
  }
  expect_symbol("}", "at the end of the quantifier");
}

std::int64_t Parser::count(std::string_view what) {
  if (peek().kind != TokenKind::integer) fail_expected(what);
  const auto number = *tokens_[at_].value.as<std::int64_t>();
  if (number < 0) fail_expected(what);
  ++at_;
  return number;
}

/// A relationship pattern begins `ahead` tokens from here: `--`, `-[`, `<--` or `<-[`.
bool Parser::at_relationship(std::size_t ahead) const {
  if (at_symbol("<", ahead)) ++ahead;
  return at_symbol("-", ahead) && (at_symbol("-", ahead + 1) || at_symbol("[", ahead + 1));
}

/// A path pattern begins here rather than an expression in parentheses.
bool Parser::at_pattern() const {
  if (!at_symbol("(") || peek().partner == 0) return false;
  if (!at_relationship(peek().partner - at_ + 1)) return false;
  std::size_t ahead = 1;
  if (peek(ahead).kind <= TokenKind::quoted_name) ++ahead;
  return at_symbol(")", ahead) || at_symbol(":", ahead) || at_symbol("{", ahead) || peek(ahead).kind == TokenKind::parameter;
}

}  // namespace entente::cypher
