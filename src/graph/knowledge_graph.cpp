#include "entente/graph/knowledge_graph.hpp"

#include <algorithm>

#include "entente/base/hash.hpp"

namespace entente {

namespace {

bool own_voice(const Edge& edge, const EdgeEvidence& evidence) {
  return !evidence.attributed_to.valid() || evidence.attributed_to == edge.source;
}

}  // namespace

std::optional<EntityId> KnowledgeGraph::find_entity(std::string_view key) const {
  const auto at = std::lower_bound(entities.begin(), entities.end(), key, [](const Entity& e, std::string_view k) { return e.key < k; });
  if (at == entities.end() || at->key != key) return std::nullopt;
  return EntityId{static_cast<std::uint32_t>(at - entities.begin())};
}

std::string edge_key(std::string_view source, std::string_view relation, std::string_view target, bool negated) {
  std::string text(source);
  for (const std::string_view part : {relation, target, std::string_view(negated ? "negated" : "affirmed")}) (text += '\x1F') += part;
  return hex64(hash64(text));
}

const EdgeEvidence& best_evidence(const Edge& edge) {
  return *std::min_element(edge.evidence.begin(), edge.evidence.end(), [&](const EdgeEvidence& a, const EdgeEvidence& b) {
    const bool possible_a = a.modality == Modality::possible, possible_b = b.modality == Modality::possible;
    if (possible_a != possible_b) return possible_b;
    if (own_voice(edge, a) != own_voice(edge, b)) return own_voice(edge, a);
    return a.confidence > b.confidence;
  });
}

bool stated_as_fact(const Edge& edge) {
  if (edge.negated || edge.evidence.empty()) return false;
  const auto& best = best_evidence(edge);
  return best.modality == Modality::asserted && own_voice(edge, best);
}

}  // namespace entente
