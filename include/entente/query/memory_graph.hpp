// A property graph in memory, with any labels and properties.
#pragma once

#include "entente/query/property_graph.hpp"

namespace entente {

/// A property graph that is built node by node.
class MemoryGraph : public PropertyGraph {
 public:
  /// Adds a node and returns its id. Null properties are left out.
  std::uint32_t add_node(const std::vector<std::string>& labels, ValueMap properties = {});
  /// Adds a directed relationship between existing nodes and returns its id.
  std::uint32_t add_relationship(std::uint32_t source, const std::string& type, std::uint32_t target, ValueMap properties = {});

  std::uint32_t node_count() const override { return static_cast<std::uint32_t>(nodes_.size()); }
  std::uint32_t relationship_count() const override { return static_cast<std::uint32_t>(relationships_.size()); }
  std::span<const std::uint32_t> outgoing(std::uint32_t node) const override { return nodes_[node].outgoing; }
  std::span<const std::uint32_t> incoming(std::uint32_t node) const override { return nodes_[node].incoming; }
  std::uint32_t source(std::uint32_t relationship) const override { return relationships_[relationship].source; }
  std::uint32_t target(std::uint32_t relationship) const override { return relationships_[relationship].target; }
  bool symmetric(std::uint32_t) const override { return false; }
  const std::vector<std::string>& label_names() const override { return labels_; }
  const std::vector<std::string>& type_names() const override { return types_; }
  bool has_label(std::uint32_t node, std::uint32_t label) const override;
  std::uint32_t type_of(std::uint32_t relationship) const override { return relationships_[relationship].type; }
  Value node_property(std::uint32_t node, std::string_view key) const override { return map_get(nodes_[node].properties, key); }
  Value relationship_property(std::uint32_t relationship, std::string_view key) const override {
    return map_get(relationships_[relationship].properties, key);
  }
  ValueMap node_properties(std::uint32_t node) const override { return nodes_[node].properties; }
  ValueMap relationship_properties(std::uint32_t relationship) const override { return relationships_[relationship].properties; }
  std::optional<std::vector<std::uint32_t>> find_nodes(std::string_view, std::string_view) const override { return std::nullopt; }

 private:
  struct Node {
    std::vector<std::uint32_t> labels;  // sorted
    ValueMap properties;
    std::vector<std::uint32_t> outgoing;
    std::vector<std::uint32_t> incoming;
  };
  struct Relationship {
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    std::uint32_t type = 0;
    ValueMap properties;
  };
  std::vector<std::string> labels_;
  std::vector<std::string> types_;
  std::vector<Node> nodes_;
  std::vector<Relationship> relationships_;
};

}  // namespace entente
