// Times questions to a large graph: bench_query_speed FILE [PAIRS]; the same pairs that bench/query_peers.py asks its libraries.
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

#include "entente/graph/json_ld.hpp"
#include "entente/query/cypher.hpp"
#include "entente/query/knowledge_view.hpp"
#include "entente/query/path.hpp"

namespace {

using namespace entente;

class Timer {
 public:
  double milliseconds() const { return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin_).count(); }

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

/// Entities far apart in the order of keys, the same for every program.
EntityId pick(const KnowledgeGraph& graph, std::uint64_t number) {
  return EntityId{static_cast<std::uint32_t>(number * 2654435761U % graph.entities.size())};
}

void paths(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask, std::size_t pairs, std::size_t count) {
  const Timer timer;
  std::size_t found = 0, hops = 0;
  for (std::size_t i = 0; i < pairs; ++i) {
    PathRequest request;
    request.from = pick(graph, 2 * i + 1);
    request.to = pick(graph, 2 * i + 2);
    request.count = count;
    for (const auto& path : find_paths(graph, index, mask, request)) {
      ++found;
      hops += path.edges.size();
    }
  }
  fmt::print("{} shortest: {:.2f} ms a pair ({} paths, {} hops)\n", count, timer.milliseconds() / static_cast<double>(pairs), found, hops);
}

void query(const KnowledgeView& view, const char* name, const std::string& text) {
  const Timer timer;
  const auto result = run_query(view, text);
  fmt::print("{}: {:.2f} ms ({} rows, first {})\n", name, timer.milliseconds(), result.rows.size(),
             result.rows.empty() ? "none" : to_text(view, result.rows[0][0]));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: bench_query_speed FILE [PAIRS]\n");
    return 2;
  }
  const std::size_t pairs = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 50;
  const Timer load;
  const auto graph = read_graph(argv[1], ReadDetail::without_evidence_text);
  fmt::print("load: {:.0f} ms ({} entities, {} edges)\n", load.milliseconds(), graph.entities.size(), graph.edges.size());
  const Timer indexing;
  const GraphIndex index(graph);
  const auto mask = apply_filter(graph, {});
  const KnowledgeView view(graph);
  fmt::print("index: {:.0f} ms\n", indexing.milliseconds());
  paths(graph, index, mask, pairs, 1);
  paths(graph, index, mask, pairs, 10);
  const auto& key = graph.entity(pick(graph, 1)).key;
  query(view, "two hops", fmt::format("MATCH (a {{id: '{}'}})-[]-(b)-[]-(c) RETURN count(DISTINCT c)", key));
  query(view, "filtered three hops",
        fmt::format("MATCH (a {{id: '{}'}})-[r:OPPOSES]->(b)-[s:SUPPORTS]->(c)<-[t]-(d:State) WHERE t.confidence > 0.5 RETURN count(*)",
                    key));
  return 0;
}
