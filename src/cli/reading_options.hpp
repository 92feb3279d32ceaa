// The options of every command that reads documents.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "entente/extract/document_reader.hpp"
#include "entente/language/language_model.hpp"
#include "entente/pipeline/pipeline.hpp"
#include "entente/schema/schema.hpp"

namespace entente::cli {

/// Options for schema, model, threads and extractors, and what they load.
class ReadingSetup {
 public:
  void add_options(CLI::App& app);
  void add_input_options(CLI::App& app);
  /// Loads schema and model. Throws `SchemaError` or `ModelError`.
  void load();

  const Schema& schema() const { return schema_; }
  /// Keep also what is below the threshold of the confidence model, for fitting it.
  void keep_unlikely() { reading_.keep_unlikely = true; }
  const DocumentReader& reader() const { return *reader_; }
  PipelineOptions pipeline() const;

 private:
  std::vector<std::filesystem::path> overlays_;
  std::filesystem::path model_path_;
  std::string extractors_ = "both";
  ReadingOptions reading_;
  ReadOptions input_;
  unsigned threads_ = 0;
  std::size_t max_document_megabytes_ = 64;
  Schema schema_;
  std::unique_ptr<LanguageModel> model_;
  std::unique_ptr<ConfidenceModel> confidence_;
  std::unique_ptr<DocumentReader> reader_;
};

}  // namespace entente::cli
