#include <fmt/format.h>

#include <cstdio>

#include "cli/command.hpp"
#include "entente/base/error.hpp"
#include "entente/text/readers.hpp"
#include "entente/text/sentences.hpp"

namespace entente::cli {

namespace {

class TextCommand : public Command {
 public:
  std::string name() const override { return "text"; }
  std::string description() const override { return "Print the clean text of documents as the readers see it"; }
  std::string examples() const override {
    return "  entente text report.pdf                 the blocks, one a line, each after its kind\n"
           "  entente text --sentences article.html   the sentences, one a line, words apart\n"
           "  curl -s https://example.org/ | entente text -\n";
  }
  void add_options(CLI::App& app) override {
    app.add_option("documents", documents_, "Files, folders, or - for standard input")->required();
    app.add_flag("--sentences", sentences_, "Print sentences instead of blocks");
    app.add_option("--input-format", options_.input_format, "Format of the input instead of the detected one")
        ->check(CLI::IsMember(input_formats()));
    app.add_option("--max-document-size", options_.max_document_size, "Largest document, in bytes")->transform(CLI::AsSizeValue(false));
  }

  int run() override {
    Diagnostics diagnostics;
    const std::vector<std::filesystem::path> arguments(documents_.begin(), documents_.end());
    for (const auto& path : expand_inputs(arguments, diagnostics))
      read_documents(path, options_, diagnostics, [&](Document&& document) { print(document); });
    for (const auto& note : diagnostics.sorted()) fmt::print(stderr, "entente: {}\n", note.message);
    return diagnostics.skipped() == 0 ? done : bad_input;
  }

 private:
  void print(const Document& document) const {
    print_head(document);
    if (!sentences_) {
      fmt::print("{}\n", to_text(document));
      return;
    }
    for (const auto& sentence : split_sentences(document)) {
      std::string line;
      for (const auto& word : sentence.words) line.append(line.empty() ? "" : " ").append(word.of(document.text));
      fmt::print("{}\n", line);
    }
    fmt::print("\n");
  }

  static void print_head(const Document& document) {
    fmt::print("# id = {}\n", document.id);
    const std::pair<const char*, const std::string&> fields[] = {{"title", document.title},
                                                                 {"author", document.author},
                                                                 {"date", document.date},
                                                                 {"url", document.url},
                                                                 {"language", document.language}};
    for (const auto& [name, value] : fields)
      if (!value.empty()) fmt::print("# {} = {}\n", name, value);
  }

  std::vector<std::string> documents_;
  ReadOptions options_;
  bool sentences_ = false;
};

}  // namespace

std::unique_ptr<Command> make_text_command() { return std::make_unique<TextCommand>(); }

}  // namespace entente::cli
