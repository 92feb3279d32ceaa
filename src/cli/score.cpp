#include "cli/score.hpp"

namespace entente::cli {

namespace {

class ScoreCommand : public Command {
 public:
  std::string name() const override { return "score"; }
  std::string description() const override { return "Compare with annotations: trees, names, graphs, annotated corpora"; }
  std::string examples() const override {
    return "  entente score conllu gold.conllu\n  entente score graph gold.jsonl system.jsonl\n  entente score corpus corpus.jsonl\n";
  }
  void add_options(CLI::App& app) override {
    app.require_subcommand(1);
    tasks_ = all_score_commands();
    for (const auto& task : tasks_) {
      auto* sub = app.add_subcommand(task->name(), task->description());
      sub->footer("Examples:\n" + task->examples());
      task->add_options(*sub);
      apps_.push_back(sub);
    }
  }
  int run() override {
    for (std::size_t i = 0; i < tasks_.size(); ++i)
      if (apps_[i]->parsed()) return tasks_[i]->run();
    return usage;
  }

 private:
  std::vector<std::unique_ptr<Command>> tasks_;
  std::vector<CLI::App*> apps_;
};

}  // namespace

std::vector<std::unique_ptr<Command>> all_score_commands() {
  std::vector<std::unique_ptr<Command>> tasks;
  tasks.push_back(make_score_conllu_command());
  tasks.push_back(make_score_names_command());
  tasks.push_back(make_score_graph_command());
  tasks.push_back(make_score_corpus_command());
  return tasks;
}

std::unique_ptr<Command> make_score_command() { return std::make_unique<ScoreCommand>(); }

}  // namespace entente::cli
