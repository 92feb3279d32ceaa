#include "cli/graph_result.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "cli/command.hpp"
#include "entente/graph/json_ld.hpp"

namespace entente::cli {

int deliver(const std::string& path, const KnowledgeGraph& graph, const Diagnostics& diagnostics, bool quiet) {
  for (const auto& note : diagnostics.sorted())
    if (!quiet || note.skipped) fmt::print(stderr, "entente: {}: {}\n", note.source, note.message);
  write_graph(path, graph);
  if (!quiet && path != "-") {
    fmt::print(stderr, "{}: {} documents, {} entities, {} edges\n", path, graph.documents.size(), graph.entities.size(),
               graph.edges.size());
  }
  return diagnostics.skipped() > 0 ? bad_input : done;
}

}  // namespace entente::cli
