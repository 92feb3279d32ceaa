// Path searches of the language: ANY, ANY SHORTEST, ALL SHORTEST, SHORTEST k and SHORTEST k GROUPS.
#pragma once

#include <functional>
#include <vector>

#include "query/cypher/plan.hpp"

namespace entente::cypher {

/// Explicit upper bounds of path lengths are cut to this, so that no stack overflows.
constexpr std::int64_t hop_ceiling = 1000;

/// Which of the paths between two ends a search word keeps, when they are offered in order of length.
class Selection {
 public:
  explicit Selection(const PathPattern& pattern) : search_(pattern.search), wanted_(pattern.count) {}

  /// Whether a path of this length is kept.
  bool takes(std::size_t length);
  /// Whether no path of `length` or more can be kept any more.
  bool closed(std::size_t length) const;

 private:
  Search search_;
  std::int64_t wanted_;
  std::int64_t taken_ = 0;
  std::int64_t groups_ = 0;
  std::size_t last_length_ = 0;
};

/// Finds the paths of one relationship pattern of variable length.
class PathSearch {
 public:
  using Visit = std::function<bool(std::uint32_t)>;
  using EachRelationship = std::function<bool(std::uint32_t node, const Visit&)>;
  using Found = std::function<bool(std::uint32_t end, const std::vector<std::uint32_t>& walked)>;

  /// `each` lists the relationships that leave a node in the direction of the search, `fits` tests one.
  PathSearch(Context& context, const Step& step, EachRelationship each, std::function<bool(std::uint32_t)> fits);

  /// Gives the paths from `from` to `to` in order of length and ids; false if `found` stopped it.
  bool between(std::uint32_t from, std::uint32_t to, const Found& found);
  /// The same for each node that is reached and that `accepts` takes, in order of id.
  bool from(std::uint32_t from, const std::function<bool(std::uint32_t)>& accepts, const Found& found);

 private:
  void measure(std::uint32_t root, bool backward, std::uint32_t until);
  bool extend(std::uint32_t node, std::uint32_t to, std::size_t length, Selection& selection, const Found& found, bool& stopped);
  /// `from` for searches that keep shortest paths only: one search for all ends.
  bool shortest_from(std::uint32_t from, const std::vector<std::uint32_t>& ends, const Found& found);
  std::vector<std::uint32_t> mark_shortest(std::uint32_t to);
  std::vector<std::uint32_t> steps_from(std::uint32_t node, bool backward);

  Context& context_;
  const PropertyGraph& graph_;
  const Step& step_;
  EachRelationship each_;
  std::function<bool(std::uint32_t)> fits_;
  std::vector<std::uint32_t> distance_;   ///< to the far end
  std::vector<std::uint32_t> from_root_;  ///< from the near end, where one search serves many far ends
  std::vector<std::uint32_t> walked_;
  std::size_t minimum_;
  std::size_t maximum_;
};

}  // namespace entente::cypher
