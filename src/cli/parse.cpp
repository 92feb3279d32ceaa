#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "cli/command.hpp"
#include "entente/extract/resolution.hpp"
#include "entente/language/treebank_analysis.hpp"
#include "entente/schema/schema.hpp"
#include "entente/text/readers.hpp"

namespace entente::cli {

namespace {

class ParseCommand : public Command {
 public:
  std::string name() const override { return "parse"; }
  std::string description() const override { return "Print the words, tags, trees, mentions and names of documents as CoNLL-U"; }
  std::string examples() const override {
    return "  entente parse report.pdf > report.conllu\n"
           "  echo 'Japan fears North Korea.' | entente parse -\n"
           "  entente parse --entities report.pdf\n";
  }
  void add_options(CLI::App& app) override {
    app.add_option("documents", documents_, "Files, folders, or - for standard input")->required();
    app.add_flag("--entities", entities_, "List instead who is meant where: document, place, words, kind, type, entities (tab separated)");
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
        if (entities_) return print_entities(document, encoded, model);
        fmt::print("{}", to_text(model, encoded, document.text, document.id, static_cast<float>(least_)));
      });
    }
    for (const auto& note : diagnostics.sorted()) fmt::print(stderr, "entente: {}\n", note.message);
    return diagnostics.skipped() == 0 ? done : bad_input;
  }

 private:
  /// Names that stand for nobody that the text tells get "-".
  void print_entities(const Document& document, const EncodedDocument& encoded, const LanguageModel& model) {
    if (!schema_) schema_ = std::make_unique<SchemaAndNames>();
    const auto mentions = detect_mentions(encoded, document.text, model, schema_->gazetteer, schema_->schema);
    const auto resolution = resolve_mentions(encoded, document.text, document.title, mentions, model, schema_->schema);
    static constexpr const char* kKinds[] = {"name", "nominal", "pronoun"};
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      const auto& mention = mentions[i].mention;
      std::string who;
      for (const auto id : resolution.of_mention[i]) who += (who.empty() ? "" : "; ") + resolution.entities[id.value].label;
      const auto place = document.to_source(mention.span);
      std::string words(mention.span.of(document.text));
      std::replace(words.begin(), words.end(), '\n', ' ');
      fmt::print("{}\t{}-{}\t{}\t{}\t{}\t{}\n", document.id, place.begin, place.end, words, kKinds[static_cast<int>(mention.kind)],
                 mention.type, who.empty() ? "-" : who);
    }
  }

  struct SchemaAndNames {
    Schema schema = load_schema({});
    GazetteerMatcher gazetteer{schema};
  };

  std::vector<std::string> documents_;
  std::unique_ptr<SchemaAndNames> schema_;
  bool entities_ = false;
  std::string model_;
  ReadOptions options_;
  double least_ = 0.5;
};

}  // namespace

std::unique_ptr<Command> make_parse_command() { return std::make_unique<ParseCommand>(); }

}  // namespace entente::cli
