#include "entente/graph/import.hpp"

#include "cli/command.hpp"
#include "cli/graph_result.hpp"
#include "entente/graph/iri.hpp"
#include "entente/graph/merge.hpp"
#include "entente/schema/schema.hpp"

namespace entente::cli {

namespace {

class ImportCommand : public Command {
 public:
  std::string name() const override { return "import"; }
  std::string description() const override { return "Make a graph from assertion lines, or from a graph in JSON-LD that was edited"; }
  std::string examples() const override {
    return "  entente import assertions.jsonl -o graph.jsonld\n"
           "  jq . graph.jsonld > edited.jsonld; vi edited.jsonld; entente import edited.jsonld -o graph.jsonld\n";
  }
  void add_options(CLI::App& app) override {
    app.add_option("file", input_, "Assertion lines or JSON-LD; - is standard input")->required();
    app.add_option("-o,--output", output_, "File to write; - is standard output")->required();
    app.add_option("--schema", schemas_, "Folder with relations beside the built-in ones");
    app.add_option("--merge-rules", rules_, "JSON file of entities to join and to keep apart");
    app.add_option("--base", base_, "IRI that the ids of the file hang below");
    app.add_flag("-q,--quiet", quiet_, "Print errors only");
  }
  int run() override {
    if (!base_.empty()) check_base(base_);
    const std::vector<std::filesystem::path> overlays(schemas_.begin(), schemas_.end());
    const auto rules = rules_.empty() ? MergeRules{} : read_merge_rules(rules_);
    Diagnostics diagnostics;
    auto graph = import_file(input_, relations_of(load_schema(overlays)), rules, diagnostics);
    if (!base_.empty()) graph.base = base_;
    return deliver(output_, graph, diagnostics, quiet_);
  }

 private:
  std::string input_, output_, rules_, base_;
  std::vector<std::string> schemas_;
  bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_import_command() { return std::make_unique<ImportCommand>(); }

}  // namespace entente::cli
