#include "cli/graph_result.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "cli/command.hpp"
#include "entente/graph/json_ld.hpp"

namespace entente::cli {

namespace {

std::string counted(std::size_t count, const char* one, const char* many) { return fmt::format("{} {}", count, count == 1 ? one : many); }

}  // namespace

int deliver(const std::string& path, const KnowledgeGraph& graph, const Diagnostics& diagnostics, bool quiet) {
  for (const auto& note : diagnostics.sorted())
    if (!quiet || note.skipped) fmt::print(stderr, "entente: {}: {}\n", note.source, note.message);
  write_graph(path, graph);
  if (!quiet && path != "-") {
    fmt::print(stderr, "{}: {}, {}, {}\n", path, counted(graph.documents.size(), "document", "documents"),
               counted(graph.entities.size(), "entity", "entities"), counted(graph.edges.size(), "edge", "edges"));
  }
  return diagnostics.skipped() > 0 ? bad_input : done;
}

}  // namespace entente::cli
