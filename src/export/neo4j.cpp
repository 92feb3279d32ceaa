#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "entente/base/error.hpp"
#include "entente/base/file.hpp"
#include "entente/graph/iri.hpp"
#include "export/csv_writer.hpp"
#include "export/fields.hpp"
#include "export/formats.hpp"
#include "export/neo4j_scripts.hpp"

namespace entente {

namespace {

namespace fs = std::filesystem;

constexpr char array_separator = '\x1F';

/// Items joined by U+001F, which no item may hold.
std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i != 0) text += array_separator;
    for (const char c : items[i]) text += c == array_separator ? std::string("\xEF\xBF\xBD") : std::string(1, c);
  }
  return text;
}

/// The files of a graph for Neo4j. Backslashes are doubled: so a stock LOAD CSV reads them, and the importer by --legacy-style-quoting.
class Neo4jWriter {
 public:
  Neo4jWriter(const KnowledgeGraph& graph, const fs::path& folder) : graph_(graph), folder_(folder) {}

  void write(bool evidence) {
    const auto names = neo4j_names(graph_);
    write_table("actors", [&](CsvWriter& csv) { actors(csv, names); });
    write_table("relations", [&](CsvWriter& csv) { relations(csv, names); });
    if (evidence) {
      write_table("documents", [&](CsvWriter& csv) { documents(csv); });
      write_table("statements", [&](CsvWriter& csv) { statements(csv); });
      write_table("evidence", [&](CsvWriter& csv) { all_evidence(csv); });
      write_table("links", [&](CsvWriter& csv) { links(csv); });
    }
    for (const auto& [name, header] : neo4j_headers(evidence))
      write_file(folder_ / (name + "-header.csv"), [&](std::ostream& out) { out << header << '\n'; });
    write_file(folder_ / "load.cypher", [&](std::ostream& out) { out << neo4j_cypher(names, evidence); });
    write_file(folder_ / "import.sh", [&](std::ostream& out) { out << neo4j_import_script(evidence); });
    std::error_code ignored;
    fs::permissions(folder_ / "import.sh", fs::perms::owner_exec, fs::perm_options::add, ignored);
  }

 private:
  template <class Rows>
  void write_table(const char* name, const Rows& rows) {
    CsvDialect dialect;
    dialect.end_of_row = "\n";
    dialect.double_backslashes = true;
    write_file(folder_ / fmt::format("{}.csv", name), [&](std::ostream& out) {
      CsvWriter csv(out, dialect);
      rows(csv);
    });
  }

  static std::string number(std::uint64_t value) { return std::to_string(value); }

  void actors(CsvWriter& csv, const Neo4jNames& names) const {
    for (const auto& e : graph_.entities) {
      csv.text("a:" + e.key)
          .text(e.key)
          .text(e.label)
          .text_if(e.type)
          .text_if(e.wikidata)
          .text_if(joined(e.aliases))
          .text_if(joined(e.merge_reasons));
      csv.text_if(joined(document_ids(graph_, e))).text(std::string("Actor\x1F") + names.labels.at(e.type)).end_row();
    }
  }

  void relations(CsvWriter& csv, const Neo4jNames& names) const {
    for (const auto& edge : graph_.edges) {
      const auto& relation = graph_.relation(edge.relation);
      csv.text("a:" + graph_.entity(edge.source).key)
          .text("a:" + graph_.entity(edge.target).key)
          .text(names.types.at(edge_kind(graph_, edge)));
      csv.text(edge.key).text(relation.name).text_if(relation.family).text(edge.negated ? "negated" : "affirmed");
      csv.bare(relation.symmetric ? "true" : "false").bare(real_text(edge.confidence)).bare(number(edge.support()));
      csv.bare(number(edge.documents)).bare(number(edge.modality.asserted)).bare(number(edge.modality.possible));
      csv.bare(number(edge.modality.negated)).text_if(edge.first).text_if(edge.last).text_if(joined(document_ids(graph_, edge)));
      csv.text_if(edge.evidence.empty() ? "" : best_evidence(edge).sentence_text).end_row();
    }
  }

  void documents(CsvWriter& csv) const {
    for (const auto& d : graph_.documents) {
      csv.text("d:" + d.id)
          .text(d.id)
          .text_if(d.title)
          .text_if(d.author)
          .text_if(d.date)
          .text_if(d.url)
          .text_if(d.language)
          .text_if(d.sha256);
      csv.bare(number(d.sentences)).end_row();
    }
  }

  void statements(CsvWriter& csv) const {
    for (const auto& edge : graph_.edges)
      csv.text("s:" + edge.key)
          .text(edge.key)
          .text(graph_.relation(edge.relation).name)
          .text(edge.negated ? "negated" : "affirmed")
          .end_row();
  }

  static void span(CsvWriter& csv, const std::string& text, const Span& span) {
    csv.text_if(text).bare(number(span.begin)).bare(number(span.end));
  }

  void all_evidence(CsvWriter& csv) const {
    for_each_evidence([&](const std::string& name, const Edge&, const EdgeEvidence& e) {
      csv.text("e:" + name).text(name).text(to_string(e.modality)).text_if(e.time).bare(real_text(e.confidence)).text_if(e.by);
      span(csv, e.sentence_text, e.sentence);
      span(csv, e.source_text, e.source_mention);
      span(csv, e.target_text, e.target_mention);
      span(csv, e.trigger_text, e.trigger);
      csv.end_row();
    });
  }

  void links(CsvWriter& csv) const {
    const auto link = [&](const std::string& from, const std::string& to, const char* type) {
      csv.text(from).text(to).text(type).end_row();
    };
    for (const auto& edge : graph_.edges) {
      link("s:" + edge.key, "a:" + graph_.entity(edge.source).key, "SOURCE");
      link("s:" + edge.key, "a:" + graph_.entity(edge.target).key, "TARGET");
    }
    for_each_evidence([&](const std::string& name, const Edge& edge, const EdgeEvidence& e) {
      link("s:" + edge.key, "e:" + name, "EVIDENCE");
      link("e:" + name, "d:" + graph_.document(e.document).id, "IN");
      if (e.attributed_to.valid()) link("e:" + name, "a:" + graph_.entity(e.attributed_to).key, "SAID_BY");
    });
  }

  /// Evidence that says the same in all its fields has one name and one node.
  template <class Take>
  void for_each_evidence(const Take& take) const {
    for (const auto& edge : graph_.edges) {
      std::set<std::string> seen;
      for (const auto& evidence : edge.evidence) {
        auto name = evidence_name(graph_, edge, evidence);
        if (seen.insert(name).second) take(name, edge, evidence);
      }
    }
  }

  const KnowledgeGraph& graph_;
  fs::path folder_;
};

class Neo4jExporter : public Exporter {
 public:
  void write(const KnowledgeGraph& graph, const ExportOptions& options, const fs::path& path) const override {
    std::error_code code;
    fs::create_directories(path, code);
    if (code) throw OutputError(path.string() + ": cannot be made: " + code.message());
    Neo4jWriter(graph, path).write(options.evidence);
  }
};

}  // namespace

std::unique_ptr<Exporter> make_neo4j_exporter() { return std::make_unique<Neo4jExporter>(); }

}  // namespace entente
