#include <algorithm>
#include <map>

#include "entente/query/path.hpp"
#include "entente/query/ranking.hpp"

namespace entente {

namespace {

using Signs = std::vector<std::map<EntityId, int>>;  // by entity: later neighbours with the sign of the pair

Signs signs_of(const KnowledgeGraph& graph, const EdgeMask& mask) {
  std::vector<std::map<EntityId, long>> sums(graph.entities.size());
  for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
    const auto& edge = graph.edges[i];
    const int sign = edge_sign(graph, EdgeId{i});
    if (!sign || !mask.allows(EdgeId{i}) || edge.negated || edge.source == edge.target) continue;
    if (!mask.allows(edge.source) || !mask.allows(edge.target)) continue;
    const auto [low, high] = std::minmax(edge.source, edge.target);
    sums[low.value][high] += sign * static_cast<long>(std::max<std::size_t>(1, edge.support()));
  }
  Signs signs(sums.size());
  for (std::size_t i = 0; i < sums.size(); ++i)
    for (const auto& [id, sum] : sums[i])
      if (sum) signs[i][id] = sum > 0 ? 1 : -1;
  return signs;
}

}  // namespace

Balance balance(const KnowledgeGraph& graph, const GraphIndex&, const EdgeMask& mask) {
  const auto signs = signs_of(graph, mask);
  Balance result;
  std::map<std::pair<EntityId, EntityId>, StrainedPair> pairs;
  for (std::uint32_t i = 0; i < signs.size(); ++i)
    for (const auto& [second, first_sign] : signs[i])
      for (const auto& [third, last_sign] : signs[second.value]) {
        const auto closing = signs[i].find(third);
        if (closing == signs[i].end()) continue;
        const Triad triad{{EntityId{i}, second, third}, {first_sign, closing->second, last_sign}};
        ++(triad.balanced() ? result.balanced : result.unbalanced);
        result.triads.push_back(triad);
        constexpr int ends[3][2] = {{0, 1}, {0, 2}, {1, 2}};
        for (int side = 0; side < 3; ++side) {
          const auto a = triad.entities[ends[side][0]], b = triad.entities[ends[side][1]];
          auto& pair = pairs.try_emplace({a, b}, StrainedPair{a, b, triad.signs[side], 0, 0}).first->second;
          ++(triad.balanced() ? pair.balanced : pair.unbalanced);
        }
      }
  for (const auto& [ends, pair] : pairs)
    if (pair.unbalanced) result.pairs.push_back(pair);
  std::stable_sort(result.pairs.begin(), result.pairs.end(), [](const StrainedPair& a, const StrainedPair& b) {
    return a.unbalanced != b.unbalanced ? a.unbalanced > b.unbalanced : a.balanced < b.balanced;
  });
  std::stable_partition(result.triads.begin(), result.triads.end(), [](const Triad& triad) { return !triad.balanced(); });
  return result;
}

}  // namespace entente
