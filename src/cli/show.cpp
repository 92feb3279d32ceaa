#include <iostream>

#include "cli/command.hpp"
#include "cli/graph_options.hpp"
#include "entente/query/report.hpp"

namespace entente::cli {

namespace {

class ShowCommand : public Command {
 public:
  std::string name() const override { return "show"; }
  std::string description() const override { return "Show all that the graph holds about an entity"; }
  std::string examples() const override {
    return "  entente show graph.jsonld Japan\n  entente show graph.jsonld Moscow --families conflict --format json\n";
  }
  void add_options(CLI::App& app) override {
    options_.add_graph(app, {"text", "json", "jsonl"});
    app.add_option("entity", entity_, "Name, alias or id of the entity")->required();
    options_.add_filter(app);
  }
  int run() override {
    options_.include_denials();
    options_.load();
    write_entity(std::cout, options_.graph(), options_.index(), options_.mask(), options_.entity(entity_), options_.format());
    return done;
  }

 private:
  GraphOptions options_;
  std::string entity_;
};

}  // namespace

std::unique_ptr<Command> make_show_command() { return std::make_unique<ShowCommand>(); }

}  // namespace entente::cli
