#include <filesystem>
#include <optional>

#include "cli/command.hpp"
#include "cli/progress_bar.hpp"
#include "cli/reading_options.hpp"
#include "cli/report.hpp"
#include "entente/base/error.hpp"
#include "entente/export/exporter.hpp"
#include "entente/graph/merge.hpp"

namespace entente::cli {

namespace {

class BuildCommand : public Command {
 public:
  std::string name() const override { return "build"; }
  std::string description() const override { return "Read documents and write one graph"; }
  std::string examples() const override {
    return "  entente build news/ paper.pdf -o graph.jsonld\n"
           "  entente build news/*.txt -o graph.svg\n"
           "  cat article.txt | entente build - --format assertions -o -\n"
           "  entente build deals/ --schema my-schema -o deals.jsonld\n";
  }
  void add_options(CLI::App& app) override {
    app.add_option("documents", documents_, "Files, folders, or - for standard input")->required();
    app.add_option("-o,--output", output_, "File to write; - for standard output")->required();
    app.add_option("--format", format_, "Format in place of what the suffix of the output says");
    app.add_option("--merge-rules", merge_rules_, "JSON file that forces or forbids merges of entities")->check(CLI::ExistingFile);
    app.add_flag("--quiet", report_.quiet, "Say nothing but what was skipped");
    app.add_flag("--json", report_.json, "Print the summary as JSON");
    setup_.add_options(app);
    setup_.add_input_options(app);
  }
  int run() override {
    const auto format = !format_.empty() ? find_export_format(format_).name : output_ == "-" ? "jsonld" : export_format_of(output_).name;
    setup_.load();
    Diagnostics diagnostics;
    const auto inputs = expand_inputs(documents_, diagnostics);
    Progress total;
    ProgressBar bar(inputs.size(), report_.quiet);
    auto options = setup_.pipeline();
    options.on_progress = [&](const Progress& progress) { bar.show(progress); };
    auto graphs = read_document_graphs(inputs, setup_.reader(), options, diagnostics, total);
    const auto rules = merge_rules_.empty() ? MergeRules{} : read_merge_rules(merge_rules_);
    const auto graph = merge(std::move(graphs), setup_.schema(), diagnostics, rules);
    export_graph(graph, format, {}, output_);
    return report_run(diagnostics, total, graph, bar.seconds(), report_);
  }

 private:
  std::vector<std::filesystem::path> documents_;
  std::filesystem::path output_;
  std::string format_;
  std::filesystem::path merge_rules_;
  ReportOptions report_;
  ReadingSetup setup_;
};

}  // namespace

std::unique_ptr<Command> make_build_command() { return std::make_unique<BuildCommand>(); }

}  // namespace entente::cli
