// The commands that ask a graph one thing each; they differ in a few lines.
#include <iostream>

#include "cli/command.hpp"
#include "cli/graph_options.hpp"
#include "entente/base/error.hpp"
#include "entente/graph/json_ld.hpp"
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

class NeighboursCommand : public Command {
 public:
  std::string name() const override { return "neighbours"; }
  std::string description() const override { return "Show who stands in a relation to an entity, with the best quote"; }
  std::string examples() const override {
    return "  entente neighbours graph.jsonld NATO\n  entente neighbours graph.jsonld Iran --relations sanctions --format csv\n";
  }
  void add_options(CLI::App& app) override {
    options_.add_graph(app, {"text", "json", "jsonl", "csv", "dot"});
    app.add_option("entity", entity_, "Name, alias or id of the entity")->required();
    options_.add_filter(app);
  }
  int run() override {
    options_.include_denials();
    options_.load();
    const auto entity = options_.entity(entity_);
    write_neighbours(std::cout, options_.graph(), options_.index(), options_.mask(), entity, options_.format());
    return options_.index().degree(entity) ? done : nothing_found;
  }

 private:
  GraphOptions options_;
  std::string entity_;
};

class BetweenCommand : public Command {
 public:
  std::string name() const override { return "between"; }
  std::string description() const override { return "Show all that is said between two entities, contradictions side by side"; }
  std::string examples() const override {
    return "  entente between graph.jsonld Russia Japan\n  entente between graph.jsonld Iran \"United States\" --modality "
           "asserted,possible,negated --format dot\n";
  }
  void add_options(CLI::App& app) override {
    options_.add_graph(app, {"text", "json", "jsonl", "csv", "dot"});
    app.add_option("a", a_, "Name, alias or id of one entity")->required();
    app.add_option("b", b_, "Name, alias or id of the other")->required();
    options_.add_filter(app);
  }
  int run() override {
    options_.include_denials();
    options_.load();
    const auto a = options_.entity(a_), b = options_.entity(b_);
    const auto edges = edges_between(options_.graph(), options_.index(), options_.mask(), a, b, false);
    if (edges.empty())
      throw NothingFound("nothing is said between " + options_.graph().entity(a).label + " and " + options_.graph().entity(b).label);
    write_between(std::cout, options_.graph(), a, b, edges, options_.format());
    return done;
  }

 private:
  GraphOptions options_;
  std::string a_, b_;
};

class WhyCommand : public Command {
 public:
  std::string name() const override { return "why"; }
  std::string description() const override { return "Show every sentence behind an edge, with the rule or model that read it"; }
  std::string examples() const override {
    return "  entente why graph.jsonld Russia opposes \"Aegis Ashore\"\n  entente why graph.jsonld Russia Japan --format jsonl\n";
  }
  void add_options(CLI::App& app) override {
    options_.add_graph(app, {"text", "json", "jsonl", "csv"});
    app.add_option("words", words_, "SOURCE [RELATION] TARGET")->required()->expected(2, 3);
    options_.add_filter(app);
  }
  int run() override {
    options_.include_denials();
    options_.load();
    const auto source = options_.entity(words_.front()), target = options_.entity(words_.back());
    std::vector<EdgeId> edges;
    for (const auto id : edges_between(options_.graph(), options_.index(), options_.mask(), source, target, true))
      if (words_.size() == 2 || options_.graph().relation(options_.graph().edge(id).relation).name == words_[1]) edges.push_back(id);
    if (edges.empty()) throw NothingFound("the graph has no such edge; 'entente between' shows what is said both ways");
    write_reasons(std::cout, options_.graph(), edges, options_.format());
    return done;
  }

 private:
  GraphOptions options_;
  std::vector<std::string> words_;
};

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
    options_.load();
    auto ranking = rank(options_.graph(), options_.index(), options_.mask(), parse_measure(by_));
    if (top_ && ranking.size() > top_) ranking.resize(top_);
    write_ranking(std::cout, options_.graph(), ranking, options_.format());
    return done;
  }

 private:
  GraphOptions options_;
  std::string by_ = "pagerank";
  std::size_t top_ = 20;
};

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
    options_.load();
    auto groups = components(options_.graph(), options_.index(), options_.mask());
    std::erase_if(groups, [this](const auto& group) { return group.size() < least_; });
    write_groups(std::cout, options_.graph(), groups, "component", options_.format());
    return done;
  }

 private:
  GraphOptions options_;
  std::size_t least_ = 1;
};

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
    options_.load();
    auto groups = communities(options_.graph(), options_.index(), options_.mask());
    std::erase_if(groups, [this](const auto& group) { return group.size() < least_; });
    write_groups(std::cout, options_.graph(), groups, "community", options_.format());
    return done;
  }

 private:
  GraphOptions options_;
  std::size_t least_ = 1;
};

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
    options_.load();
    write_balance(std::cout, options_.graph(), balance(options_.graph(), options_.index(), options_.mask()), top_, options_.format());
    return done;
  }

 private:
  GraphOptions options_;
  std::size_t top_ = 20;
};

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
    options_.load();
    write_statistics(std::cout, options_.graph(), options_.format());
    return done;
  }

 private:
  GraphOptions options_;
};

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

std::unique_ptr<Command> make_show_command() { return std::make_unique<ShowCommand>(); }
std::unique_ptr<Command> make_neighbours_command() { return std::make_unique<NeighboursCommand>(); }
std::unique_ptr<Command> make_between_command() { return std::make_unique<BetweenCommand>(); }
std::unique_ptr<Command> make_why_command() { return std::make_unique<WhyCommand>(); }
std::unique_ptr<Command> make_rank_command() { return std::make_unique<RankCommand>(); }
std::unique_ptr<Command> make_components_command() { return std::make_unique<ComponentsCommand>(); }
std::unique_ptr<Command> make_communities_command() { return std::make_unique<CommunitiesCommand>(); }
std::unique_ptr<Command> make_balance_command() { return std::make_unique<BalanceCommand>(); }
std::unique_ptr<Command> make_stats_command() { return std::make_unique<StatsCommand>(); }
std::unique_ptr<Command> make_diff_command() { return std::make_unique<DiffCommand>(); }

}  // namespace entente::cli
