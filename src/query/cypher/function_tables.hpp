// The tables that `find_function` looks in, each sorted by name.
#pragma once

#include <vector>

#include "query/cypher/function.hpp"

namespace entente::cypher {

const std::vector<Function>& graph_functions();
const std::vector<Function>& list_functions();
const std::vector<Function>& text_functions();
const std::vector<Function>& number_functions();

}  // namespace entente::cypher
