// One shortest path with some entities and first steps forbidden: the inner search of Yen's algorithm.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "entente/query/path.hpp"
#include "query/search_space.hpp"

namespace entente {

/// Searches in one filtered graph. Not for several threads at once.
class PathFinder {
 public:
  PathFinder(const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask, bool directed, PathWeight weight);

  /// The cheapest path of at most `max_hops` edges that avoids the banned entities and does not begin with a step to one of
  /// `banned_first`; of equal ones the first in the order of entities.
  std::optional<EntityPath> shortest(EntityId from, EntityId to, std::size_t max_hops, const std::vector<EntityId>& banned_first);

  /// Entities that paths must avoid; their ends are not affected.
  Marks& banned() { return banned_; }
  /// Edges and cost of a path with these entities.
  EntityPath complete(std::vector<EntityId> entities) const;
  /// Cost of the step along `arc`.
  double cost(const Arc& arc) const;

 private:
  bool usable(const Arc& arc, bool backward) const {
    return mask_.allows(arc.edge) && (!directed_ || (backward ? arc.enters : arc.leaves));
  }
  bool enterable(EntityId entity, EntityId from, EntityId to) const {
    return entity == from || entity == to || (mask_.allows(entity) && !banned_.has(entity));
  }
  bool is_banned_first(EntityId entity) const { return banned_first_.has(entity); }

  std::optional<std::vector<EntityId>> by_hops(EntityId from, EntityId to, std::size_t max_hops);
  std::optional<std::vector<EntityId>> by_cost(EntityId from, EntityId to);
  std::optional<std::vector<EntityId>> by_cost_within(EntityId from, EntityId to, std::size_t max_hops);

  using Side = SearchSide;
  bool reached(const Side& side, EntityId id) const { return side.stamp[id.value] == search_; }
  void reach(Side& side, EntityId id, std::uint32_t distance);
  std::vector<EntityId> grow(Side& side, const Side& other, bool backward, EntityId from, EntityId to);
  std::vector<EntityId> trace(const std::vector<EntityId>& meeting, EntityId from, EntityId to);

  const KnowledgeGraph& graph_;
  const GraphIndex& index_;
  const EdgeMask& mask_;
  bool directed_;
  PathWeight weight_;
  LentSearchSpace lent_;
  Marks& banned_ = (*lent_).banned;
  Marks& banned_first_ = (*lent_).banned_first;
  Marks& on_path_ = (*lent_).on_path;
  Side& forward_ = (*lent_).forward;
  Side& backward_ = (*lent_).backward;
  std::uint32_t& search_ = (*lent_).search;
  std::vector<double>& cost_to_ = (*lent_).cost_to;
};

}  // namespace entente
