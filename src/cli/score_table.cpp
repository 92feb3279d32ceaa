#include "cli/score_table.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace entente::cli {

namespace {

void print_row(const char* name, const Counts& counts) {
  fmt::print("{:8}P {:.3f}  R {:.3f}  F1 {:.3f}   system {:5}  gold {:5}\n", name, counts.precision(), counts.recall(), counts.f1(),
             counts.system, counts.gold);
}

void print_edges(const char* heading, const std::vector<EdgeName>& edges, std::size_t most) {
  for (std::size_t i = 0; i < edges.size() && i < most; ++i) {
    const auto& [relation, source, target] = edges[i];
    fmt::print("  {} {} | {} | {}\n", heading, source, relation, target);
  }
}

}  // namespace

void print_score(const GraphScore& score, std::size_t misses) {
  print_row("node", score.node);
  print_row("pair", score.pair);
  print_row("family", score.family);
  print_row("exact", score.exact);
  fmt::print("modality agrees on {} of {} exact hits\n", score.modality_right, score.exact_hits);
  fmt::print("of these {} are attributed in the gold graph, {} in the system's, {} to the same one\n", score.attributed_gold,
             score.attributed_system, score.attributed_right);
  print_edges("missed", score.missed, misses);
  print_edges("extra ", score.extra, misses);
}

}  // namespace entente::cli
