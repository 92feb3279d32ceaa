#include "entente/query/path.hpp"

#include <algorithm>
#include <map>

#include "query/path_finder.hpp"

namespace entente {

namespace {

struct CheaperFirst {
  bool operator()(const EntityPath& a, const EntityPath& b) const { return std::tie(a.cost, a.entities) < std::tie(b.cost, b.entities); }
};

/// Yen's algorithm with Lawler's restriction (Management Science 18, 1972): the loopless paths between two entities one after the
/// other, cheapest first. A path is only left at or after the place where it left its own predecessor: what branches off before that
/// is among the candidates already.
class PathSequence {
 public:
  /// `fixed` are entities that no path may touch.
  PathSequence(PathFinder& finder, EntityId from, EntityId to, std::size_t max_hops, std::vector<EntityId> fixed)
      : finder_(finder), from_(from), to_(to), max_hops_(max_hops), fixed_(std::move(fixed)) {}

  std::optional<EntityPath> next() {
    if (found_.empty()) {
      ban({});
      if (auto first = finder_.shortest(from_, to_, max_hops_, {})) candidates_.emplace(std::move(*first), 0);
    } else {
      deviate(found_.back());
    }
    if (candidates_.empty()) return std::nullopt;
    found_.push_back(candidates_.begin()->first);
    branch_ = candidates_.begin()->second;
    candidates_.erase(candidates_.begin());
    return found_.back();
  }

 private:
  void ban(const std::vector<EntityId>& root) {
    finder_.banned().clear();
    for (const auto id : fixed_) finder_.banned().set(id);
    for (const auto id : root) finder_.banned().set(id);
  }

  void deviate(const EntityPath& last) {
    std::vector<EntityId> root(last.entities.begin(), last.entities.begin() + static_cast<std::ptrdiff_t>(branch_));
    for (std::size_t i = branch_; i + 1 < last.entities.size() && i < max_hops_; ++i) {
      const auto spur = last.entities[i];
      std::vector<EntityId> taken;
      for (const auto& path : found_)
        if (path.entities.size() > i + 1 && std::equal(root.begin(), root.end(), path.entities.begin()) && path.entities[i] == spur)
          taken.push_back(path.entities[i + 1]);
      ban(root);
      if (auto rest = finder_.shortest(spur, to_, max_hops_ - i, taken)) {
        auto entities = root;
        entities.insert(entities.end(), rest->entities.begin(), rest->entities.end());
        candidates_.emplace(finder_.complete(std::move(entities)), i);
      }
      root.push_back(spur);
    }
  }

  PathFinder& finder_;
  EntityId from_, to_;
  std::size_t max_hops_;
  std::vector<EntityId> fixed_;
  std::vector<EntityPath> found_;
  std::map<EntityPath, std::size_t, CheaperFirst> candidates_;  // with the place where each leaves its predecessor
  std::size_t branch_ = 0;                                      // of the path found last
};

/// Joins legs over the waypoints by branch and bound.
class LegSearch {
 public:
  LegSearch(PathFinder& finder, const PathRequest& request) : finder_(finder), request_(request) {
    stops_.push_back(request.from);
    stops_.insert(stops_.end(), request.via.begin(), request.via.end());
    stops_.push_back(request.to);
  }

  std::vector<EntityPath> run() {
    least_rest_.assign(stops_.size(), 0);
    for (std::size_t leg = stops_.size() - 1; leg > 0; --leg) {
      finder_.banned().clear();
      const auto path = finder_.shortest(stops_[leg - 1], stops_[leg], request_.max_hops, {});
      if (!path) return {};
      least_rest_[leg - 1] = least_rest_[leg] + path->cost;
    }
    extend(0, {stops_[0]}, 0);
    std::sort(best_.begin(), best_.end(), CheaperFirst());
    return std::move(best_);
  }

 private:
  double bound() const { return best_.size() < request_.count ? std::numeric_limits<double>::infinity() : best_.back().cost; }

  void extend(std::size_t leg, std::vector<EntityId> entities, double cost) {
    if (leg + 1 == stops_.size()) {
      best_.push_back(finder_.complete(std::move(entities)));
      std::sort(best_.begin(), best_.end(), CheaperFirst());
      if (best_.size() > request_.count) best_.pop_back();
      return;
    }
    std::vector<EntityId> fixed(entities.begin(), entities.end() - 1);
    for (std::size_t later = leg + 2; later < stops_.size(); ++later) fixed.push_back(stops_[later]);
    const auto hops = entities.size() - 1;
    if (hops >= request_.max_hops) return;
    PathSequence sequence(finder_, stops_[leg], stops_[leg + 1], request_.max_hops - hops, fixed);
    for (std::size_t tries = 0; tries < max_tries; ++tries) {
      const auto path = sequence.next();
      if (!path || cost + path->cost + least_rest_[leg + 1] > bound()) return;
      auto longer = entities;
      longer.insert(longer.end(), path->entities.begin() + 1, path->entities.end());
      extend(leg + 1, std::move(longer), cost + path->cost);
    }
  }

  /// Paths of one leg that are tried before giving up.
  static constexpr std::size_t max_tries = 1000;

  PathFinder& finder_;
  const PathRequest& request_;
  std::vector<EntityId> stops_;
  std::vector<double> least_rest_;
  std::vector<EntityPath> best_;
};

}  // namespace

std::vector<EntityPath> find_paths(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask, const PathRequest& request) {
  PathFinder finder(graph, index, mask, request.directed, request.weight);
  if (!request.via.empty()) return LegSearch(finder, request).run();
  PathSequence sequence(finder, request.from, request.to, request.max_hops, {});
  std::vector<EntityPath> paths;
  while (paths.size() < request.count) {
    auto path = sequence.next();
    if (!path) break;
    paths.push_back(std::move(*path));
  }
  return paths;
}

std::vector<EdgeId> edges_between(const KnowledgeGraph&, const GraphIndex& index, const EdgeMask& mask, EntityId from, EntityId to,
                                  bool directed) {
  std::vector<EdgeId> edges;
  for (const auto& arc : index.arcs(from))
    if (arc.neighbour == to && mask.allows(arc.edge) && (!directed || arc.leaves)) edges.push_back(arc.edge);
  return edges;
}

int edge_sign(const KnowledgeGraph& graph, EdgeId edge) {
  const auto& family = graph.relation(graph.edge(edge).relation).family;
  return family == "cooperation" ? 1 : family == "conflict" ? -1 : 0;
}

int path_sign(const KnowledgeGraph& graph, const EntityPath& path) {
  int product = 0;
  for (const auto edge : path.edges)
    if (const int sign = edge_sign(graph, edge)) product = product == 0 ? sign : product * sign;
  return product;
}

}  // namespace entente
