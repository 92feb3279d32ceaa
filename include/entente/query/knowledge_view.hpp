// A knowledge graph as a property graph, for the query language.
#pragma once

#include "entente/graph/knowledge_graph.hpp"
#include "entente/query/property_graph.hpp"

namespace entente {

/// Node `i` is entity `i`, relationship `i` is edge `i` of the graph, which must outlive the view.
///
/// Nodes have the labels Entity and their type, and the properties id, name, type, aliases, wikidata, documents. The type of a
/// relationship is its relation in UPPER_SNAKE case, of a negated edge NOT_ and that, so that no query takes a denial for the
/// relation; its properties are id, relation, family, negated, confidence, support, documents, asserted, possible, first, last,
/// saidBy, quote, document, start, end, by.
class KnowledgeView : public PropertyGraph {
 public:
  explicit KnowledgeView(const KnowledgeGraph& graph);

  std::uint32_t node_count() const override { return static_cast<std::uint32_t>(graph_.entities.size()); }
  std::uint32_t relationship_count() const override { return static_cast<std::uint32_t>(graph_.edges.size()); }
  std::span<const std::uint32_t> outgoing(std::uint32_t node) const override { return outgoing_.row(node); }
  std::span<const std::uint32_t> incoming(std::uint32_t node) const override { return incoming_.row(node); }
  std::uint32_t source(std::uint32_t relationship) const override { return graph_.edges[relationship].source.value; }
  std::uint32_t target(std::uint32_t relationship) const override { return graph_.edges[relationship].target.value; }
  bool symmetric(std::uint32_t relationship) const override { return graph_.relation(graph_.edges[relationship].relation).symmetric; }
  const std::vector<std::string>& label_names() const override { return labels_; }
  const std::vector<std::string>& type_names() const override { return types_; }
  bool has_label(std::uint32_t node, std::uint32_t label) const override { return label == 0 || label_of_[node] == label; }
  std::uint32_t type_of(std::uint32_t relationship) const override;
  Value node_property(std::uint32_t node, std::string_view key) const override;
  Value relationship_property(std::uint32_t relationship, std::string_view key) const override;
  ValueMap node_properties(std::uint32_t node) const override;
  ValueMap relationship_properties(std::uint32_t relationship) const override;
  std::optional<std::vector<std::uint32_t>> find_nodes(std::string_view key, std::string_view text) const override;

 private:
  /// Compressed sparse rows of relationships.
  struct Rows {
    std::vector<std::size_t> first;
    std::vector<std::uint32_t> ids;
    std::span<const std::uint32_t> row(std::uint32_t node) const { return {ids.data() + first[node], first[node + 1] - first[node]}; }
  };
  Rows rows(bool outgoing) const;

  const KnowledgeGraph& graph_;
  std::vector<std::string> labels_;  // Entity and the types of entities
  std::vector<std::string> types_;   // of relation i: 2 i, negated 2 i + 1
  std::vector<std::uint32_t> label_of_;
  Rows outgoing_, incoming_;
};

/// `sanctions` as SANCTIONS, `allied with` as ALLIED_WITH.
std::string upper_snake(std::string_view name);

}  // namespace entente
