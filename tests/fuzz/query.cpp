// Feeds texts to the query language over a small graph: every one ends in rows or in a `QueryError`.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "entente/query/cypher.hpp"
#include "entente/query/memory_graph.hpp"

namespace {

entente::MemoryGraph small_graph() {
  entente::MemoryGraph graph;
  for (const char* name : {"a", "b", "c", "d"}) graph.add_node({"A"}, {{"name", name}});
  for (std::uint32_t i = 0; i < 4; ++i) graph.add_relationship(i, i % 2 ? "R" : "S", (i + 1) % 4);
  return graph;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto graph = small_graph();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  entente::QueryLimits limits;
  limits.timeout = 0.5;
  limits.max_hops = 4;
  limits.max_rows = 100;
  limits.max_values = 100'000;
  try {
    entente::run_query(graph, text, {}, limits);
  } catch (const entente::QueryError&) {
  }
  return 0;
}
