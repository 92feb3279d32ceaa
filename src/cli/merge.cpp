#include "entente/graph/merge.hpp"

#include "cli/command.hpp"
#include "cli/graph_result.hpp"
#include "entente/graph/iri.hpp"
#include "entente/graph/json_ld.hpp"

namespace entente::cli {

namespace {

class MergeCommand : public Command {
 public:
  std::string name() const override { return "merge"; }
  std::string description() const override { return "Join graphs into the one that a build over all their documents would give"; }
  std::string examples() const override {
    return "  entente merge 2019.jsonld 2020.jsonld -o both.jsonld\n"
           "  entente merge a.jsonld --merge-rules rules.json -o b.jsonld   (apply rules to a graph)\n";
  }
  void add_options(CLI::App& app) override {
    app.add_option("graph", graphs_, "Graphs in JSON-LD")->required();
    app.add_option("-o,--output", output_, "File to write; - is standard output")->required();
    app.add_option("--merge-rules", rules_,
                   "JSON file of entities to join and to keep apart: {\"merge\":[[\"A\",\"B\"]],\"separate\":[[\"A\",\"B\"]]}");
    app.add_option("--base", base_, "IRI that the ids of the file hang below; default: that of the graphs");
    app.add_flag("-q,--quiet", quiet_, "Print errors only");
  }
  int run() override {
    std::vector<KnowledgeGraph> graphs;
    if (!base_.empty()) check_base(base_);
    for (const auto& path : graphs_) {
      graphs.push_back(read_graph(path));
      if (!base_.empty()) graphs.back().base = base_;
    }
    if (!rules_.empty()) graphs.front().rules = unite(graphs.front().rules, read_merge_rules(rules_));
    Diagnostics diagnostics;
    return deliver(output_, merge_graphs(graphs, diagnostics), diagnostics, quiet_);
  }

 private:
  std::vector<std::string> graphs_;
  std::string output_, rules_, base_;
  bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_merge_command() { return std::make_unique<MergeCommand>(); }

}  // namespace entente::cli
