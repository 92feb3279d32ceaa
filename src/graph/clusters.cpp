#include "graph/clusters.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

namespace entente {

namespace {

bool disjoint(const std::set<std::string>& a, const std::set<std::string>& b) {
  if (a.empty() || b.empty()) return false;
  return std::none_of(a.begin(), a.end(), [&](const std::string& id) { return b.contains(id); });
}

bool has_article(std::string_view label) { return label.starts_with("the ") || label.starts_with("The "); }

}  // namespace

bool compatible_types(std::string_view a, std::string_view b) {
  if (a == b) return true;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> pairs = {{{"Agreement", "Event"},
                                                                                    {"Agreement", "Issue"},
                                                                                    {"Agreement", "Programme"},
                                                                                    {"Event", "Issue"},
                                                                                    {"Event", "Programme"},
                                                                                    {"Group", "Organization"},
                                                                                    {"Infrastructure", "Programme"},
                                                                                    {"Infrastructure", "Territory"},
                                                                                    {"Infrastructure", "WeaponSystem"},
                                                                                    {"Issue", "Programme"},
                                                                                    {"Organization", "Programme"},
                                                                                    {"Programme", "WeaponSystem"}}};
  const auto pair = std::minmax(a, b);
  return std::any_of(pairs.begin(), pairs.end(), [&](const auto& p) { return p.first == pair.first && p.second == pair.second; });
}

Clusters::Clusters(const std::vector<Signature>& signatures)
    : signatures_(signatures),
      parent_(signatures.size()),
      absorbed_(signatures.size()),
      reasons_(signatures.size()),
      gazetteer_ids_(signatures.size()),
      wikidata_(signatures.size()),
      sides_(signatures.size()) {
  for (std::uint32_t i = 0; i < signatures.size(); ++i) {
    const auto& signature = signatures[i];
    parent_[i] = i;
    if (!signature.gazetteer_id.empty()) gazetteer_ids_[i].insert(signature.gazetteer_id);
    if (!signature.wikidata.empty()) wikidata_[i].insert(signature.wikidata);
    if (signature.appearances > 1)
      reasons_[i].insert(signature.gazetteer_id.empty() ? std::string("same name") : "gazetteer:" + signature.gazetteer_id);
  }
}

void Clusters::separate(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  for (const auto signature : a) sides_[signature].insert(2 * separations_);
  for (const auto signature : b) sides_[signature].insert(2 * separations_ + 1);
  ++separations_;
}

std::uint32_t Clusters::root(std::uint32_t signature) const {
  while (parent_[signature] != signature) signature = parent_[signature];
  return signature;
}

bool Clusters::may_join(std::uint32_t a, std::uint32_t b, bool forced) const {
  if (!forced && (disjoint(gazetteer_ids_[a], gazetteer_ids_[b]) || disjoint(wikidata_[a], wikidata_[b]))) return false;
  return std::none_of(sides_[a].begin(), sides_[a].end(), [&](std::uint32_t side) { return sides_[b].contains(side ^ 1U); });
}

bool Clusters::join(std::uint32_t a, std::uint32_t b, const std::string& reason, bool absorbed, bool forced) {
  const auto root_a = root(a), root_b = root(b);
  if (root_a == root_b) return true;
  if (!may_join(root_a, root_b, forced)) return false;
  absorbed_[a] = absorbed_[a] || absorbed;
  // The smaller root wins, so that roots depend on content alone; paths are kept short by pointing both signatures at it.
  const auto [winner, loser] = std::minmax(root_a, root_b);
  parent_[loser] = winner;
  parent_[a] = parent_[b] = winner;
  reasons_[winner].merge(reasons_[loser]);
  reasons_[winner].insert(reason);
  gazetteer_ids_[winner].merge(gazetteer_ids_[loser]);
  wikidata_[winner].merge(wikidata_[loser]);
  sides_[winner].merge(sides_[loser]);
  return true;
}

const Signature* Clusters::best_of(const std::vector<std::uint32_t>& members) const {
  const auto rank = [&](std::uint32_t id) {
    const auto& s = signatures_[id];
    return std::tuple(s.gazetteer_id.empty(), bool(absorbed_[id]), has_article(s.label), ~s.appearances, ~s.label.size(), id);
  };
  return &signatures_[*std::min_element(members.begin(), members.end(), [&](auto a, auto b) { return rank(a) < rank(b); })];
}

std::vector<ClusterView> Clusters::view() const {
  std::vector<std::uint32_t> position(signatures_.size(), 0);
  std::vector<ClusterView> views;
  for (std::uint32_t i = 0; i < signatures_.size(); ++i) {
    const auto r = root(i);
    if (r == i) {  // roots are the smallest of their cluster
      position[i] = static_cast<std::uint32_t>(views.size());
      views.emplace_back().root = i;
    }
    auto& view = views[position[r]];
    view.members.push_back(i);
    view.appearances += signatures_[i].appearances;
  }
  for (auto& view : views) {
    view.anchored = !gazetteer_ids_[view.root].empty() || !wikidata_[view.root].empty();
    view.best = best_of(view.members);
    view.type = view.best->type;
    if (view.members.size() == 1 || !view.best->gazetteer_id.empty()) continue;
    std::map<std::string_view, std::uint32_t> votes;
    for (const auto id : view.members) votes[signatures_[id].type] += signatures_[id].appearances;
    view.type = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
  }
  return views;
}

}  // namespace entente
