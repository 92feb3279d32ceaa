#include <iostream>

#include "cli/command.hpp"
#include "cli/graph_options.hpp"
#include "entente/query/report.hpp"

namespace entente::cli {

namespace {

class BalanceCommand : public Command {
 public:
  std::string name() const override { return "balance"; }
  std::string description() const override {
    return "Show where friends of friends are enemies: signed triads and the pairs that strain them";
  }
  std::string examples() const override {
    return "  entente balance graph.jsonld\n  entente balance graph.jsonld --since 2015 --format csv\n";
  }
  void add_options(CLI::App& app) override {
    options_.add_graph(app, {"text", "json", "jsonl", "csv"});
    app.add_option("--top", top_, "Number of triads and pairs to list")->capture_default_str();
    options_.add_filter(app);
  }
  int run() override {
    options_.load_structure();
    write_balance(std::cout, options_.graph(), balance(options_.graph(), options_.index(), options_.mask()), top_, options_.format());
    return done;
  }

 private:
  GraphOptions options_;
  std::size_t top_ = 20;
};

}  // namespace

std::unique_ptr<Command> make_balance_command() { return std::make_unique<BalanceCommand>(); }

}  // namespace entente::cli
