#include "entente/graph/explain_merge.hpp"

#include <fmt/format.h>

#include "cli/command.hpp"
#include "entente/graph/json_ld.hpp"
#include "entente/graph/lookup.hpp"

namespace entente::cli {

namespace {

class ExplainMergeCommand : public Command {
 public:
  std::string name() const override { return "explain-merge"; }
  std::string description() const override { return "Show what the documents call an entity and why that is one thing"; }
  std::string examples() const override { return "  entente explain-merge graph.jsonld Lavrov\n"; }
  void add_options(CLI::App& app) override {
    app.add_option("graph", graph_, "Graph in JSON-LD")->required();
    app.add_option("entity", entity_, "Name, key or Wikidata item")->required();
    app.add_flag("--json", json_, "One JSON object");
  }
  int run() override {
    const auto graph = read_graph(graph_, ReadDetail::without_evidence_text);
    const auto id = resolve_entity(graph, entity_);
    fmt::print("{}", json_ ? explain_merge_json(graph, id) : explain_merge_text(graph, id));
    return done;
  }

 private:
  std::string graph_, entity_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_explain_merge_command() { return std::make_unique<ExplainMergeCommand>(); }

}  // namespace entente::cli
