#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>

#include "cli/reading_options.hpp"
#include "cli/score.hpp"
#include "cli/score_table.hpp"
#include "entente/base/error.hpp"
#include "entente/base/file.hpp"
#include "entente/graph/annotation_file.hpp"

namespace entente::cli {

namespace {

/// The text of an annotated document as if it had been read from a file.
Document to_document(const AnnotatedDocument& annotated) {
  Document document;
  document.id = annotated.id;
  document.title = annotated.title;
  document.date = annotated.date;
  document.language = "en";
  document.text = annotated.text;
  const Span all{0, static_cast<std::uint32_t>(document.text.size())};
  document.blocks = {{all, BlockKind::paragraph}};
  document.source_map = {{all, all, true}};
  return document;
}

class ScoreCorpusCommand : public Command {
 public:
  std::string name() const override { return "corpus"; }
  std::string description() const override { return "Read the documents of an annotated corpus and compare their edges"; }
  std::string examples() const override {
    return "  entente score corpus news.jsonl opinion.jsonl\n  entente score corpus corpus/*.jsonl --documents held-out.txt --each\n";
  }
  void add_options(CLI::App& app) override {
    app.add_option("corpus", files_, "Annotated corpora (JSON Lines)")->required()->check(CLI::ExistingFile);
    app.add_option("--documents", documents_file_, "File with the ids of the documents to score, one a line")->check(CLI::ExistingFile);
    app.add_flag("--each", each_, "Also print a row for each document");
    app.add_flag("--relations", relations_, "Also print a row for each relation");
    app.add_option("--misses", misses_, "Print so many edges of each document that are missing and that are too many");
    app.add_option("--signs", signs_file_, "Write what speaks for each assertion and whether it is right, for tools/train/confidence.py");
    setup_.add_options(app);
  }
  int run() override {
    if (!signs_file_.empty()) setup_.keep_unlikely();
    setup_.load();
    const auto wanted = wanted_documents();
    for (const auto& file : files_)
      for (const auto& annotated : read_annotated_corpus(file))
        if (wanted.empty() || wanted.contains(annotated.id)) score(annotated);
    if (documents_ == 0) throw NothingFound("none of the wanted documents is in these files");
    if (!signs_file_.empty()) write_file(signs_file_, [&](std::ostream& out) { out << signs_; });
    if (relations_) print_relations();
    fmt::print("\n{} documents, edges pooled; mean of the documents' F1: pair {:.3f}  family {:.3f}  exact {:.3f}\n", documents_,
               mean_[0] / documents_, mean_[1] / documents_, mean_[2] / documents_);
    print_score(total_, 0);
    fmt::print("calibration: mean |confidence - share right| over ten bins {:.3f}\n", calibration_.error());
    return done;
  }

 private:
  std::set<std::string> wanted_documents() const {
    std::set<std::string> ids;
    if (documents_file_.empty()) return ids;
    std::ifstream in(documents_file_);
    for (std::string id; in >> id;) ids.insert(id);
    return ids;
  }

  void score(const AnnotatedDocument& annotated) {
    Diagnostics diagnostics;
    auto reading = setup_.reader().read(to_document(annotated), diagnostics);
    DocumentGraph graph;
    graph.entities = std::move(reading.entities);
    graph.assertions = std::move(reading.assertions);
    note_signs(annotated, graph, reading.signs);
    const auto result = score_graph(annotated.graph, to_annotation(graph), setup_.schema());
    ++documents_;
    mean_[0] += result.pair.f1();
    mean_[1] += result.family.f1();
    mean_[2] += result.exact.f1();
    total_ += result;
    count_relations(annotated, graph);
    if (each_ || misses_ != 0)
      fmt::print("{:28} pair {:.3f}  family {:.3f}  exact {:.3f}  (system {}, gold {})\n", annotated.id, result.pair.f1(),
                 result.family.f1(), result.exact.f1(), result.exact.system, result.exact.gold);
    if (misses_ != 0) print_score(result, misses_);
  }

  /// Adds up hits by relation and by confidence, each assertion's edge compared alone.
  void count_relations(const AnnotatedDocument& annotated, const DocumentGraph& graph) {
    std::map<std::tuple<std::uint32_t, std::string, std::uint32_t>, double> best;
    for (const auto& assertion : graph.assertions) {
      auto& confidence = best[{assertion.source.value, assertion.relation, assertion.target.value}];
      confidence = std::max(confidence, assertion.confidence);
    }
    auto single = to_annotation(graph);
    for (const auto& [edge, confidence] : best) {
      single.edges = {{graph.entities[std::get<0>(edge)].label, std::get<1>(edge), graph.entities[std::get<2>(edge)].label, {}, false, {}}};
      const auto result = score_graph(annotated.graph, single, setup_.schema());
      calibration_.add(confidence, result.exact.right != 0);
      by_relation_[std::get<1>(edge)] += Counts{result.exact.right, 1, 0, 0};
    }
    const auto whole = score_graph(annotated.graph, to_annotation(graph), setup_.schema());
    std::map<std::string, std::size_t> missed;
    for (const auto& [relation, source, target] : whole.missed) ++missed[relation];
    for (auto& [relation, count] : missed) by_relation_[relation] += Counts{0, 0, 0, count};
  }

  /// One line an assertion: 1 if its edge is in the gold graph, the document, the edge, the features of its signs.
  void note_signs(const AnnotatedDocument& annotated, const DocumentGraph& graph, const std::vector<ReadingSigns>& signs) {
    if (signs_file_.empty()) return;
    auto single = to_annotation(graph);
    for (std::size_t i = 0; i < signs.size(); ++i) {
      const auto& assertion = graph.assertions[i];
      const auto& source = graph.entities[assertion.source.value].label;
      const auto& target = graph.entities[assertion.target.value].label;
      single.edges = {{source, assertion.relation, target, assertion.modality, false, {}}};
      const auto result = score_graph(annotated.graph, single, setup_.schema());
      signs_ += fmt::format("{}\t{}\t{}|{}|{}\t{}\t{:.6g}\n", result.exact.right, annotated.id, source, assertion.relation, target,
                            annotated.graph.edges.size(), fmt::join(ConfidenceModel::features(signs[i]), "\t"));
    }
  }

  void print_relations() const {
    for (const auto& [relation, counts] : by_relation_)
      fmt::print("{:20} right {:4} of {:4}, missed {:4}\n", relation, counts.right, counts.system, counts.gold);
  }

  std::vector<std::filesystem::path> files_;
  std::filesystem::path documents_file_;
  std::filesystem::path signs_file_;
  std::string signs_;
  bool each_ = false;
  bool relations_ = false;
  std::size_t misses_ = 0;
  ReadingSetup setup_;
  int documents_ = 0;
  double mean_[3] = {0, 0, 0};
  GraphScore total_;
  Calibration calibration_;
  std::map<std::string, Counts> by_relation_;
};

}  // namespace

std::unique_ptr<Command> make_score_corpus_command() { return std::make_unique<ScoreCorpusCommand>(); }

}  // namespace entente::cli
