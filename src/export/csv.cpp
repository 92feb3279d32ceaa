#include <filesystem>
#include <functional>
#include <initializer_list>

#include "entente/base/error.hpp"
#include "entente/base/file.hpp"
#include "entente/base/json_writer.hpp"
#include "export/csv_writer.hpp"
#include "export/fields.hpp"
#include "export/formats.hpp"

namespace entente {

namespace {

namespace fs = std::filesystem;

std::string json_list(const std::vector<std::string>& items) {
  std::string json;
  JsonWriter(json).value(items);
  return json;
}

/// The tables of a graph. A table starts with a row of names; lists are JSON lists in one cell.
class CsvTables {
 public:
  CsvTables(const KnowledgeGraph& graph, const CsvDialect& dialect) : graph_(graph), dialect_(dialect) {}

  void nodes(std::ostream& out) const {
    CsvWriter csv(out, dialect_);
    head(out, csv, {"id", "label", "type", "wikidata", "aliases", "mergeReasons", "documents"});
    for (const auto& entity : graph_.entities) {
      csv.text(entity.key).text(entity.label);
      for (const auto& value : node_values(graph_, entity)) csv.text_if(value.items.empty() ? value.text : json_list(value.items));
      csv.end_row();
    }
  }

  void edges(std::ostream& out) const {
    CsvWriter csv(out, dialect_);
    head(out, csv,
         {"id", "source", "sourceLabel", "target", "targetLabel", "relation", "family", "polarity", "symmetric", "confidence", "support",
          "documents", "asserted", "possible", "negated", "first", "last", "documentIds", "quote"});
    for (const auto& edge : graph_.edges) {
      edge_cells(csv, edge);
      csv.text_if(json_list(document_ids(graph_, edge))).text_if(edge.evidence.empty() ? "" : best_evidence(edge).sentence_text).end_row();
    }
  }

  /// One row an assertion.
  void evidence(std::ostream& out) const {
    CsvWriter csv(out, dialect_);
    head(out, csv,
         {"edge", "document", "modality", "attributedTo", "time", "confidence", "by", "sentence", "start", "end", "sourceText",
          "sourceStart", "sourceEnd", "targetText", "targetStart", "targetEnd", "triggerText", "triggerStart", "triggerEnd"});
    for (const auto& edge : graph_.edges)
      for (const auto& item : edge.evidence) {
        csv.text(edge.key);
        evidence_cells(csv, item);
        csv.end_row();
      }
  }

  void documents(std::ostream& out) const {
    CsvWriter csv(out, dialect_);
    head(out, csv, {"id", "title", "author", "date", "url", "language", "sha256", "sentences"});
    for (const auto& d : graph_.documents) {
      csv.text(d.id).text_if(d.title).text_if(d.author).text_if(d.date).text_if(d.url).text_if(d.language).text_if(d.sha256);
      csv.bare(std::to_string(d.sentences)).end_row();
    }
  }

  /// Edges with their evidence, one row an assertion: all in one table.
  void edges_with_evidence(std::ostream& out) const {
    CsvWriter csv(out, dialect_);
    head(out, csv, {"id",         "source",     "sourceLabel",    "target",    "targetLabel", "relation",     "family",
                    "polarity",   "symmetric",  "edgeConfidence", "support",   "documents",   "asserted",     "possible",
                    "negated",    "first",      "last",           "document",  "modality",    "attributedTo", "time",
                    "confidence", "by",         "sentence",       "start",     "end",         "sourceText",   "sourceStart",
                    "sourceEnd",  "targetText", "targetStart",    "targetEnd", "triggerText", "triggerStart", "triggerEnd"});
    for (const auto& edge : graph_.edges)
      for (const auto& item : edge.evidence) {
        edge_cells(csv, edge);
        evidence_cells(csv, item);
        csv.end_row();
      }
  }

 private:
  void head(std::ostream& out, CsvWriter& csv, std::initializer_list<const char*> names) const {
    if (dialect_.for_spreadsheet) out << "\xEF\xBB\xBF";  // else Excel reads Latin-1
    for (const auto* name : names) csv.text(name);
    csv.end_row();
  }

  void edge_cells(CsvWriter& csv, const Edge& edge) const {
    const auto& relation = graph_.relation(edge.relation);
    csv.text(edge.key).text(graph_.entity(edge.source).key).text(graph_.entity(edge.source).label);
    csv.text(graph_.entity(edge.target).key).text(graph_.entity(edge.target).label).text(relation.name).text_if(relation.family);
    csv.text(edge.negated ? "negated" : "affirmed").bare(relation.symmetric ? "true" : "false").bare(real_text(edge.confidence));
    csv.bare(std::to_string(edge.support())).bare(std::to_string(edge.documents)).bare(std::to_string(edge.modality.asserted));
    csv.bare(std::to_string(edge.modality.possible)).bare(std::to_string(edge.modality.negated)).text_if(edge.first).text_if(edge.last);
  }

  static void span_cells(CsvWriter& csv, const std::string& text, const Span& span) {
    csv.text_if(text);
    if (span == Span{})
      csv.bare("").bare("");
    else
      csv.bare(std::to_string(span.begin)).bare(std::to_string(span.end));
  }

  void evidence_cells(CsvWriter& csv, const EdgeEvidence& item) const {
    csv.text(graph_.document(item.document).id).text(to_string(item.modality));
    csv.text_if(item.attributed_to.valid() ? graph_.entity(item.attributed_to).key : std::string()).text_if(item.time);
    csv.bare(real_text(item.confidence)).text_if(item.by);
    span_cells(csv, item.sentence_text, item.sentence);
    span_cells(csv, item.source_text, item.source_mention);
    span_cells(csv, item.target_text, item.target_mention);
    span_cells(csv, item.trigger_text, item.trigger);
  }

  const KnowledgeGraph& graph_;
  CsvDialect dialect_;
};

/// One table in a file, or all of them in a folder if the path has no suffix.
class CsvExporter : public Exporter {
 public:
  CsvExporter(char delimiter, std::string suffix) : delimiter_(delimiter), suffix_(std::move(suffix)) {}

  void write(const KnowledgeGraph& graph, const ExportOptions& options, const fs::path& path) const override {
    CsvDialect dialect;
    dialect.delimiter = delimiter_;
    dialect.for_spreadsheet = options.for_spreadsheet;
    const CsvTables tables(graph, dialect);
    if (path == "-" || (path.has_extension() && !fs::is_directory(path))) {
      write_file(path, [&](std::ostream& out) { options.evidence ? tables.edges_with_evidence(out) : tables.edges(out); });
      return;
    }
    std::error_code code;
    fs::create_directories(path, code);
    if (code) throw OutputError(path.string() + ": cannot be made: " + code.message());
    write_file(path / ("nodes" + suffix_), [&](std::ostream& out) { tables.nodes(out); });
    write_file(path / ("edges" + suffix_), [&](std::ostream& out) { tables.edges(out); });
    if (!options.evidence) return;
    write_file(path / ("evidence" + suffix_), [&](std::ostream& out) { tables.evidence(out); });
    write_file(path / ("documents" + suffix_), [&](std::ostream& out) { tables.documents(out); });
  }

 private:
  char delimiter_;
  std::string suffix_;
};

}  // namespace

std::unique_ptr<Exporter> make_csv_exporter() { return std::make_unique<CsvExporter>(',', ".csv"); }
std::unique_ptr<Exporter> make_tsv_exporter() { return std::make_unique<CsvExporter>('\t', ".tsv"); }

}  // namespace entente
