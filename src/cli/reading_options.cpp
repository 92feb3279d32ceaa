#include "cli/reading_options.hpp"

namespace entente::cli {

void ReadingSetup::add_options(CLI::App& app) {
  app.add_option("--schema", overlays_, "Folder whose schema files replace or extend the built-in ones (may be repeated)")
      ->check(CLI::ExistingDirectory);
  app.add_option("--model", model_path_, "Language model in place of the built-in one")->check(CLI::ExistingFile);
  app.add_option("--extractors", extractors_, "Who reads: the trained model, the lexicon's frames, or both")
      ->check(CLI::IsMember({"model", "lexicon", "both"}))
      ->capture_default_str();
  app.add_option("--min-confidence", reading_.min_confidence, "Leave out assertions that are less likely to be right")
      ->check(CLI::Range(0.0, 1.0));
  app.add_option("--threads", threads_, "Number of threads (0: one a core)")->check(CLI::Range(0, 1024));
}

void ReadingSetup::add_input_options(CLI::App& app) {
  app.add_option("--input-format", input_.input_format, "Format of the documents in place of what content and suffix say")
      ->check(CLI::IsMember(input_formats()));
  app.add_option("--max-document-size", max_document_megabytes_, "Largest document in megabytes; larger ones are reported and skipped")
      ->check(CLI::Range(1, 4096))
      ->capture_default_str();
}

void ReadingSetup::load() {
  reading_.use_model = extractors_ != "lexicon";
  reading_.use_lexicon = extractors_ != "model";
  schema_ = load_schema(overlays_);
  model_ = std::make_unique<LanguageModel>(model_path_.empty() ? data_folder("models") / "english.bin" : model_path_);
  confidence_ = std::make_unique<ConfidenceModel>(data_folder("models") / "confidence.json");
  reader_ = std::make_unique<DocumentReader>(schema_, *model_, *confidence_, reading_);
}

PipelineOptions ReadingSetup::pipeline() const {
  PipelineOptions options;
  options.reading = input_;
  options.reading.max_document_size = max_document_megabytes_ << 20;
  options.threads = threads_;
  return options;
}

}  // namespace entente::cli
