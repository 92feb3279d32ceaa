#include <fmt/format.h>

#include <iostream>
#include <set>

#include "cli/command.hpp"
#include "cli/graph_options.hpp"
#include "entente/base/error.hpp"
#include "entente/query/path.hpp"
#include "entente/query/report.hpp"

namespace entente::cli {

namespace {

class WhyCommand : public Command {
 public:
  std::string name() const override { return "why"; }
  std::string description() const override { return "Show every sentence behind an edge, with the rule or model that read it"; }
  std::string examples() const override {
    return "  entente why graph.jsonld Russia opposes \"Aegis Ashore\"\n  entente why graph.jsonld Russia Japan --format jsonl\n";
  }
  void add_options(CLI::App& app) override {
    options_.add_graph(app, {"text", "json", "jsonl", "csv"});
    app.add_option("words", words_, "SOURCE [RELATION] TARGET")->required()->expected(2, 3);
    options_.add_filter(app);
  }
  int run() override {
    options_.include_denials();
    options_.load_structure();
    const auto source = options_.entity(words_.front()), target = options_.entity(words_.back());
    std::vector<EdgeId> edges;
    for (const auto id : edges_between(options_.graph(), options_.index(), options_.mask(), source, target, true))
      if (words_.size() == 2 || options_.graph().relation(options_.graph().edge(id).relation).name == words_[1]) edges.push_back(id);
    if (edges.empty()) throw NothingFound(what_there_is(source, target));
    options_.complete(edges);
    write_reasons(std::cout, options_.graph(), edges, options_.format());
    return done;
  }

 private:
  std::string what_there_is(EntityId source, EntityId target) const {
    const auto& graph = options_.graph();
    std::set<std::string> relations;
    for (const auto id : edges_between(graph, options_.index(), options_.mask(), source, target, true))
      relations.insert(graph.relation(graph.edge(id).relation).name);
    const auto ends = fmt::format("from {} to {}", graph.entity(source).label, graph.entity(target).label);
    if (relations.empty()) return fmt::format("nothing leads {}; 'entente between' shows what is said both ways", ends);
    return fmt::format("no edge '{}' leads {}; there is {}", words_[1], ends, fmt::join(relations, ", "));
  }

  GraphOptions options_;
  std::vector<std::string> words_;
};

}  // namespace

std::unique_ptr<Command> make_why_command() { return std::make_unique<WhyCommand>(); }

}  // namespace entente::cli
