#include "query/path_finder.hpp"

#include <algorithm>
#include <cmath>
#include <queue>

namespace entente {

PathFinder::PathFinder(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask, bool directed, PathWeight weight)
    : graph_(graph), index_(index), mask_(mask), directed_(directed), weight_(weight), lent_(graph.entities.size()) {}

double PathFinder::cost(const Arc& arc) const {
  if (weight_ == PathWeight::hops) return 1;
  const double doubt = -std::log(std::clamp(graph_.edge(arc.edge).confidence, 1e-9, 1.0));
  if (weight_ == PathWeight::confidence) return doubt + 1e-9;
  return 1 + doubt + std::log(static_cast<double>(index_.degree(arc.neighbour)));
}

std::optional<EntityPath> PathFinder::shortest(EntityId from, EntityId to, std::size_t max_hops,
                                               const std::vector<EntityId>& banned_first) {
  banned_first_.clear();
  for (const auto id : banned_first) banned_first_.set(id);
  if (from == to) return EntityPath{{from}, {}, 0};
  const bool limited = max_hops < graph_.entities.size();
  auto entities = weight_ == PathWeight::hops ? by_hops(from, to, max_hops)
                  : limited                   ? by_cost_within(from, to, max_hops)
                                              : by_cost(from, to);
  if (!entities) return std::nullopt;
  return complete(std::move(*entities));
}

EntityPath PathFinder::complete(std::vector<EntityId> entities) const {
  EntityPath path{std::move(entities), {}, 0};
  for (std::size_t i = 0; i + 1 < path.entities.size(); ++i) {
    const Arc* best = nullptr;
    const auto better = [&](const Arc& a, const Arc& b) {
      const auto &x = graph_.edge(a.edge), &y = graph_.edge(b.edge);
      if (cost(a) != cost(b)) return cost(a) < cost(b);
      if (x.confidence != y.confidence) return x.confidence > y.confidence;
      return x.support() > y.support();
    };
    for (const auto& arc : index_.arcs(path.entities[i]))
      if (arc.neighbour == path.entities[i + 1] && usable(arc, false) && (!best || better(arc, *best))) best = &arc;
    path.edges.push_back(best->edge);
    path.cost += cost(*best);
  }
  return path;
}

void PathFinder::reach(Side& side, EntityId id, std::uint32_t distance) {
  side.stamp[id.value] = search_;
  side.distance[id.value] = distance;
}

/// Adds one level to `side`; gives the entities of it that the other side knows.
std::vector<EntityId> PathFinder::grow(Side& side, const Side& other, bool backward, EntityId from, EntityId to) {
  std::vector<EntityId> level, meeting;
  ++side.depth;
  side.arcs = 0;
  for (const auto id : side.level)
    for (const auto& arc : index_.arcs(id)) {
      const auto next = arc.neighbour;
      if (reached(side, next) || !usable(arc, backward) || !enterable(next, from, to)) continue;
      if (is_banned_first(backward ? id : next) && (backward ? next : id) == from) continue;
      reach(side, next, side.depth);
      level.push_back(next);
      side.arcs += index_.degree(next);
      if (reached(other, next)) meeting.push_back(next);
    }
  side.level = std::move(level);
  return meeting;
}

/// Two-sided breadth-first search. Both sides grow by whole levels, so that all shortest paths pass one of the meeting entities.
std::optional<std::vector<EntityId>> PathFinder::by_hops(EntityId from, EntityId to, std::size_t max_hops) {
  ++search_;
  forward_.level = {from};
  backward_.level = {to};
  forward_.depth = backward_.depth = 0;
  forward_.arcs = index_.degree(from);
  backward_.arcs = index_.degree(to);
  reach(forward_, from, 0);
  reach(backward_, to, 0);
  while (!forward_.level.empty() && !backward_.level.empty() && forward_.depth + backward_.depth < max_hops) {
    // The first step is taken forward, where forbidden first steps are known.
    const bool go_forward = forward_.depth == 0 || forward_.arcs <= backward_.arcs;
    const auto meeting = go_forward ? grow(forward_, backward_, false, from, to) : grow(backward_, forward_, true, from, to);
    if (!meeting.empty()) return trace(meeting, from, to);
  }
  return std::nullopt;
}

/// The first shortest path in the order of entities, given all entities in which the two sides meet.
std::vector<EntityId> PathFinder::trace(const std::vector<EntityId>& meeting, EntityId from, EntityId to) {
  on_path_.clear();
  std::vector<EntityId> level = meeting;
  for (const auto id : level) on_path_.set(id);
  while (!level.empty()) {
    std::vector<EntityId> before;
    for (const auto id : level)
      for (const auto& arc : index_.arcs(id)) {
        const auto previous = arc.neighbour;
        if (!reached(forward_, previous) || forward_.distance[previous.value] + 1 != forward_.distance[id.value]) continue;
        if (on_path_.has(previous) || !usable(arc, true) || (previous == from && is_banned_first(id))) continue;
        on_path_.set(previous);
        before.push_back(previous);
      }
    level = std::move(before);
  }
  std::vector<EntityId> path{from};
  const auto near = forward_.distance[meeting[0].value];
  while (path.back() != to) {
    const auto at = path.back();
    const auto hop = static_cast<std::uint32_t>(path.size());
    for (const auto& arc : index_.arcs(at)) {  // sorted by neighbour
      const auto next = arc.neighbour;
      if (!usable(arc, false) || (at == from && is_banned_first(next))) continue;
      const bool fits = hop <= near ? on_path_.has(next) && reached(forward_, next) && forward_.distance[next.value] == hop
                                    : reached(backward_, next) && backward_.distance[next.value] + 1 == backward_.distance[at.value];
      if (!fits) continue;
      path.push_back(next);
      break;
    }
  }
  return path;
}

/// Dijkstra's algorithm from the end, so that the first path in order can be read off from the start.
std::optional<std::vector<EntityId>> PathFinder::by_cost(EntityId from, EntityId to) {
  constexpr double unknown = std::numeric_limits<double>::infinity();
  cost_to_.assign(graph_.entities.size(), unknown);
  using Entry = std::pair<double, EntityId>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  cost_to_[to.value] = 0;
  queue.push({0, to});
  while (!queue.empty() && queue.top().second != from) {
    const auto [distance, id] = queue.top();
    queue.pop();
    if (distance != cost_to_[id.value]) continue;
    for (const auto& arc : index_.arcs(id)) {
      if (!usable(arc, true) || !enterable(arc.neighbour, from, to) || (arc.neighbour == from && is_banned_first(id))) continue;
      const double total = cost({id, arc.edge, arc.enters, arc.leaves}) + distance;
      if (total >= cost_to_[arc.neighbour.value]) continue;
      cost_to_[arc.neighbour.value] = total;
      queue.push({total, arc.neighbour});
    }
  }
  if (cost_to_[from.value] == unknown) return std::nullopt;
  std::vector<EntityId> path{from};
  while (path.back() != to) {
    const auto at = path.back();
    for (const auto& arc : index_.arcs(at)) {
      if (!usable(arc, false) || (at == from && is_banned_first(arc.neighbour)) || !enterable(arc.neighbour, from, to)) continue;
      if (cost(arc) + cost_to_[arc.neighbour.value] != cost_to_[at.value]) continue;
      path.push_back(arc.neighbour);
      break;
    }
  }
  return path;
}

/// Costs by number of hops left (Bellman and Ford's recursion), for paths that must be cheap and short.
std::optional<std::vector<EntityId>> PathFinder::by_cost_within(EntityId from, EntityId to, std::size_t max_hops) {
  constexpr double unknown = std::numeric_limits<double>::infinity();
  std::vector<std::vector<double>> within(1, std::vector<double>(graph_.entities.size(), unknown));
  within[0][to.value] = 0;
  for (std::size_t hops = 1; hops <= max_hops; ++hops) {
    auto next = within.back();
    for (std::uint32_t i = 0; i < next.size(); ++i) {
      const EntityId id{i};
      if (!enterable(id, from, to) || id == to) continue;
      for (const auto& arc : index_.arcs(id))
        if (usable(arc, false) && within.back()[arc.neighbour.value] != unknown && arc.neighbour != from &&
            !(id == from && is_banned_first(arc.neighbour)))
          next[i] = std::min(next[i], cost(arc) + within.back()[arc.neighbour.value]);
    }
    if (next == within.back()) break;
    within.push_back(std::move(next));
  }
  if (within.back()[from.value] == unknown) return std::nullopt;
  std::vector<EntityId> path{from};
  for (std::size_t left = within.size() - 1; path.back() != to; --left) {
    const auto at = path.back();
    for (const auto& arc : index_.arcs(at)) {
      if (!usable(arc, false) || (at == from && is_banned_first(arc.neighbour))) continue;
      const double rest = within[left - 1][arc.neighbour.value];
      if (rest == unknown || cost(arc) + rest != within[left][at.value]) continue;
      path.push_back(arc.neighbour);
      break;
    }
  }
  return path;
}

}  // namespace entente
