// The part of a graph that is to be drawn, written or searched.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/graph/knowledge_graph.hpp"

namespace entente {

/// What to keep. A list that is empty and a number that is 0 exclude nothing.
struct Selection {
  std::vector<std::string> around;     ///< names of entities (see `resolve_entity`) that are kept with what is near them
  std::uint32_t hops = 1;              ///< how near, in edges of either direction
  std::size_t top = 0;                 ///< keep this many entities: those with most neighbours, then with most evidence
  std::vector<std::string> families;   ///< names of relation families
  std::vector<std::string> relations;  ///< names of relations
  std::vector<std::string> documents;  ///< ids of documents: only what they say is kept
  std::size_t min_support = 0;         ///< least number of assertions of an edge
  double min_confidence = 0;           ///< least confidence of an edge
  std::string since;                   ///< first and
  std::string until;                   ///< last date (ISO 8601, may be a year or month) of what is said; undated assertions are dropped

  /// Whether everything is kept.
  bool empty() const;
  bool operator==(const Selection&) const = default;
};

/// The graph that remains: assertions are dropped by document and date, their edges summed up anew; then edges by relation,
/// support and confidence; then entities by nearness and rank. Entities without an edge go, except those of `around` and those
/// to whom a remaining assertion is attributed.
///
/// A part holds no merge rules, and no assertions whose ends became one: documents cannot be taken out of it exactly.
///
/// Throws `UsageError` if a name is unknown or ambiguous, or a date is none.
KnowledgeGraph select(const KnowledgeGraph& graph, const Selection& selection);

/// Entities in order of rank: number of distinct neighbours, then support of their edges, both falling; then key.
std::vector<EntityId> by_rank(const KnowledgeGraph& graph);

}  // namespace entente
