#include <algorithm>
#include <map>

#include "entente/query/ranking.hpp"
#include "query/groups.hpp"
#include "query/weighted_pairs.hpp"

namespace entente {

namespace {

using Rows = std::vector<std::vector<Neighbour>>;

double total(const std::vector<Neighbour>& row) {
  double sum = 0;
  for (const auto& neighbour : row) sum += neighbour.weight;
  return sum;
}

/// One level of Louvain's method: moves vertices between communities until no move gains modularity.
class Level {
 public:
  explicit Level(const Rows& rows) : rows_(rows), community_(rows.size()), degree_(rows.size()), weight_(rows.size()) {
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      community_[i] = i;
      degree_[i] = weight_[i] = total(rows[i]);
      all_ += degree_[i];
    }
  }

  /// True if anything moved.
  bool run() {
    bool any = false;
    for (int round = 0; round < max_rounds; ++round) {
      bool moved = false;
      for (std::uint32_t i = 0; i < rows_.size(); ++i) moved = move(i) || moved;
      if (!moved) break;
      any = true;
    }
    return any;
  }

  /// Communities numbered from 0 in order of their first vertex.
  std::vector<std::uint32_t> numbered() const {
    std::map<std::uint32_t, std::uint32_t> number;
    std::vector<std::uint32_t> list;
    for (const auto community : community_)
      list.push_back(number.try_emplace(community, static_cast<std::uint32_t>(number.size())).first->second);
    return list;
  }

 private:
  static constexpr int max_rounds = 100;

  bool move(std::uint32_t vertex) {
    const auto own = community_[vertex];
    std::map<std::uint32_t, double> links;
    for (const auto& neighbour : rows_[vertex])
      if (neighbour.id != vertex) links[community_[neighbour.id]] += neighbour.weight;
    weight_[own] -= degree_[vertex];
    const auto gain = [&](std::uint32_t community, double link) { return link - weight_[community] * degree_[vertex] / all_; };
    auto best = own;
    double most = gain(own, links.count(own) ? links[own] : 0);
    for (const auto& [community, link] : links)
      if (gain(community, link) > most + 1e-12) {
        best = community;
        most = gain(community, link);
      }
    weight_[best] += degree_[vertex];
    community_[vertex] = best;
    return best != own;
  }

  const Rows& rows_;
  std::vector<std::uint32_t> community_;
  std::vector<double> degree_, weight_;
  double all_ = 0;
};

Rows aggregated(const Rows& rows, const std::vector<std::uint32_t>& community) {
  const auto count = rows.empty() ? 0 : *std::max_element(community.begin(), community.end()) + 1;
  std::vector<std::map<std::uint32_t, double>> sums(count);
  for (std::uint32_t i = 0; i < rows.size(); ++i)
    for (const auto& neighbour : rows[i]) sums[community[i]][community[neighbour.id]] += neighbour.weight;
  Rows out(count);
  for (std::uint32_t i = 0; i < count; ++i)
    for (const auto& [id, weight] : sums[i]) out[i].push_back({id, weight});
  return out;
}

}  // namespace

Groups communities(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask) {
  auto rows = weighted_pairs(graph, index, mask);
  std::vector<std::uint32_t> group_of(rows.size());
  for (std::uint32_t i = 0; i < group_of.size(); ++i) group_of[i] = i;
  for (;;) {
    Level level(rows);
    if (!level.run()) break;
    const auto community = level.numbered();
    for (auto& group : group_of) group = community[group];
    rows = aggregated(rows, community);
  }
  return sorted_groups(group_of);
}

double modularity(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask, const Groups& groups) {
  const auto rows = weighted_pairs(graph, index, mask);
  std::vector<std::size_t> group_of(rows.size());
  for (std::size_t g = 0; g < groups.size(); ++g)
    for (const auto id : groups[g]) group_of[id.value] = g;
  std::vector<double> inside(groups.size()), degree(groups.size());
  double all = 0;
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (const auto& neighbour : rows[i]) {
      all += neighbour.weight;
      degree[group_of[i]] += neighbour.weight;
      if (group_of[i] == group_of[neighbour.id]) inside[group_of[i]] += neighbour.weight;
    }
  double sum = 0;
  for (std::size_t g = 0; g < groups.size() && all > 0; ++g) sum += inside[g] / all - degree[g] / all * (degree[g] / all);
  return sum;
}

}  // namespace entente
