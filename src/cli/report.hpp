// What a command that reads documents tells at its end.
#pragma once

#include "entente/base/diagnostics.hpp"
#include "entente/graph/knowledge_graph.hpp"
#include "entente/pipeline/pipeline.hpp"

namespace entente::cli {

/// How the end of a run is told.
struct ReportOptions {
  bool quiet = false;  ///< say nothing but what was skipped
  bool json = false;   ///< one JSON object on standard error
};

/// Prints what was skipped and what else is to be known of the documents, then the summary with the number of both, to standard error.
/// Returns the exit code: `bad_input` if anything was skipped.
int report_run(const Diagnostics& diagnostics, const Progress& total, const KnowledgeGraph& graph, double seconds,
               const ReportOptions& options);

}  // namespace entente::cli
