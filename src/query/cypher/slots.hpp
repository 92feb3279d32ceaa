// Which slots of the row an expression reads.
#pragma once

#include <vector>

#include "query/cypher/ast.hpp"

namespace entente::cypher {

/// All slots that stand in `expression`, also those of variables that it binds itself; with repetitions.
std::vector<int> slots_of(const Expression& expression);

}  // namespace entente::cypher
