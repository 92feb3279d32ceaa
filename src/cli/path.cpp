#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/graph_options.hpp"
#include "entente/base/error.hpp"
#include "entente/query/explanation.hpp"

namespace entente::cli {

namespace {

class PathCommand : public Command {
 public:
  std::string name() const override { return "path"; }
  std::string description() const override { return "Show how two entities are connected, with the reason for each hop"; }
  std::string examples() const override {
    return "  entente path graph.jsonld Russia \"Aegis Ashore\"\n"
           "  entente path graph.jsonld Moscow Tokyo --k 3 --max-hops 4 --families conflict\n"
           "  entente path graph.jsonld Russia Japan --via China --avoid \"United States\" --weight hub\n"
           "  entente path graph.jsonld Iran Japan --sign --format dot\n";
  }
  void add_options(CLI::App& app) override {
    options_.add_graph(app, {"text", "json", "jsonl", "csv", "dot"});
    app.add_option("from", from_, "Name, alias or id of the first entity")->required();
    app.add_option("to", to_, "Name, alias or id of the last entity")->required();
    app.add_option("-k,--k", request_.count, "Number of paths, shortest first")->check(CLI::Range(1, 1000))->capture_default_str();
    app.add_option("--max-hops", request_.max_hops, "Greatest length of a path")->check(CLI::Range(1, 1000));
    app.add_option("--via", via_, "Entities that the path visits in this order")->delimiter(',');
    app.add_flag("--directed,!--undirected", request_.directed, "Follow edges from source to target only");
    app.add_option("--weight", weight_, "What a hop costs: 1, its doubt, or its doubt and the degree of what it enters")
        ->check(CLI::IsMember(std::vector<std::string>{"hops", "confidence", "hub"}))
        ->capture_default_str();
    app.add_flag("--sign", sign_, "Say whether the ends are on one side; uses cooperation and conflict unless you name others");
    options_.add_filter(app);
  }
  int run() override {
    if (sign_) options_.default_families({"cooperation", "conflict"});
    options_.load_structure();
    request_.from = options_.entity(from_);
    request_.to = options_.entity(to_);
    for (const auto& name : via_) request_.via.push_back(options_.entity(name));
    request_.weight = weight_ == "hub" ? PathWeight::hub : weight_ == "confidence" ? PathWeight::confidence : PathWeight::hops;
    const auto paths = find_paths(options_.graph(), options_.index(), options_.mask(), request_);
    if (paths.empty()) throw NothingFound(why_no_path());
    for (const auto& path : paths) options_.complete(path.edges);
    write_paths(std::cout, options_.graph(), options_.index(), options_.mask(), paths, request_.directed, {sign_, options_.format()});
    return done;
  }

 private:
  std::string why_no_path() {
    const auto& graph = options_.graph();
    auto text = fmt::format("no path from {} to {}", graph.entity(request_.from).label, graph.entity(request_.to).label);
    request_.via.clear();
    request_.count = 1;
    request_.max_hops = graph.entities.size();
    const auto free = find_paths(graph, options_.index(), apply_filter(graph, {}), request_);
    if (free.empty()) return text + (request_.directed ? " along the edges' directions" : ": they lie in parts that nothing joins");
    text +=
        fmt::format(" passes the filter; without it there is one of {} hop{}", free[0].edges.size(), free[0].edges.size() == 1 ? "" : "s");
    if (sign_) text += " (--sign follows cooperation and conflict alone unless --families names others)";
    return text;
  }

  GraphOptions options_;
  PathRequest request_;
  std::string from_, to_, weight_ = "hops";
  std::vector<std::string> via_;
  bool sign_ = false;
};

}  // namespace

std::unique_ptr<Command> make_path_command() { return std::make_unique<PathCommand>(); }

}  // namespace entente::cli
