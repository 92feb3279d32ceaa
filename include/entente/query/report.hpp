// Answers of the commands that look at one entity, one pair, or whole graphs.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "entente/query/explanation.hpp"
#include "entente/query/ranking.hpp"

namespace entente {

/// Everything about an entity: names, type, edges by family, timeline. Formats text, json, jsonl.
void write_entity(std::ostream& out, const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask, EntityId entity,
                  std::string_view format);

/// The edges at `entity` that `mask` allows, to neighbours that it allows, in the order of neighbours.
std::vector<EdgeId> edges_at(const GraphIndex& index, const EdgeMask& mask, EntityId entity);

/// Edges at `entity`, read from there. Formats text, json, jsonl, csv, dot.
void write_neighbours(std::ostream& out, const KnowledgeGraph& graph, const std::vector<EdgeId>& edges, EntityId entity,
                      std::string_view format);

/// The rings of a `neighbourhood`. Formats text, json, jsonl, csv.
void write_rings(std::ostream& out, const KnowledgeGraph& graph, const std::vector<std::vector<EntityId>>& rings, std::string_view format);

/// All that is said between two entities, both ways; what contradicts stands side by side. Formats text, json, jsonl, csv, dot.
void write_between(std::ostream& out, const KnowledgeGraph& graph, EntityId a, EntityId b, const std::vector<EdgeId>& edges,
                   std::string_view format);

/// Every sentence behind the edges. Formats text, json, jsonl, csv.
void write_reasons(std::ostream& out, const KnowledgeGraph& graph, const std::vector<EdgeId>& edges, std::string_view format);

/// Edges of a pair that cannot both hold: a relation and its denial, or cooperation and conflict.
struct Contradiction {
  EdgeId one, other;
  std::string why;
};
std::vector<Contradiction> contradictions(const KnowledgeGraph& graph, const std::vector<EdgeId>& edges);

/// Ranked entities, numbers in the form of their measure. Formats text, json, jsonl, csv.
void write_ranking(std::ostream& out, const KnowledgeGraph& graph, const std::vector<Ranked>& ranking, Measure measure,
                   std::string_view format);

/// Groups, one a line; `what` is "component" or "community". Formats text, json, jsonl, csv.
void write_groups(std::ostream& out, const KnowledgeGraph& graph, const Groups& groups, std::string_view what, std::string_view format);

/// Triads and strained pairs. Formats text, json, jsonl, csv.
void write_balance(std::ostream& out, const KnowledgeGraph& graph, const Balance& balance, std::size_t limit, std::string_view format);

/// What `after` gained, lost and changed against `before`. Formats text, json, jsonl, csv. True if they differ.
bool write_difference(std::ostream& out, const KnowledgeGraph& before, const KnowledgeGraph& after, std::string_view format);

/// Counts over the edges that `mask` allows and over all else in the graph. Formats text, json, jsonl, csv.
void write_statistics(std::ostream& out, const KnowledgeGraph& graph, const EdgeMask& mask, std::string_view format);

}  // namespace entente
