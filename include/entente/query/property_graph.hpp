// What the query language sees of a graph: nodes with labels, directed relationships with a type, properties on both.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/query/value.hpp"

namespace entente {

/// A read-only property graph. Nodes, relationships, labels and types are numbered from 0; all lists are in increasing order of id.
///
/// A symmetric relationship stands in the outgoing and in the incoming list of both its ends.
class PropertyGraph {
 public:
  virtual ~PropertyGraph() = default;

  virtual std::uint32_t node_count() const = 0;
  virtual std::uint32_t relationship_count() const = 0;
  virtual std::span<const std::uint32_t> outgoing(std::uint32_t node) const = 0;
  virtual std::span<const std::uint32_t> incoming(std::uint32_t node) const = 0;
  virtual std::uint32_t source(std::uint32_t relationship) const = 0;
  virtual std::uint32_t target(std::uint32_t relationship) const = 0;
  virtual bool symmetric(std::uint32_t relationship) const = 0;

  virtual const std::vector<std::string>& label_names() const = 0;
  virtual const std::vector<std::string>& type_names() const = 0;
  virtual bool has_label(std::uint32_t node, std::uint32_t label) const = 0;
  virtual std::uint32_t type_of(std::uint32_t relationship) const = 0;

  virtual Value node_property(std::uint32_t node, std::string_view key) const = 0;
  virtual Value relationship_property(std::uint32_t relationship, std::string_view key) const = 0;
  virtual ValueMap node_properties(std::uint32_t node) const = 0;
  virtual ValueMap relationship_properties(std::uint32_t relationship) const = 0;
  /// The nodes whose property `key` is `text`, if an index knows them; nothing if the nodes must be searched.
  virtual std::optional<std::vector<std::uint32_t>> find_nodes(std::string_view key, std::string_view text) const = 0;

  /// Names of the labels of `node` in order of label id.
  std::vector<std::string> labels(std::uint32_t node) const;
  /// The end of `relationship` that is not `node` (`node` itself for a loop).
  std::uint32_t other_end(std::uint32_t relationship, std::uint32_t node) const;
};

/// A value as the language writes it: `(:State {name: 'Japan'})`, `[:FEARS]`, `<(a)-[:T]->(b)>`, `[1, 'x']`.
std::string to_text(const PropertyGraph& graph, const Value& value);

/// `text` in single quotes with the language's escapes.
std::string quoted(std::string_view text);

}  // namespace entente
