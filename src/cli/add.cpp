#include <filesystem>

#include "cli/command.hpp"
#include "cli/progress_bar.hpp"
#include "cli/reading_options.hpp"
#include "cli/report.hpp"
#include "entente/graph/json_ld.hpp"
#include "entente/graph/merge.hpp"

namespace entente::cli {

namespace {

class AddCommand : public Command {
 public:
  std::string name() const override { return "add"; }
  std::string description() const override { return "Read more documents into a graph; unchanged ones are not read again"; }
  std::string examples() const override {
    return "  entente add graph.jsonld today.html\n  entente add graph.jsonld news/ -o larger.jsonld\n";
  }
  void add_options(CLI::App& app) override {
    app.add_option("graph", graph_, "Graph to add to")->required()->check(CLI::ExistingFile);
    app.add_option("documents", documents_, "Files, folders, or - for standard input")->required();
    app.add_option("-o,--output", output_, "File to write in place of the graph itself");
    app.add_flag("--quiet", report_.quiet, "Say nothing but what was skipped");
    app.add_flag("--json", report_.json, "Print the summary as JSON");
    setup_.add_options(app);
    setup_.add_input_options(app);
  }
  int run() override {
    setup_.load();
    const auto graph = read_graph(graph_);
    Diagnostics diagnostics;
    const auto inputs = expand_inputs(documents_, diagnostics);
    Progress total;
    ProgressBar bar(inputs.size(), report_.quiet);
    auto options = setup_.pipeline();
    options.on_progress = [&](const Progress& progress) { bar.show(progress); };
    options.wanted = [&](const DocumentRecord& record) { return !documents_to_read(graph, {{record.id, record.sha256}}).empty(); };
    auto graphs = read_document_graphs(inputs, setup_.reader(), options, diagnostics, total);
    const auto larger = add_documents(graph, std::move(graphs), relations_of(setup_.schema()), diagnostics);
    write_graph(output_.empty() ? graph_ : output_, larger);
    return report_run(diagnostics, total, larger, bar.seconds(), report_);
  }

 private:
  std::filesystem::path graph_;
  std::vector<std::filesystem::path> documents_;
  std::filesystem::path output_;
  ReportOptions report_;
  ReadingSetup setup_;
};

}  // namespace

std::unique_ptr<Command> make_add_command() { return std::make_unique<AddCommand>(); }

}  // namespace entente::cli
