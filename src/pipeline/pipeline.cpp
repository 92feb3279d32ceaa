#include "entente/pipeline/pipeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>

#include "pipeline/bounded_queue.hpp"

namespace entente {

namespace {

DocumentRecord record_of(const Document& document) {
  return {document.id, document.title, document.author, document.date, document.url, document.language, document.sha256, 0};
}

/// State shared by the reading thread and the workers.
class Run {
 public:
  Run(const DocumentReader& reader, const PipelineOptions& options, Diagnostics& diagnostics)
      : reader_(reader), options_(options), diagnostics_(diagnostics), queue_(16) {}

  void read_inputs(const std::vector<std::filesystem::path>& inputs) {
    try {
      for (const auto& input : inputs)
        read_documents(input, options_.reading, diagnostics_, [&](Document&& document) {
          if (!options_.wanted || options_.wanted(record_of(document))) queue_.push(std::move(document));
        });
    } catch (...) {
      failure_ = std::current_exception();
    }
    queue_.close();
  }

  void work() {
    while (auto document = queue_.pop()) {
      try {
        auto reading = reader_.read(*document, diagnostics_);
        add(*document, std::move(reading));
      } catch (const std::exception& error) {
        diagnostics_.add({document->id, fmt::format("could not be analysed: {}", error.what()), true});
      }
    }
  }

  std::vector<DocumentGraph> finish(Progress& total) {
    if (failure_) std::rethrow_exception(failure_);
    std::sort(graphs_.begin(), graphs_.end(), [](const auto& a, const auto& b) { return a.document < b.document; });
    drop_double_ids();
    total = progress_;
    return std::move(graphs_);
  }

 private:
  void add(const Document& document, DocumentReading reading) {
    DocumentGraph graph{record_of(document), std::move(reading.entities), std::move(reading.assertions)};
    graph.document.sentences = reading.sentences;
    const std::lock_guard lock(mutex_);
    progress_.documents += 1;
    progress_.assertions += graph.assertions.size();
    progress_.sentences += reading.sentences;
    progress_.words += reading.words;
    // A document in another language says nothing that could be read and is no part of the graph.
    if (reading.sentences != 0 || document.language.empty() || document.language == "en") graphs_.push_back(std::move(graph));
    if (options_.on_progress) options_.on_progress(progress_);
  }

  void drop_double_ids() {
    const auto same = [&](const DocumentGraph& kept, const DocumentGraph& other) {
      if (kept.document.id != other.document.id) return false;
      const bool equal = kept.document.sha256 == other.document.sha256;
      diagnostics_.add({other.document.id, equal ? "given twice, read once" : "two documents have this id, only one is kept", !equal});
      return true;
    };
    graphs_.erase(std::unique(graphs_.begin(), graphs_.end(), same), graphs_.end());
  }

  const DocumentReader& reader_;
  const PipelineOptions& options_;
  Diagnostics& diagnostics_;
  BoundedQueue<Document> queue_;
  std::mutex mutex_;
  std::vector<DocumentGraph> graphs_;
  Progress progress_;
  std::exception_ptr failure_;
};

}  // namespace

std::vector<DocumentGraph> read_document_graphs(const std::vector<std::filesystem::path>& inputs, const DocumentReader& reader,
                                                const PipelineOptions& options, Diagnostics& diagnostics, Progress& total) {
  Run run(reader, options, diagnostics);
  const auto threads = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::thread> workers;
  for (unsigned i = 0; i < threads; ++i) workers.emplace_back([&] { run.work(); });
  run.read_inputs(inputs);
  for (auto& worker : workers) worker.join();
  return run.finish(total);
}

}  // namespace entente
