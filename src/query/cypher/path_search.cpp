#include "query/cypher/path_search.hpp"

#include <algorithm>
#include <limits>

namespace entente::cypher {

namespace {

constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

}  // namespace

bool Selection::takes(std::size_t length) {
  if (closed(length)) return false;
  if (taken_ == 0 || length != last_length_) ++groups_;
  ++taken_;
  last_length_ = length;
  return true;
}

bool Selection::closed(std::size_t length) const {
  switch (search_) {
    case Search::none:
      return false;
    case Search::any:
    case Search::any_shortest:
      return taken_ >= 1;
    case Search::all_shortest:
      return taken_ >= 1 && length > last_length_;
    case Search::shortest:
      return taken_ >= wanted_;
    case Search::shortest_groups:
      return groups_ >= wanted_ && length > last_length_;
  }
  return true;
}

PathSearch::PathSearch(Context& context, const Step& step, EachRelationship each, std::function<bool(std::uint32_t)> fits)
    : context_(context), graph_(context.graph), step_(step), each_(std::move(each)), fits_(std::move(fits)) {
  const auto& pattern = *step.relationship;
  minimum_ = pattern.variable ? static_cast<std::size_t>(pattern.minimum) : 1;
  const std::size_t unbounded = std::max<std::size_t>(context.budget.limits().max_hops, minimum_);
  maximum_ = !pattern.variable ? 1 : pattern.maximum ? static_cast<std::size_t>(std::min(*pattern.maximum, hop_ceiling)) : unbounded;
}

/// Relationships out of `node` that fit, in the search's direction or against it.
std::vector<std::uint32_t> PathSearch::steps_from(std::uint32_t node, bool backward) {
  std::vector<std::uint32_t> list;
  const auto take = [&](std::uint32_t id) {
    if (fits_(id)) list.push_back(id);
    return true;
  };
  if (!backward || step_.direction == Direction::both) {
    each_(node, take);
    return list;
  }
  const auto against = step_.direction == Direction::right ? graph_.incoming(node) : graph_.outgoing(node);
  for (const auto id : against) {
    context_.budget.step();
    if (step_.any_type || std::binary_search(step_.types.begin(), step_.types.end(), graph_.type_of(id))) take(id);
  }
  return list;
}

/// Breadth-first distances from `root`, up to `maximum_` or until `until` is reached.
void PathSearch::measure(std::uint32_t root, bool backward, std::uint32_t until) {
  distance_.assign(graph_.node_count(), unreached);
  std::vector<std::uint32_t> level{root}, next;
  distance_[root] = 0;
  for (std::uint32_t depth = 1; !level.empty() && depth <= maximum_; ++depth) {
    next.clear();
    for (const auto node : level)
      for (const auto id : steps_from(node, backward)) {
        const auto end = graph_.other_end(id, node);
        if (distance_[end] != unreached) continue;
        distance_[end] = depth;
        next.push_back(end);
      }
    if (until != unreached && distance_[until] != unreached) return;
    level.swap(next);
  }
}

bool PathSearch::between(std::uint32_t from, std::uint32_t to, const Found& found) {
  const bool only_shortest = step_.pattern->search <= Search::all_shortest && minimum_ <= 1 && from != to;
  measure(to, true, only_shortest ? from : unreached);
  if (distance_[from] == unreached) return true;
  Selection selection(*step_.pattern);
  bool stopped = false;
  bool longer = true;
  for (std::size_t length = std::max<std::size_t>(distance_[from], minimum_); longer && !stopped && length <= maximum_; ++length) {
    if (selection.closed(length)) break;
    longer = extend(from, to, length, selection, found, stopped);
  }
  if (longer && !stopped && !step_.relationship->maximum && !selection.closed(maximum_ + 1)) context_.budget.hop_limit_reached = true;
  return !stopped;
}

/// Gives all trails of exactly `length` more relationships to `to`; false if no trail was cut off for its length.
bool PathSearch::extend(std::uint32_t node, std::uint32_t to, std::size_t length, Selection& selection, const Found& found, bool& stopped) {
  if (length == 0) {
    if (node == to && selection.takes(walked_.size())) stopped = !found(to, walked_);
    return true;
  }
  bool longer = false;
  const auto total = walked_.size() + length;
  for (const auto id : steps_from(node, false)) {
    context_.budget.step();
    if (stopped || selection.closed(total)) return true;
    const auto end = graph_.other_end(id, node);
    if (distance_[end] == unreached || std::find(walked_.begin(), walked_.end(), id) != walked_.end()) continue;
    if (distance_[end] > length - 1) {
      longer = true;
      continue;
    }
    walked_.push_back(id);
    longer = extend(end, to, length - 1, selection, found, stopped) || longer;
    walked_.pop_back();
  }
  return longer;
}

/// Marks the nodes on shortest paths to `to` with their distance to it; `from_root_` holds the distances from the other end.
std::vector<std::uint32_t> PathSearch::mark_shortest(std::uint32_t to) {
  std::vector<std::uint32_t> marked{to};
  distance_[to] = 0;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const auto node = marked[i];
    if (from_root_[node] == 0) continue;
    for (const auto id : steps_from(node, true)) {
      const auto previous = graph_.other_end(id, node);
      if (from_root_[previous] == unreached || from_root_[previous] + 1 != from_root_[node] || distance_[previous] != unreached) continue;
      distance_[previous] = distance_[node] + 1;
      marked.push_back(previous);
    }
  }
  return marked;
}

bool PathSearch::shortest_from(std::uint32_t from, const std::vector<std::uint32_t>& ends, const Found& found) {
  from_root_ = distance_;
  distance_.assign(graph_.node_count(), unreached);
  for (const auto end : ends) {
    bool stopped = false;
    if (end == from) {
      stopped = !between(from, end, found);
      distance_.assign(graph_.node_count(), unreached);
    } else {
      const auto marked = mark_shortest(end);
      Selection selection(*step_.pattern);
      extend(from, end, from_root_[end], selection, found, stopped);
      for (const auto node : marked) distance_[node] = unreached;
    }
    if (stopped) return false;
  }
  return true;
}

bool PathSearch::from(std::uint32_t from, const std::function<bool(std::uint32_t)>& accepts, const Found& found) {
  measure(from, false, unreached);
  std::vector<std::uint32_t> ends;
  for (std::uint32_t node = 0; node < distance_.size(); ++node)
    if (distance_[node] != unreached && accepts(node)) ends.push_back(node);
  if (step_.pattern->search <= Search::all_shortest && minimum_ <= 1) return shortest_from(from, ends, found);
  for (const auto end : ends)
    if (!between(from, end, found)) return false;
  return true;
}

}  // namespace entente::cypher
