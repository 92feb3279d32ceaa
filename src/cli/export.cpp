#include "cli/command.hpp"
#include "cli/export_options.hpp"
#include "entente/base/error.hpp"
#include "entente/graph/json_ld.hpp"

namespace entente::cli {

namespace {

class ExportCommand : public Command {
 public:
  std::string name() const override { return "export"; }
  std::string description() const override { return "Write a graph, or a part of it, in the format of another tool"; }
  std::string examples() const override {
    return "  entente export graph.jsonld -o graph.gexf\n"
           "  entente export graph.jsonld --top 40 -o graph.svg\n"
           "  entente export graph.jsonld --around \"Aegis Ashore\" --hops 2 --families conflict -o fears.pdf\n"
           "  entente export graph.jsonld --format neo4j -o import\n"
           "Formats:\n" +
           describe_export_formats();
  }

  void add_options(CLI::App& app) override {
    app.add_option("graph", graph_, "Graph file (JSON-LD of this program); - is standard input")->required()->type_name("GRAPH");
    app.add_option("-o,--output", output_, "File or folder to write; - is standard output")->required()->type_name("OUT");
    app.add_option("-f,--format", format_, "Format; by the suffix of OUT if not given")->type_name("FORMAT");
    add_selection_options(app, selection_);
    add_writing_options(app, options_);
  }

  int run() override {
    const auto format = format_.empty() ? export_format_of(output_).name : find_export_format(format_).name;
    auto graph = read_graph(graph_);
    if (!selection_.empty()) {
      graph = select(graph, selection_);
      if (graph.entities.empty()) throw NothingFound("nothing in the graph fits the selection; nothing is written");
    }
    export_graph(graph, format, options_, output_);
    return done;
  }

 private:
  std::string graph_;
  std::string output_;
  std::string format_;
  Selection selection_;
  ExportOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_export_command() { return std::make_unique<ExportCommand>(); }

}  // namespace entente::cli
