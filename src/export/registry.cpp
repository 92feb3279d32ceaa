#include <fmt/format.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/base/fold.hpp"
#include "entente/export/exporter.hpp"
#include "export/formats.hpp"

namespace entente {

namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

}  // namespace

const std::vector<ExportFormat>& export_formats() {
  static const std::vector<ExportFormat> rows = {
      {"jsonld", {".jsonld", ".json"}, "JSON-LD, the program's own file, for all RDF tools", false, make_json_ld_exporter},
      {"assertions", {".jsonl"}, "one JSON object an assertion, for pipelines", false, make_assertions_exporter},
      {"nquads", {".nq", ".nt"}, "RDF triples, one a line, for bulk loading into RDF stores", false, make_n_quads_exporter},
      {"turtle", {".ttl"}, "RDF triples to be read by people", false, make_turtle_exporter},
      {"gexf", {".gexf"}, "GEXF 1.3 for Gephi: typed parallel edges, colours, sizes", false, make_gexf_exporter},
      {"graphml", {".graphml"}, "GraphML for yEd, networkx, igraph", false, make_graphml_exporter},
      {"neo4j",
       {},
       "folder of CSV files for neo4j-admin and LOAD CSV, with the import command and a Cypher script",
       true,
       make_neo4j_exporter},
      {"csv", {".csv"}, "table of edges with evidence; a folder of four tables if OUT has no suffix", false, make_csv_exporter},
      {"tsv", {".tsv"}, "the same with tabs", false, make_tsv_exporter},
      {"html", {".html", ".htm"}, "one page to explore the graph in a browser, without network", false, make_html_exporter},
      {"dot", {".dot", ".gv"}, "Graphviz source of a diagram, every edge with its data", false, make_dot_exporter},
      {"svg", {".svg"}, "diagram with tooltips and links, drawn by Graphviz", false, make_svg_exporter},
      {"png", {".png"}, "diagram as a picture", false, make_png_exporter},
      {"pdf", {".pdf"}, "diagram for print", false, make_pdf_exporter},
  };
  return rows;
}

const ExportFormat& find_export_format(std::string_view name) {
  const ExportFormat* nearest = nullptr;
  std::size_t least = 3;
  std::string known;
  for (const auto& format : export_formats()) {
    if (format.name == name) return format;
    const auto distance = edit_distance(format.name, name);
    if (distance < least) {
      least = distance;
      nearest = &format;
    }
    known += (known.empty() ? "" : ", ") + format.name;
  }
  throw UsageError(nearest != nullptr ? fmt::format("there is no format '{}' (did you mean '{}'?); known: {}", name, nearest->name, known)
                                      : fmt::format("there is no format '{}'; known: {}", name, known));
}

const ExportFormat& export_format_of(const std::filesystem::path& path) {
  const auto name = lower(path.filename().string());
  for (const auto& format : export_formats())
    for (const auto& suffix : format.suffixes)
      if (name.ends_with(suffix)) return format;
  throw UsageError(fmt::format("'{}' has no suffix that names a format; give one by --format. Known formats:\n{}", path.string(),
                               describe_export_formats()));
}

std::string describe_export_formats() {
  std::string text;
  for (const auto& format : export_formats()) {
    const auto suffixes = fmt::format("{}", fmt::join(format.suffixes, " "));
    text += fmt::format("  {:<10} {:<14} {}\n", format.name, suffixes, format.description);
  }
  return text;
}

void export_graph(const KnowledgeGraph& graph, std::string_view format, const ExportOptions& options, const std::filesystem::path& path) {
  const auto& row = format.empty() ? export_format_of(path) : find_export_format(format);
  if (row.folder && path == "-")
    throw UsageError(fmt::format("the format {} is a folder of files and cannot go to standard output", row.name));
  row.make()->write(graph, options, path);
}

}  // namespace entente
