#include <iostream>

#include "cli/command.hpp"
#include "cli/graph_options.hpp"
#include "entente/base/error.hpp"
#include "entente/query/path.hpp"
#include "entente/query/report.hpp"

namespace entente::cli {

namespace {

class NeighboursCommand : public Command {
 public:
  std::string name() const override { return "neighbours"; }
  std::string description() const override { return "Show who stands in a relation to an entity, with the best quote"; }
  std::string examples() const override {
    return "  entente neighbours graph.jsonld NATO\n  entente neighbours graph.jsonld Iran --relations sanctions --format csv\n"
           "  entente neighbours graph.jsonld Japan --hops 2 --families conflict\n";
  }
  void add_options(CLI::App& app) override {
    options_.add_graph(app, {"text", "json", "jsonl", "csv", "dot"});
    app.add_option("entity", entity_, "Name, alias or id of the entity")->required();
    app.add_option("--hops", hops_, "List the entities up to this far away, without quotes if it is more than 1")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    options_.add_filter(app);
  }
  int run() override {
    if (hops_ == 1) options_.include_denials();
    options_.load_structure();
    const auto entity = options_.entity(entity_);
    if (hops_ > 1) {
      const auto rings = neighbourhood(options_.index(), options_.mask(), entity, hops_);
      write_rings(std::cout, options_.graph(), rings, options_.format());
      return rings.size() > 1 ? done : nothing_found;
    }
    const auto edges = edges_at(options_.index(), options_.mask(), entity);
    if (edges.empty()) throw NothingFound("no edge at " + options_.graph().entity(entity).label + " passes the filter");
    options_.complete(edges);
    write_neighbours(std::cout, options_.graph(), edges, entity, options_.format());
    return done;
  }

 private:
  GraphOptions options_;
  std::string entity_;
  std::size_t hops_ = 1;
};

}  // namespace

std::unique_ptr<Command> make_neighbours_command() { return std::make_unique<NeighboursCommand>(); }

}  // namespace entente::cli
