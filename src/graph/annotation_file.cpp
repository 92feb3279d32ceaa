#include "entente/graph/annotation_file.hpp"

#include <functional>

#include "entente/base/file.hpp"
#include "entente/base/json.hpp"

namespace entente {

namespace {

/// Calls `visit` with each line's value that is not blank.
void for_each_line(const std::filesystem::path& file, const std::function<void(const JsonDocument&)>& visit) {
  const std::string bytes = read_file(file);
  std::uint32_t number = 0;
  for (std::size_t begin = 0; begin < bytes.size();) {
    auto end = bytes.find('\n', begin);
    if (end == std::string::npos) end = bytes.size();
    ++number;
    const auto line = std::string_view(bytes).substr(begin, end - begin);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) visit(JsonDocument::parse(line, file.string(), number));
    begin = end + 1;
  }
}

void read_entities(const JsonDocument& line, const JsonValue& list, AnnotatedGraph& graph) {
  for (const auto& entity : list.elements) {
    auto names = line.texts_or_none(entity, "aliases");
    const auto& id = line.required(entity, "id", JsonKind::string).string;
    names.insert(names.begin(), id);
    graph.entities.emplace_back(id, std::move(names));
  }
}

/// An end of an edge: the id itself, or an object with label and aliases.
std::string read_end(const JsonDocument& line, const JsonValue& edge, std::string_view key, AnnotatedGraph& graph) {
  const auto& end = line.required(edge, key);
  if (end.is_string()) return end.string;
  const auto& label = line.required(end, "label", JsonKind::string).string;
  auto names = line.texts_or_none(end, "aliases");
  names.insert(names.begin(), label);
  for (auto& [id, known] : graph.entities)
    if (id == label) {
      known.insert(known.end(), names.begin(), names.end());
      return label;
    }
  graph.entities.emplace_back(label, std::move(names));
  return label;
}

/// A string member; empty if it is absent or null.
std::string text_or_null(const JsonValue& object, std::string_view key) {
  const auto* value = object.find(key);
  return value == nullptr ? std::string() : value->string;
}

AnnotatedEdge read_compact_edge(const JsonDocument& line, const JsonValue& row) {
  if (row.elements.size() < 4) throw InputError(line.message(row.offset, "expected [source, relation, target, modality, …]"));
  return {row.elements[0].string,
          row.elements[1].string,
          row.elements[2].string,
          parse_modality(row.elements[3].string),
          false,
          row.elements.size() > 4 ? row.elements[4].string : ""};
}

}  // namespace

AnnotatedGraph read_annotated_graph(const std::filesystem::path& file) {
  AnnotatedGraph graph;
  for_each_line(file, [&](const JsonDocument& line) {
    if (const auto* entities = line.root().find("entities")) return read_entities(line, *entities, graph);
    const auto& edge = line.root();
    AnnotatedEdge read;
    read.source = read_end(line, edge, "source", graph);
    read.relation = line.required(edge, "relation", JsonKind::string).string;
    read.target = read_end(line, edge, "target", graph);
    read.modality = parse_modality(line.text_or(edge, "modality", "asserted"));
    read.attributed_to = text_or_null(edge, "attributed_to");
    if (const auto* alt = edge.find("alt")) read.optional = alt->boolean;
    graph.edges.push_back(std::move(read));
  });
  return graph;
}

std::vector<AnnotatedDocument> read_annotated_corpus(const std::filesystem::path& file) {
  std::vector<AnnotatedDocument> documents;
  for_each_line(file, [&](const JsonDocument& line) {
    const auto& root = line.root();
    const auto& id = line.required(root, "doc", JsonKind::string).string;
    if (const auto* entities = root.find("entities")) {
      documents.push_back({id, text_or_null(root, "title"), text_or_null(root, "genre"), text_or_null(root, "date"), "", {}});
      return read_entities(line, *entities, documents.back().graph);
    }
    if (documents.empty() || documents.back().id != id)
      throw InputError(line.message(root.offset, "expected the header of this document before its sentences"));
    auto& document = documents.back();
    document.text += (document.text.empty() ? "" : " ") + line.required(root, "text", JsonKind::string).string;
    for (const auto& row : line.required(root, "assertions", JsonKind::array).elements)
      document.graph.edges.push_back(read_compact_edge(line, row));
  });
  return documents;
}

}  // namespace entente
