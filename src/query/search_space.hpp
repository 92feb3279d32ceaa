// Tables over all entities that searches use, kept from one search to the next: filling them would cost more than a search.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "entente/graph/knowledge_graph.hpp"

namespace entente {

/// Marks of entities that are cleared in constant time.
class Marks {
 public:
  explicit Marks(std::size_t size) : stamps_(size) {}
  void clear() { ++now_; }
  void set(EntityId id) { stamps_[id.value] = now_; }
  bool has(EntityId id) const { return stamps_[id.value] == now_; }

 private:
  std::vector<std::uint32_t> stamps_;
  std::uint32_t now_ = 1;
};

/// One side of a two-sided search.
struct SearchSide {
  explicit SearchSide(std::size_t size) : stamp(size), distance(size) {}

  std::vector<std::uint32_t> stamp, distance;
  std::vector<EntityId> level;
  std::size_t arcs = 0;  ///< of the entities of `level`
  std::uint32_t depth = 0;
};

struct SearchSpace {
  explicit SearchSpace(std::size_t entities)
      : size(entities), banned(entities), banned_first(entities), on_path(entities), forward(entities), backward(entities) {}

  std::size_t size;
  Marks banned, banned_first, on_path;
  SearchSide forward, backward;
  std::uint32_t search = 0;
  std::vector<double> cost_to;  ///< of Dijkstra's algorithm
};

/// A search space for graphs of so many entities, taken from those that this thread has put back, and put back at the end.
class LentSearchSpace {
 public:
  explicit LentSearchSpace(std::size_t entities);
  ~LentSearchSpace();
  LentSearchSpace(const LentSearchSpace&) = delete;
  LentSearchSpace& operator=(const LentSearchSpace&) = delete;

  SearchSpace& operator*() const { return *space_; }

 private:
  std::unique_ptr<SearchSpace> space_;
};

}  // namespace entente
