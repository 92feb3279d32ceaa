// Writes a random graph of hubs: bench_make_graph EDGES FILE [SEED]
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

#include "entente/graph/json_ld.hpp"
#include "hub_graph.hpp"

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: bench_make_graph EDGES FILE [SEED]\n");
    return 2;
  }
  const auto now = [] { return std::chrono::steady_clock::now(); };
  const auto seconds = [&](auto since) { return std::chrono::duration<double>(now() - since).count(); };
  auto documents = entente::bench::hub_documents(static_cast<std::uint32_t>(std::strtoul(argv[1], nullptr, 10)),
                                                 argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1);
  entente::Diagnostics diagnostics;
  const auto begin = now();
  const auto graph = entente::merge(std::move(documents), entente::bench::relations(), diagnostics);
  const auto merged = now();
  entente::write_graph(argv[2], graph);
  fmt::print("{} documents, {} entities, {} edges: merged in {:.2f} s, written in {:.2f} s\n", graph.documents.size(),
             graph.entities.size(), graph.edges.size(), std::chrono::duration<double>(merged - begin).count(), seconds(merged));
  return 0;
}
