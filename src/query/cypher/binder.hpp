// Gives every variable of a query its place in the row and refuses queries that mean nothing.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "query/cypher/ast.hpp"
#include "query/cypher/function.hpp"

namespace entente::cypher {

/// A variable in scope.
struct Variable {
  int slot = -1;
  StaticType type = StaticType::any;
  bool local = false;
};

using Scope = std::map<std::string, Variable, std::less<>>;

/// Resolves variables and checks static types; see `bind`.
class Binder {
 public:
  explicit Binder(std::string_view text) : text_(text) {}

  /// Binds the clauses of `query`, which may see the variables of `scope`.
  void query(Query& query, Scope scope);
  int slots() const { return slots_; }

 private:
  enum class Aggregates { allowed, refused, inside };

  void clause(Clause& clause, Scope& scope);
  void where(std::vector<Expression>& where, const Scope& scope);
  void patterns(std::vector<PathPattern>& patterns, Scope& scope, bool only_bound);
  void path(PathPattern& pattern, Scope& scope, const Scope& before, bool only_bound);
  void node(NodePattern& node, Scope& scope, const Scope& before, bool only_bound);
  void relationship(RelationshipPattern& relationship, Scope& scope, const Scope& before, bool only_bound);
  void properties(std::vector<Expression>& properties, const Scope& scope);

  StaticType expression(Expression& e, const Scope& scope);
  StaticType variable(Expression& e, const Scope& scope);
  StaticType property(Expression& e, const Scope& scope);
  StaticType call(Expression& e, const Scope& scope);
  StaticType aggregate(Expression& e, const Scope& scope);
  StaticType boolean(Expression& e, const Scope& scope);
  StaticType arithmetic(Expression& e, const Scope& scope);
  StaticType comprehension(Expression& e, const Scope& scope);
  StaticType pattern_predicate(Expression& e, const Scope& scope);
  StaticType pattern_comprehension(Expression& e, const Scope& scope);
  StaticType inner(Expression& e, const Scope& scope);

  void projection(Clause& clause, Scope& scope);
  void add_star(Projection& projection, const Scope& scope);
  void check_names(const Clause& clause) const;
  void group(Projection& projection);
  void replace(Expression& e, Projection& projection, bool in_order);
  void refuse_leftovers(const Expression& e, const Projection& projection, bool in_order) const;
  void order(Projection& projection, const Scope& scope, const Scope& output);
  void bound_count(std::vector<Expression>& count, std::string_view word);

  [[noreturn]] void fail(std::size_t offset, const std::string& detail, const std::string& message) const;
  int new_slot() { return slots_++; }

  std::string_view text_;
  int slots_ = 0;
  bool predicates_allowed_ = false;
  Aggregates aggregates_ = Aggregates::refused;
};

/// Binds a whole query. Throws `QueryError` (kind SyntaxError) at the first thing that is wrong.
void bind(Query& query, std::string_view text);

}  // namespace entente::cypher
