#include "entente/query/property_graph.hpp"

#include <fmt/format.h>

namespace entente {

namespace {

std::string name_text(const std::string& name) {
  bool plain = !name.empty() && !(name[0] >= '0' && name[0] <= '9');
  for (const unsigned char c : name) plain = plain && (std::isalnum(c) || c == '_' || c >= 0x80);
  if (plain) return name;
  std::string text = "`";
  for (const char c : name) text += c == '`' ? "``" : std::string(1, c);
  return text + "`";
}

std::string map_text(const PropertyGraph& graph, const ValueMap& map) {
  std::string text = "{";
  for (const auto& [key, value] : map) text += fmt::format("{}{}: {}", text.size() > 1 ? ", " : "", name_text(key), to_text(graph, value));
  return text + "}";
}

std::string node_text(const PropertyGraph& graph, std::uint32_t node) {
  std::string text = "(";
  for (const auto& label : graph.labels(node)) text += ":" + name_text(label);
  const auto properties = graph.node_properties(node);
  if (!properties.empty()) text += (text.size() > 1 ? " " : "") + map_text(graph, properties);
  return text + ")";
}

std::string relationship_text(const PropertyGraph& graph, std::uint32_t relationship) {
  std::string text = "[:" + name_text(graph.type_names()[graph.type_of(relationship)]);
  const auto properties = graph.relationship_properties(relationship);
  if (!properties.empty()) text += " " + map_text(graph, properties);
  return text + "]";
}

std::string path_text(const PropertyGraph& graph, const PathValue& path) {
  std::string text = "<" + node_text(graph, path.nodes[0]);
  for (std::size_t i = 0; i < path.relationships.size(); ++i) {
    const bool forward = graph.source(path.relationships[i]) == path.nodes[i];
    text += fmt::format("{}-{}-{}{}", forward ? "" : "<", relationship_text(graph, path.relationships[i]), forward ? ">" : "",
                        node_text(graph, path.nodes[i + 1]));
  }
  return text + ">";
}

}  // namespace

std::vector<std::string> PropertyGraph::labels(std::uint32_t node) const {
  std::vector<std::string> names;
  for (std::uint32_t label = 0; label < label_names().size(); ++label)
    if (has_label(node, label)) names.push_back(label_names()[label]);
  return names;
}

std::uint32_t PropertyGraph::other_end(std::uint32_t relationship, std::uint32_t node) const {
  const auto start = source(relationship);
  return start == node ? target(relationship) : start;
}

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    switch (c) {
      case '\'':
        out += "\\'";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += c;
    }
  }
  return out + "'";
}

std::string to_text(const PropertyGraph& graph, const Value& value) {
  switch (value.kind()) {
    case ValueKind::null:
      return "null";
    case ValueKind::boolean:
      return *value.as<bool>() ? "true" : "false";
    case ValueKind::number:
      return value.as<double>() ? float_text(*value.as<double>()) : std::to_string(*value.as<std::int64_t>());
    case ValueKind::string:
      return quoted(*value.as<std::string>());
    case ValueKind::map:
      return map_text(graph, *value.as<ValueMap>());
    case ValueKind::node:
      return node_text(graph, value.as<NodeRef>()->id);
    case ValueKind::relationship:
      return relationship_text(graph, value.as<RelationshipRef>()->id);
    case ValueKind::path:
      return path_text(graph, *value.as<PathValue>());
    case ValueKind::list: {
      std::string text = "[";
      for (const auto& item : *value.as<ValueList>()) text += (text.size() > 1 ? ", " : "") + to_text(graph, item);
      return text + "]";
    }
  }
  return {};
}

}  // namespace entente
