#include <iostream>

#include "cli/command.hpp"
#include "cli/graph_options.hpp"
#include "entente/query/report.hpp"

namespace entente::cli {

namespace {

class CommunitiesCommand : public Command {
 public:
  std::string name() const override { return "communities"; }
  std::string description() const override { return "List groups of entities that have more to do with each other than with others"; }
  std::string examples() const override {
    return "  entente communities graph.jsonld\n  entente communities graph.jsonld --families cooperation --format json\n";
  }
  void add_options(CLI::App& app) override {
    options_.add_graph(app, {"text", "json", "jsonl", "csv"});
    app.add_option("--min-size", least_, "Leave smaller groups out")->capture_default_str();
    options_.add_filter(app);
  }
  int run() override {
    options_.load_structure();
    auto groups = communities(options_.graph(), options_.index(), options_.mask());
    std::erase_if(groups, [this](const auto& group) { return group.size() < least_; });
    write_groups(std::cout, options_.graph(), groups, "community", options_.format());
    return done;
  }

 private:
  GraphOptions options_;
  std::size_t least_ = 1;
};

}  // namespace

std::unique_ptr<Command> make_communities_command() { return std::make_unique<CommunitiesCommand>(); }

}  // namespace entente::cli
