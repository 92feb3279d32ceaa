// Signatures grouped into entities, under the rule that different ids of the world stay apart.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/signature.hpp"

namespace entente {

/// A group of signatures as the rules see it.
struct ClusterView {
  std::uint32_t root = 0;
  bool anchored = false;  ///< whether it has a gazetteer or Wikidata id
  std::string_view type;
  const Signature* best = nullptr;     ///< whose label names the entity
  std::vector<std::uint32_t> members;  ///< sorted
  std::uint32_t appearances = 0;
};

/// Whether readers take one node type for the other ("New START": Agreement or Programme), so that equal names are one thing.
bool compatible_types(std::string_view a, std::string_view b);

/// A partition of signatures that grows coarser.
class Clusters {
 public:
  explicit Clusters(const std::vector<Signature>& signatures);

  /// Forbids that `a` and `b` come together.
  void separate(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

  /// Makes the clusters of both signatures one, unless they are kept apart by ids (not if `forced`) or by `separate`; answers whether
  /// they are one now. `absorbed`: the label of `a` is a lesser name than that of `b`.
  bool join(std::uint32_t a, std::uint32_t b, const std::string& reason, bool absorbed = false, bool forced = false);

  std::uint32_t root(std::uint32_t signature) const;
  const std::vector<Signature>& signatures() const { return signatures_; }
  const std::set<std::string>& reasons(std::uint32_t signature) const { return reasons_[root(signature)]; }
  /// All clusters in order of their first signature.
  std::vector<ClusterView> view() const;

 private:
  bool may_join(std::uint32_t a, std::uint32_t b, bool forced) const;
  const Signature* best_of(const std::vector<std::uint32_t>& members) const;

  const std::vector<Signature>& signatures_;
  std::vector<std::uint32_t> parent_;
  std::vector<bool> absorbed_;
  std::vector<std::set<std::string>> reasons_;
  std::vector<std::set<std::string>> gazetteer_ids_;
  std::vector<std::set<std::string>> wikidata_;
  std::vector<std::set<std::uint32_t>> sides_;  // 2 r and 2 r + 1: the two sides of separation r
  std::uint32_t separations_ = 0;
};

}  // namespace entente
