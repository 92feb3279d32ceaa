#include <iostream>

#include "cli/command.hpp"
#include "cli/graph_options.hpp"
#include "entente/query/report.hpp"

namespace entente::cli {

namespace {

class StatsCommand : public Command {
 public:
  std::string name() const override { return "stats"; }
  std::string description() const override { return "Count what the graph holds"; }
  std::string examples() const override { return "  entente stats graph.jsonld\n  entente stats graph.jsonld --format json\n"; }
  void add_options(CLI::App& app) override {
    options_.add_graph(app, {"text", "json", "jsonl", "csv"});
    options_.add_filter(app);
  }
  int run() override {
    options_.include_denials();
    options_.load();
    write_statistics(std::cout, options_.graph(), options_.mask(), options_.format());
    return done;
  }

 private:
  GraphOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_stats_command() { return std::make_unique<StatsCommand>(); }

}  // namespace entente::cli
