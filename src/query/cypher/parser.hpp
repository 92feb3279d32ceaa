// Recursive descent over the tokens of a query.
#pragma once

#include <string_view>
#include <vector>

#include "query/cypher/ast.hpp"
#include "query/cypher/token.hpp"

namespace entente::cypher {

/// Bounds on what a query may hold, so that no stack can overflow.
constexpr std::size_t max_query_bytes = std::size_t{1} << 20;
constexpr int max_nesting = 200;
constexpr int max_pattern_elements = 1000;

/// The parts of the grammar; see `parse`.
class Parser {
 public:
  /// Throws `QueryError` if the text is longer than `max_query_bytes` or no token sequence.
  explicit Parser(std::string_view text);

  /// A query up to the end of the text.
  Query query();
  /// The inside of EXISTS { }: clauses or patterns, up to the brace.
  Query subquery();
  /// `path {, path}`.
  std::vector<PathPattern> patterns();
  Expression expression();

  const Token& peek(std::size_t ahead = 0) const { return tokens_[std::min(at_ + ahead, tokens_.size() - 1)]; }
  bool at_end() const { return peek().kind == TokenKind::end; }
  bool at_keyword(std::string_view word, std::size_t ahead = 0) const { return is_keyword(peek(ahead), word); }
  bool at_symbol(std::string_view symbol, std::size_t ahead = 0) const {
    return peek(ahead).kind == TokenKind::symbol && peek(ahead).text == symbol;
  }
  bool take_keyword(std::string_view word);
  bool take_symbol(std::string_view symbol);
  void expect_keyword(std::string_view word);
  void expect_symbol(std::string_view symbol, std::string_view why);
  /// Throws that `what` was expected here.
  [[noreturn]] void fail_expected(std::string_view what) const;
  [[noreturn]] void fail(std::size_t offset, const std::string& detail, const std::string& message) const;

 private:
  class Nesting;

  std::vector<Clause> clauses(bool nested);
  Clause match_clause(ClauseKind kind);
  Clause unwind_clause();
  Clause projection_clause(ClauseKind kind);
  void projection_body(Projection& projection);
  ProjectionItem projection_item();
  void sort_items(Projection& projection);
  std::string name(std::string_view what);

  PathPattern path();
  PathPattern anonymous_path();
  PathPattern shortest_path_function();
  void search_words(PathPattern& path);
  NodePattern node();
  RelationshipPattern relationship();
  void relationship_detail(RelationshipPattern& relationship);
  void star_range(RelationshipPattern& relationship);
  void quantifier(RelationshipPattern& relationship);
  std::vector<Expression> pattern_properties();
  std::int64_t count(std::string_view what);
  bool at_relationship(std::size_t ahead) const;
  bool at_pattern() const;

  Expression disjunction();
  Expression exclusion();
  Expression conjunction();
  Expression negation();
  Expression comparison();
  Expression predicate();
  Expression sum();
  Expression product();
  Expression power();
  Expression unary();
  Expression postfix();
  Expression atom();
  Expression word_atom();
  Expression bracket_atom();
  Expression list_comprehension();
  Expression pattern_comprehension();
  void comprehension_tail(Expression& e);
  Expression quantified(const std::string& word);
  Expression call();
  Expression choice();
  Expression map();
  Expression exists_block();
  Expression subscript(Expression operand);
  Expression make(ExpressionKind kind, std::size_t begin) const;
  Expression close(Expression e) const;
  template <class Operand>
  Expression joined(ExpressionKind kind, std::string_view word, Operand operand);
  template <class Operand>
  Expression chain(ExpressionKind kind, std::initializer_list<std::string_view> symbols, Operand operand);

  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int nesting_ = 0;
  int elements_ = 0;
};

/// Counts how deep expressions are nested while it lives.
class Parser::Nesting {
 public:
  explicit Nesting(Parser& parser);
  ~Nesting() { --parser_.nesting_; }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;

 private:
  Parser& parser_;
};

/// The syntax tree of `text`. Throws `QueryError` with the place and what was expected there.
Query parse(std::string_view text);

}  // namespace entente::cypher
