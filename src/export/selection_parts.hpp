// The steps of a selection: which assertions of an edge fit, and leaving out what nothing refers to any more.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "entente/export/selection.hpp"

namespace entente {

/// Drops assertions by document and date.
class EvidenceFilter {
 public:
  /// Throws `UsageError` if a date of the selection is none.
  EvidenceFilter(const KnowledgeGraph& graph, const Selection& selection);
  /// The edge with the assertions that fit, summed up anew; none if none fits.
  std::optional<Edge> apply(const Edge& edge) const;

 private:
  bool fits(const EdgeEvidence& evidence) const;

  const KnowledgeGraph& graph_;
  bool all_;
  std::vector<bool> documents_;
  std::string since_;
  std::string until_;
};

/// `graph` without the entities, relations and documents that no edge refers to, except the entities `kept`; ids are renumbered.
KnowledgeGraph without_unused(const KnowledgeGraph& graph, const std::vector<EntityId>& kept);

}  // namespace entente
