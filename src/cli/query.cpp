#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "entente/base/error.hpp"
#include "entente/base/file.hpp"
#include "entente/graph/json_ld.hpp"
#include "entente/query/cypher.hpp"
#include "entente/query/knowledge_view.hpp"

namespace entente::cli {

namespace {

class QueryCommand : public Command {
 public:
  std::string name() const override { return "query"; }
  std::string description() const override { return "Ask a graph in the query language (a read-only openCypher subset)"; }
  std::string examples() const override {
    return "  entente query graph.jsonld \"MATCH (a {name: 'Russia'})-[r:OPPOSES]->(b) RETURN b.name, r.quote\"\n"
           "  entente query graph.jsonld \"MATCH p = ANY SHORTEST (a {id: 'iran'})-[]-+(b {id: 'japan'}) RETURN p\"\n"
           "  entente query graph.jsonld -f question.cypher --param who=\"'Japan'\" --format csv\n"
           "  entente query graph.jsonld \"MATCH (a:State)-[r:FEARS]->(b) RETURN a.name, count(*) ORDER BY count(*) DESC\" --stage plan\n";
  }
  void add_options(CLI::App& app) override {
    app.add_option("graph", path_, "Graph file (JSON-LD written by entente)")->required();
    app.add_option("query", query_, "The query; - reads it from standard input");
    app.add_option("-f,--file", file_, "Read the query from this file");
    app.add_option("-p,--param", parameters_, "NAME=VALUE for $NAME; the value as the language writes it");
    app.add_option("--format", format_, "Form of the answer")
        ->check(CLI::IsMember(std::vector<std::string>{"table", "csv", "json", "jsonl"}))
        ->capture_default_str();
    app.add_option("--max-hops", limits_.max_hops, "Length that * and + may reach")->check(CLI::Range(1, 1000))->capture_default_str();
    app.add_option("--timeout", limits_.timeout, "Seconds after which the query is given up")->capture_default_str();
    app.add_option("--max-rows", limits_.max_rows, "Rows after which the answer is cut off");
    app.add_option("--stage", stage_, "Print what a stage makes of the query instead of the answer")
        ->check(CLI::IsMember(std::vector<std::string>{"tokens", "syntax", "plan"}));
  }
  int run() override {
    const auto text = text_of_query();
    if (stage_ == "tokens") return print(query_tokens(text));
    if (stage_ == "syntax") return print(query_syntax(text));
    const auto graph = read_graph(path_);
    const KnowledgeView view(graph);
    const auto parameters = parsed_parameters();
    if (stage_ == "plan") return print(query_plan(view, text, parameters));
    const auto result = run_query(view, text, parameters, limits_);
    write_result(std::cout, view, result, format_);
    if (result.hop_limit_reached)
      fmt::print(stderr, "entente: paths were followed for {} hops at most; --max-hops raises that\n", limits_.max_hops);
    if (result.row_limit_reached)
      fmt::print(stderr, "entente: only the first {} rows are shown; --max-rows raises that\n", limits_.max_rows);
    for (const auto& hint : unknown_names(view, text)) fmt::print(stderr, "entente: {}\n", hint);
    return result.rows.empty() ? nothing_found : done;
  }

 private:
  std::string text_of_query() const {
    if (!file_.empty()) return read_file(file_);
    if (query_.empty()) throw UsageError("expected a query after the graph, or --file with one");
    return query_ == "-" ? read_standard_input() : query_;
  }
  ValueMap parsed_parameters() const {
    ValueMap map;
    for (const auto& parameter : parameters_) {
      const auto sign = parameter.find('=');
      if (sign == std::string::npos) throw UsageError(fmt::format("expected --param NAME=VALUE, found '{}'", parameter));
      map_set(map, parameter.substr(0, sign), parse_value(parameter.substr(sign + 1)));
    }
    return map;
  }
  static int print(const std::string& text) {
    std::cout << text;
    return done;
  }

  std::filesystem::path path_, file_;
  std::string query_, format_ = "table", stage_;
  std::vector<std::string> parameters_;
  QueryLimits limits_;
};

}  // namespace

std::unique_ptr<Command> make_query_command() { return std::make_unique<QueryCommand>(); }

}  // namespace entente::cli
