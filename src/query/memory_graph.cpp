#include "entente/query/memory_graph.hpp"

#include <algorithm>

namespace entente {

namespace {

std::uint32_t intern(std::vector<std::string>& names, const std::string& name) {
  const auto index = static_cast<std::uint32_t>(std::find(names.begin(), names.end(), name) - names.begin());
  if (index == names.size()) names.push_back(name);
  return index;
}

void drop_nulls(ValueMap& properties) {
  std::erase_if(properties, [](const MapEntry& entry) { return entry.value.is_null(); });
}

}  // namespace

std::uint32_t MemoryGraph::add_node(const std::vector<std::string>& labels, ValueMap properties) {
  drop_nulls(properties);
  Node node{{}, std::move(properties), {}, {}};
  for (const auto& label : labels) node.labels.push_back(intern(labels_, label));
  std::sort(node.labels.begin(), node.labels.end());
  node.labels.erase(std::unique(node.labels.begin(), node.labels.end()), node.labels.end());
  nodes_.push_back(std::move(node));
  return node_count() - 1;
}

std::uint32_t MemoryGraph::add_relationship(std::uint32_t source, const std::string& type, std::uint32_t target, ValueMap properties) {
  drop_nulls(properties);
  const auto id = relationship_count();
  relationships_.push_back({source, target, intern(types_, type), std::move(properties)});
  nodes_[source].outgoing.push_back(id);
  nodes_[target].incoming.push_back(id);
  return id;
}

bool MemoryGraph::has_label(std::uint32_t node, std::uint32_t label) const {
  const auto& labels = nodes_[node].labels;
  return std::binary_search(labels.begin(), labels.end(), label);
}

}  // namespace entente
