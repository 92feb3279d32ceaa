#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "entente/query/cypher.hpp"
#include "query/output_text.hpp"

namespace entente {

namespace {

std::string json_list(const PropertyGraph& graph, const ValueList& list);

std::string json_map(const PropertyGraph& graph, const ValueMap& map);

std::string json_node(const PropertyGraph& graph, std::uint32_t node) {
  std::string labels;
  for (const auto& label : graph.labels(node)) labels += (labels.empty() ? "" : ",") + json_text(label);
  return fmt::format(R"({{"labels":[{}],"properties":{}}})", labels, json_map(graph, graph.node_properties(node)));
}

std::string json_relationship(const PropertyGraph& graph, std::uint32_t relationship) {
  const auto name = [&](std::uint32_t node) {
    const auto id = graph.node_property(node, "id");
    return id.as<std::string>() ? json_text(*id.as<std::string>()) : std::to_string(node);
  };
  return fmt::format(R"({{"start":{},"type":{},"end":{},"properties":{}}})", name(graph.source(relationship)),
                     json_text(graph.type_names()[graph.type_of(relationship)]), name(graph.target(relationship)),
                     json_map(graph, graph.relationship_properties(relationship)));
}

std::string json_value(const PropertyGraph& graph, const Value& value) {
  switch (value.kind()) {
    case ValueKind::string:
      return json_text(*value.as<std::string>());
    case ValueKind::number:
      if (value.as<double>() && !std::isfinite(*value.as<double>())) return json_text(float_text(*value.as<double>()));
      return to_text(graph, value);
    case ValueKind::list:
      return json_list(graph, *value.as<ValueList>());
    case ValueKind::map:
      return json_map(graph, *value.as<ValueMap>());
    case ValueKind::node:
      return json_node(graph, value.as<NodeRef>()->id);
    case ValueKind::relationship:
      return json_relationship(graph, value.as<RelationshipRef>()->id);
    case ValueKind::path: {
      ValueList nodes, relationships;
      for (const auto id : value.as<PathValue>()->nodes) nodes.emplace_back(NodeRef{id});
      for (const auto id : value.as<PathValue>()->relationships) relationships.emplace_back(RelationshipRef{id});
      return fmt::format(R"({{"nodes":{},"relationships":{}}})", json_list(graph, nodes), json_list(graph, relationships));
    }
    default:
      return to_text(graph, value);
  }
}

std::string json_list(const PropertyGraph& graph, const ValueList& list) {
  std::string text;
  for (const auto& element : list) text += (text.empty() ? "" : ",") + json_value(graph, element);
  return "[" + text + "]";
}

std::string json_map(const PropertyGraph& graph, const ValueMap& map) {
  std::string text;
  for (const auto& [key, value] : map) text += fmt::format("{}{}:{}", text.empty() ? "" : ",", json_text(key), json_value(graph, value));
  return "{" + text + "}";
}

std::string json_row(const PropertyGraph& graph, const QueryResult& result, const std::vector<Value>& row) {
  std::string text;
  for (std::size_t i = 0; i < row.size(); ++i)
    text += fmt::format("{}{}:{}", i ? "," : "", json_text(result.columns[i]), json_value(graph, row[i]));
  return "{" + text + "}";
}

/// A cell for people: a string without quotes, nothing for null.
std::string plain(const PropertyGraph& graph, const Value& value) {
  if (value.is_null()) return "";
  return value.as<std::string>() ? *value.as<std::string>() : to_text(graph, value);
}

std::string brief(const PropertyGraph& graph, const Value& value);

std::string brief_node(const PropertyGraph& graph, std::uint32_t node) {
  const auto name = graph.node_property(node, "name");
  return name.as<std::string>() ? "(" + *name.as<std::string>() + ")" : to_text(graph, NodeRef{node});
}

std::string brief_relationship(const PropertyGraph& graph, std::uint32_t relationship) {
  const auto confidence = graph.relationship_property(relationship, "confidence");
  if (!confidence.as<double>()) return to_text(graph, RelationshipRef{relationship});
  return fmt::format("[:{} {:.2f}]", graph.type_names()[graph.type_of(relationship)], *confidence.as<double>());
}

std::string brief_path(const PropertyGraph& graph, const PathValue& path) {
  auto text = brief_node(graph, path.nodes[0]);
  for (std::size_t i = 0; i < path.relationships.size(); ++i) {
    const auto id = path.relationships[i];
    const bool forward = graph.source(id) == path.nodes[i], both = graph.symmetric(id);
    text += fmt::format("{}-{}-{}{}", forward || both ? "" : "<", brief_relationship(graph, id), forward && !both ? ">" : "",
                        brief_node(graph, path.nodes[i + 1]));
  }
  return text;
}

/// A value as people want to see it in a table: named things by their names, numbers in six digits.
std::string brief(const PropertyGraph& graph, const Value& value) {
  if (const auto* node = value.as<NodeRef>()) return brief_node(graph, node->id);
  if (const auto* relationship = value.as<RelationshipRef>()) return brief_relationship(graph, relationship->id);
  if (const auto* path = value.as<PathValue>()) return brief_path(graph, *path);
  if (const auto* number = value.as<double>(); number && std::isfinite(*number)) {
    const auto text = fmt::format("{:.6g}", *number);
    return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
  }
  if (const auto* list = value.as<ValueList>()) {
    std::string text = "[";
    for (const auto& item : *list) text += (text.size() > 1 ? ", " : "") + brief(graph, item);
    return text + "]";
  }
  return value.as<std::string>() ? *value.as<std::string>() : to_text(graph, value);
}

void write_table(std::ostream& out, const PropertyGraph& graph, const QueryResult& result) {
  std::vector<std::vector<std::string>> cells{{}};
  for (const auto& column : result.columns) cells[0].push_back(one_line(column));
  for (const auto& row : result.rows) {
    cells.emplace_back();
    for (const auto& value : row) cells.back().push_back(one_line(brief(graph, value)));
  }
  std::vector<std::size_t> widths(result.columns.size());
  for (const auto& line : cells)
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], display_width(line[i]));
  for (std::size_t n = 0; n < cells.size(); ++n) {
    std::string line, rule;
    for (std::size_t i = 0; i < cells[n].size(); ++i) {
      const bool last = i + 1 == cells[n].size();
      line += (i ? " | " : "") + (last ? cells[n][i] : padded(cells[n][i], widths[i]));
      rule += (i ? "-+-" : "") + std::string(std::min<std::size_t>(widths[i], 120), '-');
    }
    fmt::print(out, "{}\n", line);
    if (n == 0) fmt::print(out, "{}\n", rule);
  }
}

void write_csv(std::ostream& out, const PropertyGraph& graph, const QueryResult& result) {
  for (std::size_t i = 0; i < result.columns.size(); ++i) fmt::print(out, "{}{}", i ? "," : "", csv_field(result.columns[i]));
  fmt::print(out, "\r\n");
  for (const auto& row : result.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) fmt::print(out, "{}{}", i ? "," : "", csv_field(plain(graph, row[i])));
    fmt::print(out, "\r\n");
  }
}

}  // namespace

void write_result(std::ostream& out, const PropertyGraph& graph, const QueryResult& result, std::string_view format) {
  if (format == "table") return write_table(out, graph, result);
  if (format == "csv") return write_csv(out, graph, result);
  if (format != "json" && format != "jsonl")
    throw UsageError(fmt::format("expected one of table, csv, json, jsonl as format, found '{}'", format));
  const bool lines = format == "jsonl";
  if (!lines) fmt::print(out, "[");
  for (std::size_t i = 0; i < result.rows.size(); ++i)
    fmt::print(out, "{}{}", lines ? (i ? "\n" : "") : (i ? ",\n " : ""), json_row(graph, result, result.rows[i]));
  if (!lines) fmt::print(out, "]\n");
  if (lines && !result.rows.empty()) fmt::print(out, "\n");
}

}  // namespace entente
