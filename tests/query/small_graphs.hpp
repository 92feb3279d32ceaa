// Random graphs that are small enough to try everything.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "entente/graph/knowledge_graph.hpp"
#include "entente/query/memory_graph.hpp"

namespace entente {

/// A knowledge graph of entities e0, e1, ... with edges drawn by `seed`; confidences differ.
inline KnowledgeGraph random_knowledge_graph(std::uint32_t seed, std::uint32_t entities, std::uint32_t edges) {
  std::mt19937 random(seed);
  KnowledgeGraph graph;
  graph.documents.push_back({"d", "Title", "", "2016-05-01", "", "en", "", 1});
  graph.relations = {{"allied_with", "cooperation", "", "", true}, {"opposes", "conflict", "", "", false}};
  for (std::uint32_t i = 0; i < entities; ++i) {
    Entity entity;
    entity.key = fmt::format("e{}", i);
    entity.label = fmt::format("E{}", i);
    entity.type = i % 2 ? "Person" : "State";
    graph.entities.push_back(entity);
  }
  for (std::uint32_t i = 0; i < edges; ++i) {
    Edge edge;
    edge.source = EntityId{static_cast<std::uint32_t>(random() % entities)};
    edge.target = EntityId{static_cast<std::uint32_t>(random() % entities)};
    edge.relation = RelationId{static_cast<std::uint32_t>(random() % 2)};
    edge.key = fmt::format("{:016x}", i);
    edge.confidence = 0.1 + 0.1 * static_cast<double>(random() % 9);
    edge.modality.asserted = 1;
    edge.documents = 1;
    EdgeEvidence evidence;
    evidence.document = DocumentId{0};
    evidence.sentence_text = "They said so.";
    evidence.by = "test:rule";
    edge.evidence.push_back(evidence);
    graph.edges.push_back(edge);
  }
  return graph;
}

/// A property graph with labels A and B, types R and S, and a number x on each node.
inline MemoryGraph random_property_graph(std::uint32_t seed, std::uint32_t nodes, std::uint32_t relationships) {
  std::mt19937 random(seed);
  MemoryGraph graph;
  for (std::uint32_t i = 0; i < nodes; ++i)
    graph.add_node(random() % 2 ? std::vector<std::string>{"A"} : std::vector<std::string>{"A", "B"},
                   {{"x", static_cast<std::int64_t>(random() % 3)}});
  for (std::uint32_t i = 0; i < relationships; ++i)
    graph.add_relationship(static_cast<std::uint32_t>(random() % nodes), random() % 2 ? "R" : "S",
                           static_cast<std::uint32_t>(random() % nodes));
  return graph;
}

}  // namespace entente
