#include <fmt/format.h>

#include <cstdio>

#include "cli/score.hpp"
#include "cli/score_table.hpp"
#include "entente/graph/annotation_file.hpp"

namespace entente::cli {

namespace {

class ScoreGraphCommand : public Command {
 public:
  std::string name() const override { return "graph"; }
  std::string description() const override { return "Compare the edges of one document with a gold graph"; }
  std::string examples() const override { return "  entente score graph gold.jsonl assertions.jsonl --misses 20\n"; }
  void add_options(CLI::App& app) override {
    app.add_option("gold", gold_, "Annotated graph")->required()->check(CLI::ExistingFile);
    app.add_option("system", system_, "Assertion lines, or another annotated graph")->required()->check(CLI::ExistingFile);
    app.add_option("--misses", misses_, "Print so many edges that are missing and that are too many");
    app.add_option("--schema", overlays_, "Folder whose schema files replace or extend the built-in ones")->check(CLI::ExistingDirectory);
  }
  int run() override {
    const auto schema = load_schema(overlays_);
    const auto score = score_graph(read_annotated_graph(gold_), read_annotated_graph(system_), schema);
    print_score(score, misses_);
    return done;
  }

 private:
  std::filesystem::path gold_;
  std::filesystem::path system_;
  std::vector<std::filesystem::path> overlays_;
  std::size_t misses_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_score_graph_command() { return std::make_unique<ScoreGraphCommand>(); }

}  // namespace entente::cli
