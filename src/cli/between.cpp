#include <iostream>

#include "cli/command.hpp"
#include "cli/graph_options.hpp"
#include "entente/base/error.hpp"
#include "entente/query/path.hpp"
#include "entente/query/report.hpp"

namespace entente::cli {

namespace {

class BetweenCommand : public Command {
 public:
  std::string name() const override { return "between"; }
  std::string description() const override { return "Show all that is said between two entities, contradictions side by side"; }
  std::string examples() const override {
    return "  entente between graph.jsonld Russia Japan\n  entente between graph.jsonld Iran \"United States\" --modality "
           "asserted,possible,negated --format dot\n";
  }
  void add_options(CLI::App& app) override {
    options_.add_graph(app, {"text", "json", "jsonl", "csv", "dot"});
    app.add_option("a", a_, "Name, alias or id of one entity")->required();
    app.add_option("b", b_, "Name, alias or id of the other")->required();
    options_.add_filter(app);
  }
  int run() override {
    options_.include_denials();
    options_.load_structure();
    const auto a = options_.entity(a_), b = options_.entity(b_);
    const auto edges = edges_between(options_.graph(), options_.index(), options_.mask(), a, b, false);
    if (edges.empty())
      throw NothingFound("nothing is said between " + options_.graph().entity(a).label + " and " + options_.graph().entity(b).label);
    options_.complete(edges);
    write_between(std::cout, options_.graph(), a, b, edges, options_.format());
    return done;
  }

 private:
  GraphOptions options_;
  std::string a_, b_;
};

}  // namespace

std::unique_ptr<Command> make_between_command() { return std::make_unique<BetweenCommand>(); }

}  // namespace entente::cli
