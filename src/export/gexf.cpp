#include <fmt/format.h>

#include <cmath>

#include "entente/base/file.hpp"
#include "entente/graph/iri.hpp"
#include "export/fields.hpp"
#include "export/formats.hpp"
#include "export/style.hpp"
#include "export/xml_writer.hpp"

namespace entente {

namespace {

const char* type_name(FieldType type) {
  switch (type) {
    case FieldType::list:
      return "liststring";
    case FieldType::integer:
      return "integer";
    case FieldType::real:
      return "double";
    case FieldType::boolean:
      return "boolean";
    default:
      return "string";
  }
}

/// Gephi's notation of lists: ["a", "b"] with \ before \ and ".
std::string list_text(const std::vector<std::string>& items) {
  std::string text = "[";
  for (const auto& item : items) {
    text += text.size() == 1 ? "\"" : ", \"";
    for (const char c : item) {
      if (c == '\\' || c == '"') text += '\\';
      text += c;
    }
    text += '"';
  }
  return text + "]";
}

/// First day of a year, month or day; empty for other text.
std::string first_day(const std::string& date) {
  const auto day = date + (date.size() == 4 ? "-01-01" : date.size() == 7 ? "-01" : "");
  return is_calendar_day(day) ? day : std::string();
}

std::string last_day(const std::string& date) {
  if (date.size() != 7) return date.size() == 4 ? first_day(date + "-12-31") : first_day(date);
  for (const char* end : {"-31", "-30", "-29", "-28"})
    if (is_calendar_day(date + end)) return date + end;
  return {};
}

/// Writes a graph in GEXF 1.3 (https://gexf.net/schema.html). Symmetric relations are directed edges with symmetric=true: readers
/// drop undirected edges in a directed graph. Attribute ids are numbers, since some readers name attributes by other ids.
class GexfWriter {
 public:
  GexfWriter(const KnowledgeGraph& graph, const ExportOptions& options, std::ostream& out) : graph_(graph), options_(options), xml_(out) {
    for (const auto& type : types_in_use(graph)) colors_[type] = type_style(graph, type).dark;
    for (const auto& family : families_in_use(graph)) colors_["family " + family] = family_style(graph, family).color;
  }

  void write() {
    xml_.open("gexf")
        .attribute("xmlns", "http://gexf.net/1.3")
        .attribute("xmlns:viz", "http://gexf.net/1.3/viz")
        .attribute("version", "1.3");
    xml_.open("meta").open("creator").text("Entente").close();
    if (!options_.title.empty()) xml_.open("description").text(options_.title).close();
    xml_.close();
    xml_.open("graph").attribute("defaultedgetype", "directed");
    if (options_.dynamic)
      xml_.attribute("mode", "dynamic").attribute("timeformat", "date").attribute("timerepresentation", "interval");
    else
      xml_.attribute("mode", "static");
    write_columns("node", node_fields());
    write_columns("edge", edge_fields(options_.evidence));
    write_nodes();
    write_edges();
    xml_.close().close();
  }

 private:
  void write_columns(const char* of, const std::vector<Field>& fields) {
    xml_.open("attributes").attribute("class", of);
    for (std::size_t i = 0; i < fields.size(); ++i)
      xml_.open("attribute")
          .attribute("id", std::to_string(i))
          .attribute("title", fields[i].name)
          .attribute("type", type_name(fields[i].type))
          .close();
    xml_.close();
  }

  void write_values(const std::vector<FieldValue>& values) {
    xml_.open("attvalues");
    for (std::size_t i = 0; i < values.size(); ++i)
      if (!values[i].empty())
        xml_.open("attvalue")
            .attribute("for", std::to_string(i))
            .attribute("value", values[i].items.empty() ? values[i].text : list_text(values[i].items))
            .close();
    xml_.close();
  }

  void write_color(const std::string& hex) {
    const auto channel = [&](std::size_t at) { return std::to_string(std::stoi(hex.substr(at, 2), nullptr, 16)); };
    xml_.open("viz:color").attribute("r", channel(1)).attribute("g", channel(3)).attribute("b", channel(5)).close();
  }

  void write_nodes() {
    std::vector<std::size_t> degree(graph_.entities.size());
    for (const auto& edge : graph_.edges) ++degree[edge.source.value], ++degree[edge.target.value];
    xml_.open("nodes");
    for (std::size_t i = 0; i < graph_.entities.size(); ++i) {
      const auto& entity = graph_.entities[i];
      xml_.open("node").attribute("id", entity.key).attribute("label", entity.label);
      write_values(node_values(graph_, entity));
      write_color(colors_.at(entity.type));
      // A sunflower: a place for each node, since some layouts and exports need one.
      const double angle = 2.399963229728653 * static_cast<double>(i), radius = 20 * std::sqrt(static_cast<double>(i));
      xml_.open("viz:position")
          .attribute("x", fmt::format("{:.2f}", radius * std::cos(angle)))
          .attribute("y", fmt::format("{:.2f}", radius * std::sin(angle)))
          .attribute("z", "0.0")
          .close();
      xml_.open("viz:size").attribute("value", fmt::format("{:.2f}", 6 + 4 * std::log2(1.0 + static_cast<double>(degree[i])))).close();
      xml_.close();
    }
    xml_.close();
  }

  void write_edges() {
    xml_.open("edges");
    for (const auto& edge : graph_.edges) {
      const auto kind = edge_kind(graph_, edge);
      xml_.open("edge").attribute("id", edge.key).attribute("source", graph_.entity(edge.source).key);
      xml_.attribute("target", graph_.entity(edge.target).key).attribute("kind", kind).attribute("label", kind);
      xml_.attribute("weight", fmt::format("{}.0", edge.support()));
      if (options_.dynamic && !first_day(edge.first).empty() && !last_day(edge.last).empty())
        xml_.attribute("start", first_day(edge.first)).attribute("end", last_day(edge.last));
      write_values(edge_values(graph_, edge, options_.evidence));
      write_color(colors_.at("family " + graph_.relation(edge.relation).family));
      xml_.close();
    }
    xml_.close();
  }

  const KnowledgeGraph& graph_;
  const ExportOptions& options_;
  XmlWriter xml_;
  std::map<std::string, std::string> colors_;
};

class GexfExporter : public Exporter {
 public:
  void write(const KnowledgeGraph& graph, const ExportOptions& options, const std::filesystem::path& path) const override {
    write_file(path, [&](std::ostream& out) { GexfWriter(graph, options, out).write(); });
  }
};

}  // namespace

std::unique_ptr<Exporter> make_gexf_exporter() { return std::make_unique<GexfExporter>(); }

}  // namespace entente
