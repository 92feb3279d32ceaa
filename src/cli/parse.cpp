#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "cli/command.hpp"
#include "entente/language/treebank_analysis.hpp"
#include "entente/schema/schema.hpp"
#include "entente/text/readers.hpp"

namespace entente::cli {

namespace {

class ParseCommand : public Command {
 public:
  std::string name() const override { return "parse"; }
  std::string description() const override { return "Print the words, tags, trees and mentions of documents as CoNLL-U"; }
  std::string examples() const override {
    return "  entente parse report.pdf > report.conllu\n"
           "  echo 'Japan fears North Korea.' | entente parse -\n";
  }
  void add_options(CLI::App& app) override {
    app.add_option("documents", documents_, "Files, folders, or - for standard input")->required();
    app.add_option("--least-mention", least_, "Least probability of a mention, 0 to 1")->capture_default_str()->check(CLI::Range(0.0, 1.0));
    app.add_option("--model", model_, "Model file instead of the built-in one");
    app.add_option("--input-format", options_.input_format, "Format of the input instead of the detected one")
        ->check(CLI::IsMember(input_formats()));
  }

  int run() override {
    const LanguageModel model(model_.empty() ? data_folder("models") / "english.bin" : std::filesystem::path(model_));
    Diagnostics diagnostics;
    const std::vector<std::filesystem::path> arguments(documents_.begin(), documents_.end());
    for (const auto& path : expand_inputs(arguments, diagnostics)) {
      read_documents(path, options_, diagnostics, [&](Document&& document) {
        const auto encoded = model.analyse(document.text, split_sentences(document));
        fmt::print("{}", to_text(model, encoded, document.text, document.id, static_cast<float>(least_)));
      });
    }
    for (const auto& note : diagnostics.sorted()) fmt::print(stderr, "entente: {}\n", note.message);
    return diagnostics.skipped() == 0 ? done : bad_input;
  }

 private:
  std::vector<std::string> documents_;
  std::string model_;
  ReadOptions options_;
  double least_ = 0.5;
};

}  // namespace

std::unique_ptr<Command> make_parse_command() { return std::make_unique<ParseCommand>(); }

}  // namespace entente::cli
