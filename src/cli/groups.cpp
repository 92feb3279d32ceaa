#include <iostream>

#include "cli/command.hpp"
#include "cli/graph_options.hpp"
#include "entente/query/report.hpp"

namespace entente::cli {

namespace {

/// Lists groups of entities, largest first; what makes a group is said by the derived commands.
class GroupsCommand : public Command {
 public:
  std::string examples() const override {
    return "  entente " + name() + " graph.jsonld\n  entente " + name() + " graph.jsonld --families cooperation --format json\n";
  }
  void add_options(CLI::App& app) override {
    options_.add_graph(app, {"text", "json", "jsonl", "csv"});
    app.add_option("--min-size", least_, "Leave smaller groups out")->capture_default_str();
    options_.add_filter(app);
  }
  int run() override {
    options_.load_structure();
    auto found = groups();
    std::erase_if(found, [this](const auto& group) { return group.size() < least_; });
    write_groups(std::cout, options_.graph(), found, one_group(), options_.format());
    return done;
  }

 protected:
  virtual std::vector<std::vector<EntityId>> groups() const = 0;
  virtual std::string one_group() const = 0;

  GraphOptions options_;

 private:
  std::size_t least_ = 1;
};

class CommunitiesCommand : public GroupsCommand {
 public:
  std::string name() const override { return "communities"; }
  std::string description() const override { return "List groups of entities that have more to do with each other than with others"; }

 protected:
  std::vector<std::vector<EntityId>> groups() const override { return communities(options_.graph(), options_.index(), options_.mask()); }
  std::string one_group() const override { return "community"; }
};

class ComponentsCommand : public GroupsCommand {
 public:
  std::string name() const override { return "components"; }
  std::string description() const override { return "List the parts of the graph that hang together"; }

 protected:
  std::vector<std::vector<EntityId>> groups() const override { return components(options_.graph(), options_.index(), options_.mask()); }
  std::string one_group() const override { return "component"; }
};

}  // namespace

std::unique_ptr<Command> make_communities_command() { return std::make_unique<CommunitiesCommand>(); }
std::unique_ptr<Command> make_components_command() { return std::make_unique<ComponentsCommand>(); }

}  // namespace entente::cli
