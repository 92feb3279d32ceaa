#include "cli/command.hpp"
#include "cli/graph_result.hpp"
#include "entente/graph/json_ld.hpp"
#include "entente/graph/merge.hpp"

namespace entente::cli {

namespace {

class RemoveCommand : public Command {
 public:
  std::string name() const override { return "remove"; }
  std::string description() const override { return "Take documents out of a graph, with all that only they said"; }
  std::string examples() const override {
    return "  entente remove graph.jsonld op-ed.txt\n"
           "  entente remove graph.jsonld 2019-01.txt 2019-02.txt -o smaller.jsonld\n";
  }
  void add_options(CLI::App& app) override {
    app.add_option("graph", graph_, "Graph in JSON-LD")->required();
    app.add_option("document", documents_, "Ids of documents")->required();
    app.add_option("-o,--output", output_, "File to write; default: the graph itself");
    app.add_flag("-q,--quiet", quiet_, "Print errors only");
  }
  int run() override {
    const auto rest = remove_documents(read_graph(graph_), documents_);
    return deliver(output_.empty() ? graph_ : output_, rest, Diagnostics{}, quiet_);
  }

 private:
  std::string graph_, output_;
  std::vector<std::string> documents_;
  bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_remove_command() { return std::make_unique<RemoveCommand>(); }

}  // namespace entente::cli
