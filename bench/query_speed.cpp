// Times questions to a graph file: bench_query_speed FILE [PAIRS [TABLES]]
//
// Prints one row a measure, "system TAB measure TAB milliseconds of the processor TAB answer", as the programs below bench/peers do. TABLES
// is a folder that gets nodes.csv and edges.csv for them: the same graph, numbered in the same order.
#include <fmt/format.h>
#include <time.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "entente/graph/json_ld.hpp"
#include "entente/query/cypher.hpp"
#include "entente/query/knowledge_view.hpp"
#include "entente/query/path.hpp"

namespace {

using namespace entente;

/// Time of the processor: other work on the machine does not count.
class Timer {
 public:
  double milliseconds() const { return now() - begin_; }

 private:
  static double now() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
  }

  double begin_ = now();
};

void report(const char* measure, double milliseconds, const std::string& answer) {
  fmt::print("entente\t{}\t{:.3f}\t{}\n", measure, milliseconds, answer);
}

/// Entities far apart in the order of keys, the same for every program.
EntityId pick(const KnowledgeGraph& graph, std::uint64_t number) {
  return EntityId{static_cast<std::uint32_t>(number * 2654435761U % graph.entities.size())};
}

EntityId busiest(const GraphIndex& index) {
  EntityId best{0};
  for (std::uint32_t i = 1; i < index.entity_count(); ++i)
    if (index.degree({i}) > index.degree(best)) best = {i};
  return best;
}

void paths(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask, std::size_t pairs, std::size_t count) {
  std::size_t hops = 0;
  double total = 0;
  for (std::size_t i = 0; i < pairs; ++i) {
    PathRequest request;
    request.from = pick(graph, 2 * i + 1);
    request.to = pick(graph, 2 * i + 2);
    request.count = count;
    const Timer timer;
    const auto found = find_paths(graph, index, mask, request);
    total += timer.milliseconds();
    for (const auto& path : found) hops += path.edges.size();
  }
  report(count == 1 ? "shortest path" : "ten shortest paths", total / static_cast<double>(pairs), fmt::format("{} hops", hops));
}

void neighbourhoods(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask, std::size_t pairs) {
  std::size_t found = 0;
  const Timer timer;
  for (std::size_t i = 0; i < pairs; ++i)
    for (const auto& ring : neighbourhood(index, mask, pick(graph, 2 * i + 1), 2)) found += ring.size();
  report("two-hop neighbourhood", timer.milliseconds() / static_cast<double>(pairs), fmt::format("{} entities", found - pairs));
}

void query(const KnowledgeView& view, const std::string& text) {
  constexpr int rounds = 5;
  std::string answer;
  const Timer timer;
  for (int i = 0; i < rounds; ++i) answer = to_text(view, run_query(view, text).rows.at(0).at(0));
  report("three-hop MATCH", timer.milliseconds() / rounds, answer + " matches");
}

void write_tables(const KnowledgeGraph& graph, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  std::ofstream nodes(folder / "nodes.csv"), edges(folder / "edges.csv");
  nodes << "id,name,type\n";
  for (std::size_t i = 0; i < graph.entities.size(); ++i)
    nodes << fmt::format("{},{},{}\n", i, graph.entities[i].label, graph.entities[i].type);
  edges << "source,target,relation,confidence\n";
  for (const auto& e : graph.edges)
    edges << fmt::format("{},{},{}{},{}\n", e.source.value, e.target.value, e.negated ? "NOT_" : "",
                         upper_snake(graph.relation(e.relation).name), e.confidence);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: bench_query_speed FILE [PAIRS [TABLES]]\n");
    return 2;
  }
  const std::size_t pairs = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 20;
  const Timer load;
  const auto graph = read_graph(argv[1], ReadDetail::structure);
  const auto read = load.milliseconds();
  const GraphIndex index(graph);
  report("load", load.milliseconds(), fmt::format("{} entities, {} edges", graph.entities.size(), graph.edges.size()));
  const KnowledgeView view(graph);
  fmt::print(stderr, "entente: the file in {:.0f} ms, then the index of paths; the view for queries by {:.0f} ms\n", read,
             load.milliseconds());
  EdgeFilter everything;
  everything.modalities = {Modality::asserted, Modality::possible, Modality::negated};
  const auto mask = apply_filter(graph, everything);
  paths(graph, index, mask, pairs, 1);
  paths(graph, index, mask, pairs, 10);
  neighbourhoods(graph, index, mask, pairs);
  query(view, fmt::format("MATCH (a {{id: '{}'}})-[:OPPOSES]->(b)-[:SUPPORTS]->(c)<-[t:ACCUSES]-(d:State) WHERE t.confidence > 0.7 "
                          "RETURN count(*)",
                          graph.entity(busiest(index)).key));
  if (argc > 3) write_tables(graph, argv[3]);
  return 0;
}
