#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "cli/score.hpp"
#include "entente/base/file.hpp"
#include "entente/language/treebank_analysis.hpp"
#include "entente/language/treebank_score.hpp"
#include "entente/schema/schema.hpp"

namespace entente::cli {

namespace {

class ScoreConlluCommand : public Command {
 public:
  std::string name() const override { return "conllu"; }
  std::string description() const override { return "Tags, lemmas and trees by the rules of the CoNLL 2018 shared task"; }
  std::string examples() const override {
    return "  entente score conllu gold.conllu                analyse the text of a treebank and score the analysis\n"
           "  entente score conllu --gold-tokens gold.conllu  the same from its sentences and words\n"
           "  entente score conllu gold.conllu other.conllu   score the analysis in a file\n";
  }
  void add_options(CLI::App& app) override {
    app.add_option("gold", gold_, "The treebank, CoNLL-U")->required();
    app.add_option("system", system_, "The analysis, CoNLL-U; without it Entente's own is made");
    app.add_flag("--gold-tokens", gold_tokens_, "Analyse the treebank's sentences and words instead of its text");
    app.add_flag("--labels", labels_, "Also one row a dependency label");
    app.add_option("--model", model_, "Model file instead of the built-in one");
    app.add_option("--output", output_, "Write the analysis that was scored, CoNLL-U");
  }

  int run() override {
    const auto gold = read(gold_);
    const auto system = system_.empty() ? analyse(gold) : read(system_);
    if (!output_.empty())
      write_file(output_, [&](std::ostream& out) {
        for (const auto& sentence : system) out << to_text(sentence);
      });
    fmt::print("{}", to_text(score_treebank(gold, system), labels_));
    return done;
  }

 private:
  static std::vector<AnnotatedSentence> read(const std::string& path) { return read_treebank(read_file(path), path); }

  std::vector<AnnotatedSentence> analyse(const std::vector<AnnotatedSentence>& gold) const {
    const LanguageModel model(model_.empty() ? data_folder("models") / "english.bin" : std::filesystem::path(model_));
    return gold_tokens_ ? analyse_words(model, gold) : analyse_text(model, gold);
  }

  std::string gold_;
  std::string system_;
  std::string model_;
  std::string output_;
  bool gold_tokens_ = false;
  bool labels_ = false;
};

}  // namespace

std::unique_ptr<Command> make_score_conllu_command() { return std::make_unique<ScoreConlluCommand>(); }

}  // namespace entente::cli
