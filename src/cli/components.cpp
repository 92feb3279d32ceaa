#include <iostream>

#include "cli/command.hpp"
#include "cli/graph_options.hpp"
#include "entente/query/report.hpp"

namespace entente::cli {

namespace {

class ComponentsCommand : public Command {
 public:
  std::string name() const override { return "components"; }
  std::string description() const override { return "List the parts of the graph that hang together"; }
  std::string examples() const override {
    return "  entente components graph.jsonld\n  entente components graph.jsonld --families cooperation --format json\n";
  }
  void add_options(CLI::App& app) override {
    options_.add_graph(app, {"text", "json", "jsonl", "csv"});
    app.add_option("--min-size", least_, "Leave smaller groups out")->capture_default_str();
    options_.add_filter(app);
  }
  int run() override {
    options_.load_structure();
    auto groups = components(options_.graph(), options_.index(), options_.mask());
    std::erase_if(groups, [this](const auto& group) { return group.size() < least_; });
    write_groups(std::cout, options_.graph(), groups, "component", options_.format());
    return done;
  }

 private:
  GraphOptions options_;
  std::size_t least_ = 1;
};

}  // namespace

std::unique_ptr<Command> make_components_command() { return std::make_unique<ComponentsCommand>(); }

}  // namespace entente::cli
