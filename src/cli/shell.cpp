#include <editline/readline.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <optional>

#include "cli/command.hpp"
#include "entente/base/error.hpp"
#include "entente/graph/json_ld.hpp"
#include "entente/query/cypher.hpp"
#include "entente/query/knowledge_view.hpp"

namespace entente::cli {

namespace {

/// Words that Tab completes; readline's interface has no place for them but a global.
std::vector<std::string> completions;

char* next_completion(const char* begin, int state) {
  static std::size_t at;
  if (state == 0) at = 0;
  const std::string_view prefix(begin);
  while (at < completions.size()) {
    const auto& word = completions[at++];
    bool fits = word.size() >= prefix.size();
    for (std::size_t i = 0; fits && i < prefix.size(); ++i) fits = std::tolower(word[i]) == std::tolower(prefix[i]);
    if (fits) return strdup(word.c_str());
  }
  return nullptr;
}

char** complete(const char* text, int, int) {
  rl_attempted_completion_over = 1;
  return rl_completion_matches(text, next_completion);
}

class ShellCommand : public Command {
 public:
  std::string name() const override { return "shell"; }
  std::string description() const override { return "Ask a graph one query after the other, with completion and history"; }
  std::string examples() const override {
    return "  entente shell graph.jsonld\n"
           "  > MATCH (a:State)-[r:FEARS]->(b) RETURN a.name, b.name;\n"
           "  > :format csv     :max_hops 5     :plan MATCH (n) RETURN n;     :help     :quit\n";
  }
  void add_options(CLI::App& app) override {
    app.add_option("graph", path_, "Graph file (JSON-LD written by entente)")->required();
    app.add_option("--timeout", limits_.timeout, "Seconds after which a query is given up")->capture_default_str();
  }
  int run() override {
    graph_ = read_graph(path_);
    view_.emplace(graph_);
    prepare_completion();
    const auto history = history_file();
    read_history(history.c_str());
    std::string query;
    while (read_line(query)) {
    }
    if (!history.empty()) write_history(history.c_str());
    return done;
  }

 private:
  void prepare_completion() {
    completions = query_words();
    for (const auto& label : view_->label_names()) completions.push_back(label);
    for (const auto& type : view_->type_names()) completions.push_back(type);
    for (const auto& entity : graph_.entities) completions.push_back(entity.label);
    for (const char* word : {":format", ":help", ":max_hops", ":plan", ":quit", ":timeout"}) completions.emplace_back(word);
    rl_attempted_completion_function = complete;
  }

  static std::string history_file() {
    const char* home = std::getenv("HOME");
    return home ? std::string(home) + "/.entente_history" : "";
  }

  /// One line; a query ends with a semicolon or an empty line. False at the end.
  bool read_line(std::string& query) {
    std::string line;
    if (isatty(STDIN_FILENO)) {
      char* typed = readline(query.empty() ? "> " : "  ");
      if (!typed) return false;
      line = typed;
      std::free(typed);
      if (!line.empty()) add_history(line.c_str());
    } else if (!std::getline(std::cin, line)) {
      answer(query);
      return false;
    }
    if (query.empty() && !line.empty() && line[0] == ':') return command(line);
    query += line + "\n";
    const auto last = query.find_last_not_of(" \n\t");
    if (line.empty() || (last != std::string::npos && query[last] == ';')) {
      answer(query);
      query.clear();
    }
    return true;
  }

  bool command(const std::string& line) {
    const auto space = line.find(' ');
    const auto word = line.substr(0, space), rest = space == std::string::npos ? "" : line.substr(space + 1);
    if (word == ":quit" || word == ":exit") return false;
    if (word == ":format")
      format_ = rest;
    else if (word == ":max_hops")
      limits_.max_hops = static_cast<std::uint32_t>(std::clamp(std::atoi(rest.c_str()), 1, 1000));
    else if (word == ":timeout")
      limits_.timeout = std::atof(rest.c_str());
    else if (word == ":plan")
      guarded([&] { std::cout << query_plan(*view_, rest); });
    else if (word != ":help")
      fmt::print(stderr, "there is no command '{}'; :help lists them\n", word);
    else
      std::cout << examples() << "A query ends with a semicolon or an empty line; Tab completes.\n";
    return true;
  }

  void answer(const std::string& query) {
    if (query.find_first_not_of(" \n\t;") == std::string::npos) return;
    guarded([&] {
      const auto result = run_query(*view_, query, {}, limits_);
      write_result(std::cout, *view_, result, format_);
      for (const auto& hint : unknown_names(*view_, query)) fmt::print(stderr, "{}\n", hint);
      if (isatty(STDIN_FILENO)) fmt::print(stderr, "{} row{}\n", result.rows.size(), result.rows.size() == 1 ? "" : "s");
    });
    std::cout.flush();
  }

  template <class Work>
  static void guarded(const Work& work) {
    try {
      work();
    } catch (const Error& error) {
      fmt::print(stderr, "{}\n", error.what());
    }
  }

  std::filesystem::path path_;
  std::string format_ = "table";
  QueryLimits limits_;
  KnowledgeGraph graph_;
  std::optional<KnowledgeView> view_;
};

}  // namespace

std::unique_ptr<Command> make_shell_command() { return std::make_unique<ShellCommand>(); }

}  // namespace entente::cli
