// Printing scores of graphs.
#pragma once

#include "entente/graph/score.hpp"

namespace entente::cli {

/// Prints precision, recall and F1 at each depth, and the first `misses` edges missed and too many.
void print_score(const GraphScore& score, std::size_t misses);

}  // namespace entente::cli
