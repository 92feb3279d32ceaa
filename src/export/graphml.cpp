#include "entente/base/file.hpp"
#include "entente/base/json_writer.hpp"
#include "export/fields.hpp"
#include "export/formats.hpp"
#include "export/xml_writer.hpp"

namespace entente {

namespace {

const char* type_name(FieldType type) {
  switch (type) {
    case FieldType::integer:
      return "int";
    case FieldType::real:
      return "double";
    case FieldType::boolean:
      return "boolean";
    default:
      return "string";
  }
}

std::string value_text(const FieldValue& value) {
  if (value.items.empty()) return value.text;
  std::string json;
  JsonWriter(json).value(value.items);
  return json;
}

/// Writes a graph in GraphML (http://graphml.graphdrawing.org). Lists are JSON lists in strings. Key ids are "n_" or "e_" and the
/// name: Gephi takes ids such as "r" for a colour. The id of an edge is also data, since igraph loses the other one.
class GraphmlWriter {
 public:
  GraphmlWriter(const KnowledgeGraph& graph, const ExportOptions& options, std::ostream& out)
      : graph_(graph), options_(options), xml_(out) {}

  void write() {
    xml_.open("graphml").attribute("xmlns", "http://graphml.graphdrawing.org/xmlns");
    const auto of_edges = edge_fields(options_.evidence);
    write_key("node", "n_", {"label", FieldType::text});
    for (const auto& field : node_fields()) write_key("node", "n_", field);
    write_key("edge", "e_", {"id", FieldType::text});
    write_key("edge", "e_", {"label", FieldType::text});
    write_key("edge", "e_", {"weight", FieldType::real});
    for (const auto& field : of_edges) write_key("edge", "e_", field);
    xml_.open("graph").attribute("id", "G").attribute("edgedefault", "directed");
    for (const auto& entity : graph_.entities) {
      xml_.open("node").attribute("id", entity.key);
      write_data("n_", "label", entity.label);
      write_values("n_", node_fields(), node_values(graph_, entity));
      xml_.close();
    }
    for (const auto& edge : graph_.edges) write_edge(edge, of_edges);
    xml_.close().close();
  }

 private:
  void write_key(const char* of, const std::string& prefix, const Field& field) {
    xml_.open("key").attribute("id", prefix + field.name).attribute("for", of).attribute("attr.name", field.name);
    xml_.attribute("attr.type", type_name(field.type)).close();
  }

  void write_data(const std::string& prefix, const std::string& name, std::string_view value) {
    xml_.open("data").attribute("key", prefix + name).text(value).close();
  }

  void write_values(const char* prefix, const std::vector<Field>& fields, const std::vector<FieldValue>& values) {
    for (std::size_t i = 0; i < values.size(); ++i)
      if (!values[i].empty()) write_data(prefix, fields[i].name, value_text(values[i]));
  }

  void write_edge(const Edge& edge, const std::vector<Field>& fields) {
    xml_.open("edge").attribute("id", edge.key).attribute("source", graph_.entity(edge.source).key);
    xml_.attribute("target", graph_.entity(edge.target).key);
    write_data("e_", "id", edge.key);
    write_data("e_", "label", edge_kind(graph_, edge));
    write_data("e_", "weight", std::to_string(edge.support()) + ".0");
    write_values("e_", fields, edge_values(graph_, edge, options_.evidence));
    xml_.close();
  }

  const KnowledgeGraph& graph_;
  const ExportOptions& options_;
  XmlWriter xml_;
};

class GraphmlExporter : public Exporter {
 public:
  void write(const KnowledgeGraph& graph, const ExportOptions& options, const std::filesystem::path& path) const override {
    write_file(path, [&](std::ostream& out) { GraphmlWriter(graph, options, out).write(); });
  }
};

}  // namespace

std::unique_ptr<Exporter> make_graphml_exporter() { return std::make_unique<GraphmlExporter>(); }

}  // namespace entente
