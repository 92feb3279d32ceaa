#include "entente/query/ranking.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "query/boost_graph.hpp"
#include "query/groups.hpp"
#include "query/weighted_pairs.hpp"

namespace entente {

namespace {

/// Exact betweenness costs vertices times edges; beyond this it is sampled.
constexpr double exact_work = 4e8;
constexpr std::uint32_t sample_size = 256;

VertexPairs both_ways(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask) {
  VertexPairs pairs;
  const auto rows = weighted_pairs(graph, index, mask);
  for (std::uint32_t i = 0; i < rows.size(); ++i)
    for (const auto& neighbour : rows[i]) pairs.emplace_back(i, neighbour.id);
  return pairs;
}

VertexPairs one_way(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask) {
  VertexPairs pairs;
  for (std::uint32_t i = 0; i < graph.entities.size(); ++i)
    for (const auto& arc : index.arcs(EntityId{i}))
      if (mask.allows(arc.edge) && arc.leaves && mask.allows(arc.neighbour)) pairs.emplace_back(i, arc.neighbour.value);
  return pairs;
}

/// Brandes' accumulation from every n-th source, scaled up.
class SampledBetweenness {
 public:
  SampledBetweenness(std::uint32_t vertices, const VertexPairs& arcs) : arcs_(arcs), first_(vertices + 1), scores_(vertices) {
    for (const auto& [from, to] : arcs) ++first_[from + 1];
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  }

  std::vector<double> run() {
    const auto vertices = static_cast<std::uint32_t>(scores_.size());
    const auto stride = std::max(1U, vertices / sample_size);
    std::uint32_t sources = 0;
    for (std::uint32_t source = 0; source < vertices; source += stride, ++sources) accumulate(source);
    for (auto& score : scores_) score *= static_cast<double>(vertices) / sources / 2;
    return std::move(scores_);
  }

 private:
  void accumulate(std::uint32_t source) {
    const auto vertices = scores_.size();
    std::vector<int> distance(vertices, -1);
    std::vector<double> paths(vertices), share(vertices);
    std::vector<std::uint32_t> visited{source};
    distance[source] = 0;
    paths[source] = 1;
    for (std::size_t at = 0; at < visited.size(); ++at)
      for (auto i = first_[visited[at]]; i < first_[visited[at] + 1]; ++i) {
        const auto next = arcs_[i].second;
        if (distance[next] < 0) {
          distance[next] = distance[visited[at]] + 1;
          visited.push_back(next);
        }
        if (distance[next] == distance[visited[at]] + 1) paths[next] += paths[visited[at]];
      }
    for (std::size_t at = visited.size(); at-- > 1;) {
      const auto node = visited[at];
      for (auto i = first_[node]; i < first_[node + 1]; ++i)
        if (const auto before = arcs_[i].second; distance[before] == distance[node] - 1)
          share[before] += paths[before] / paths[node] * (1 + share[node]);
      scores_[node] += share[node];
    }
  }

  const VertexPairs& arcs_;
  std::vector<std::size_t> first_;
  std::vector<double> scores_;
};

std::vector<double> scores(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask, Measure measure) {
  const auto vertices = static_cast<std::uint32_t>(graph.entities.size());
  if (measure == Measure::page_rank) {
    auto shares = boost_page_rank(vertices, one_way(graph, index, mask), 50);
    for (auto& share : shares) share /= vertices;
    return shares;
  }
  const auto arcs = both_ways(graph, index, mask);
  if (measure == Measure::degree) {
    std::vector<double> degrees(vertices);
    for (const auto& [from, to] : arcs) ++degrees[from];
    return degrees;
  }
  if (static_cast<double>(vertices) * static_cast<double>(arcs.size()) <= exact_work) return boost_betweenness(vertices, arcs);
  return SampledBetweenness(vertices, arcs).run();
}

}  // namespace

Measure parse_measure(std::string_view word) {
  if (word == "degree") return Measure::degree;
  if (word == "pagerank") return Measure::page_rank;
  if (word == "betweenness") return Measure::betweenness;
  throw UsageError(fmt::format("expected degree, pagerank or betweenness, found '{}'", word));
}

std::vector<Ranked> rank(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask, Measure measure) {
  std::vector<Ranked> list;
  if (graph.entities.empty()) return list;
  const auto values = scores(graph, index, mask, measure);
  for (std::uint32_t i = 0; i < values.size(); ++i)
    if (mask.allows(EntityId{i})) list.push_back({EntityId{i}, values[i]});
  std::stable_sort(list.begin(), list.end(), [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
  return list;
}

Groups sorted_groups(const std::vector<std::uint32_t>& group_of) {
  std::map<std::uint32_t, std::vector<EntityId>> members;
  for (std::uint32_t i = 0; i < group_of.size(); ++i) members[group_of[i]].push_back(EntityId{i});
  Groups groups;
  for (auto& [number, list] : members) groups.push_back(std::move(list));
  std::sort(groups.begin(), groups.end(),
            [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a.front() < b.front(); });
  return groups;
}

Groups components(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask) {
  if (graph.entities.empty()) return {};
  return sorted_groups(boost_components(static_cast<std::uint32_t>(graph.entities.size()), both_ways(graph, index, mask)));
}

}  // namespace entente
