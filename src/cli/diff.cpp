#include <iostream>

#include "cli/command.hpp"
#include "entente/graph/json_ld.hpp"
#include "entente/query/report.hpp"

namespace entente::cli {

namespace {

class DiffCommand : public Command {
 public:
  std::string name() const override { return "diff"; }
  std::string description() const override { return "Show what a graph gained, lost and changed against another"; }
  std::string examples() const override {
    return "  entente diff monday.jsonld tuesday.jsonld\n  entente diff a.jsonld b.jsonld --format csv\n";
  }
  void add_options(CLI::App& app) override {
    app.add_option("before", before_, "Graph file")->required();
    app.add_option("after", after_, "Graph file")->required();
    app.add_option("--format", format_, "Form of the answer")
        ->check(CLI::IsMember(std::vector<std::string>{"text", "json", "jsonl", "csv"}))
        ->capture_default_str();
  }
  /// As diff(1): 1 says that there is nothing to show.
  int run() override { return write_difference(std::cout, read_graph(before_), read_graph(after_), format_) ? done : nothing_found; }

 private:
  std::filesystem::path before_, after_;
  std::string format_ = "text";
};

}  // namespace

std::unique_ptr<Command> make_diff_command() { return std::make_unique<DiffCommand>(); }

}  // namespace entente::cli
