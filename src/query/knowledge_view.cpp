#include "entente/query/knowledge_view.hpp"

#include <algorithm>
#include <set>

#include "entente/query/explanation.hpp"

namespace entente {

std::string upper_snake(std::string_view name) {
  std::string text;
  for (const char c : name) {
    if (c >= 'a' && c <= 'z')
      text += static_cast<char>(c - 'a' + 'A');
    else
      text += c == ' ' || c == '-' ? '_' : c;
  }
  return text;
}

KnowledgeView::KnowledgeView(const KnowledgeGraph& graph) : graph_(graph) {
  std::set<std::string> types;
  for (const auto& entity : graph.entities) types.insert(entity.type);
  labels_.emplace_back("Entity");
  labels_.insert(labels_.end(), types.begin(), types.end());
  for (const auto& entity : graph.entities)
    label_of_.push_back(static_cast<std::uint32_t>(std::lower_bound(labels_.begin() + 1, labels_.end(), entity.type) - labels_.begin()));
  for (const auto& relation : graph.relations) {
    types_.push_back(upper_snake(relation.name));
    types_.push_back("NOT_" + upper_snake(relation.name));
  }
  outgoing_ = rows(true);
  incoming_ = rows(false);
}

KnowledgeView::Rows KnowledgeView::rows(bool outgoing) const {
  Rows rows;
  rows.first.resize(graph_.entities.size() + 1);
  const auto each = [&](const auto& visit) {
    for (std::uint32_t i = 0; i < graph_.edges.size(); ++i) {
      const auto near = outgoing ? source(i) : target(i), far = outgoing ? target(i) : source(i);
      visit(near, i);
      if (near != far && symmetric(i)) visit(far, i);
    }
  };
  each([&](std::uint32_t node, std::uint32_t) { ++rows.first[node + 1]; });
  for (std::size_t i = 1; i < rows.first.size(); ++i) rows.first[i] += rows.first[i - 1];
  rows.ids.resize(rows.first.back());
  auto next = rows.first;
  each([&](std::uint32_t node, std::uint32_t id) { rows.ids[next[node]++] = id; });
  return rows;
}

std::uint32_t KnowledgeView::type_of(std::uint32_t relationship) const {
  const auto& edge = graph_.edges[relationship];
  return 2 * edge.relation.value + (edge.negated ? 1 : 0);
}

Value KnowledgeView::node_property(std::uint32_t node, std::string_view key) const {
  const auto& entity = graph_.entities[node];
  if (key == "id") return entity.key;
  if (key == "name") return entity.label;
  if (key == "type") return entity.type;
  if (key == "wikidata") return entity.wikidata.empty() ? Value() : Value(entity.wikidata);
  if (key == "aliases") return ValueList(entity.aliases.begin(), entity.aliases.end());
  if (key == "documents") return static_cast<std::int64_t>(entity.appearances.size());
  return {};
}

ValueMap KnowledgeView::node_properties(std::uint32_t node) const {
  ValueMap map;
  for (const char* key : {"id", "name", "type", "wikidata", "documents"})
    if (auto value = node_property(node, key); !value.is_null()) map_set(map, key, std::move(value));
  if (!graph_.entities[node].aliases.empty()) map_set(map, "aliases", node_property(node, "aliases"));
  return map;
}

Value KnowledgeView::relationship_property(std::uint32_t relationship, std::string_view key) const {
  const auto& edge = graph_.edges[relationship];
  if (key == "confidence") return edge.confidence;
  if (key == "support") return static_cast<std::int64_t>(edge.support());
  if (key == "negated") return edge.negated;
  if (key == "documents") return static_cast<std::int64_t>(edge.documents);
  if (key == "family") return graph_.relation(edge.relation).family;
  if (key == "first") return edge.first.empty() ? Value() : Value(edge.first);
  if (key == "last") return edge.last.empty() ? Value() : Value(edge.last);
  if (key == "source" || key == "target") return {};
  return map_get(edge_map(graph_, EdgeId{relationship}), key);
}

ValueMap KnowledgeView::relationship_properties(std::uint32_t relationship) const {
  auto map = edge_map(graph_, EdgeId{relationship});
  std::erase_if(map, [](const MapEntry& entry) { return entry.key == "source" || entry.key == "target" || entry.value.is_null(); });
  return map;
}

std::optional<std::vector<std::uint32_t>> KnowledgeView::find_nodes(std::string_view key, std::string_view text) const {
  if (key != "id") return std::nullopt;
  std::vector<std::uint32_t> found;
  const auto place = std::lower_bound(graph_.entities.begin(), graph_.entities.end(), text,
                                      [](const Entity& entity, std::string_view wanted) { return entity.key < wanted; });
  if (place != graph_.entities.end() && place->key == text) found.push_back(static_cast<std::uint32_t>(place - graph_.entities.begin()));
  return found;
}

}  // namespace entente
