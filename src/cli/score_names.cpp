#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/score.hpp"
#include "entente/base/file.hpp"
#include "entente/language/language_model.hpp"
#include "entente/language/names.hpp"
#include "entente/schema/schema.hpp"

namespace entente::cli {

namespace {

class ScoreNamesCommand : public Command {
 public:
  std::string name() const override { return "names"; }
  std::string description() const override { return "Names of persons, places and organizations in a file of words and IOB2 tags"; }
  std::string examples() const override { return "  entente score names en_ewt-dev.iob2\n"; }
  void add_options(CLI::App& app) override {
    app.add_option("gold", gold_, "Rows of number, word and tag (O, B-PER, I-LOC …), an empty line after each sentence")->required();
    app.add_flag("--misses", misses_, "Also print the names that are missing, too many or of another kind, with their sentences");
    app.add_option("--model", model_, "Model file instead of the built-in one");
  }

  int run() override {
    const auto gold = read_names(read_file(gold_), gold_);
    const LanguageModel model(model_.empty() ? data_folder("models") / "english.bin" : std::filesystem::path(model_));
    NameCounts counts;
    for (std::size_t first = 0; first < gold.size();) {
      auto last = first + 1;
      while (last < gold.size() && !gold[last].begins_document) ++last;
      add_document(model, gold, first, last, counts);
      first = last;
    }
    print("names", counts.both, counts);
    print("spans", counts.both_spans, counts);
    return done;
  }

 private:
  void add_document(const LanguageModel& model, const std::vector<NamedSentence>& gold, std::size_t first, std::size_t last,
                    NameCounts& counts) const {
    std::string text;
    std::vector<Sentence> sentences;
    for (auto i = first; i < last; ++i) sentences.push_back(append_words(gold[i].words, text));
    const auto analysed = model.analyse(text, sentences);
    for (auto i = first; i < last; ++i) {
      std::vector<std::string> tags;
      for (const auto& token : analysed.sentences[i - first].tokens) tags.push_back(token.name);
      counts.add(names_of(gold[i].tags), names_of(tags));
      if (misses_) print_misses(gold[i], names_of(gold[i].tags), names_of(tags));
    }
  }

  static void print_misses(const NamedSentence& sentence, const std::vector<NameSpan>& gold, const std::vector<NameSpan>& system) {
    if (gold == system) return;
    const auto show = [&](const char* what, const std::vector<NameSpan>& some, const std::vector<NameSpan>& others) {
      for (const auto& name : some)
        if (std::find(others.begin(), others.end(), name) == others.end())
          fmt::print("  {} {} {}\n", what, name.kind,
                     fmt::join(sentence.words.begin() + static_cast<std::ptrdiff_t>(name.first),
                               sentence.words.begin() + static_cast<std::ptrdiff_t>(name.last), " "));
    };
    fmt::print("{}\n", fmt::join(sentence.words, " "));
    show("missed", gold, system);
    show("extra ", system, gold);
  }

  static void print(const char* what, std::size_t both, const NameCounts& counts) {
    const auto share = [](std::size_t part, std::size_t whole) {
      return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    };
    fmt::print("{:6} P {:5.1f}  R {:5.1f}  F1 {:5.1f}   system {:5}  gold {:5}\n", what, share(both, counts.system),
               share(both, counts.gold), share(2 * both, counts.system + counts.gold), counts.system, counts.gold);
  }

  std::string gold_;
  std::string model_;
  bool misses_ = false;
};

}  // namespace

std::unique_ptr<Command> make_score_names_command() { return std::make_unique<ScoreNamesCommand>(); }

}  // namespace entente::cli
