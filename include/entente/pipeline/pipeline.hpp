// From files to document graphs: reading and analysis of many documents on several threads.
#pragma once

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "entente/base/diagnostics.hpp"
#include "entente/extract/document_reader.hpp"
#include "entente/graph/document_graph.hpp"
#include "entente/text/readers.hpp"

namespace entente {

/// What is being done, for a progress display; called from several threads, one at a time.
struct Progress {
  std::size_t documents = 0;
  std::size_t assertions = 0;
  std::size_t sentences = 0;
  std::size_t words = 0;
};

struct PipelineOptions {
  ReadOptions reading;
  unsigned threads = 0;  ///< 0: one a core
  std::function<void(const Progress&)> on_progress;
  /// Whether a document must be read, given its record; an unchanged one of an existing graph is not. Empty: all are.
  std::function<bool(const DocumentRecord&)> wanted;
};

/// The graphs of all documents that could be read, sorted by document id; what could not is in `diagnostics`.
///
/// The result does not depend on the order of `inputs` or the number of threads. Of several documents with one id the one with the least
/// hash is kept and the others are noted.
std::vector<DocumentGraph> read_document_graphs(const std::vector<std::filesystem::path>& inputs, const DocumentReader& reader,
                                                const PipelineOptions& options, Diagnostics& diagnostics, Progress& total);

}  // namespace entente
