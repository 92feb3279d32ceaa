// The operators of the query language.
#pragma once

#include "query/cypher/function.hpp"
#include "query/cypher/runtime.hpp"

namespace entente::cypher {

/// AND, OR, XOR, NOT, comparisons, arithmetic, IN, STARTS WITH, ENDS WITH, CONTAINS, =~.
Value evaluate_operator(const Expression& expression, Row& row, Context& context);

/// `owner[index]` of a list, map, node or relationship.
Value index_of(const CallSite& site, const Value& owner, const Value& index);

/// `owner[from..to]`; a null literal stands for a bound that was left out.
Value slice_of(const CallSite& site, const Value& owner, const Value& from, const Value& to, const Expression& from_expression,
               const Expression& to_expression);

}  // namespace entente::cypher
