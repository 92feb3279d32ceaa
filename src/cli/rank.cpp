#include <iostream>

#include "cli/command.hpp"
#include "cli/graph_options.hpp"
#include "entente/query/report.hpp"

namespace entente::cli {

namespace {

class RankCommand : public Command {
 public:
  std::string name() const override { return "rank"; }
  std::string description() const override { return "Rank entities by degree, PageRank or betweenness"; }
  std::string examples() const override {
    return "  entente rank graph.jsonld\n  entente rank graph.jsonld --by betweenness --top 10 --format csv\n";
  }
  void add_options(CLI::App& app) override {
    options_.add_graph(app, {"text", "json", "jsonl", "csv"});
    app.add_option("--by", by_, "degree, pagerank or betweenness")
        ->check(CLI::IsMember(std::vector<std::string>{"degree", "pagerank", "betweenness"}))
        ->capture_default_str();
    app.add_option("--top", top_, "Number of entities, 0 for all")->capture_default_str();
    options_.add_filter(app);
  }
  int run() override {
    options_.load_structure();
    const auto measure = parse_measure(by_);
    auto ranking = rank(options_.graph(), options_.index(), options_.mask(), measure);
    if (top_ && ranking.size() > top_) ranking.resize(top_);
    write_ranking(std::cout, options_.graph(), ranking, measure, options_.format());
    return done;
  }

 private:
  GraphOptions options_;
  std::string by_ = "pagerank";
  std::size_t top_ = 20;
};

}  // namespace

std::unique_ptr<Command> make_rank_command() { return std::make_unique<RankCommand>(); }

}  // namespace entente::cli
