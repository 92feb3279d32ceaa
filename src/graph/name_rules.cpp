#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "graph/name_key.hpp"
#include "graph/resolution.hpp"

namespace entente {

namespace {

/// Clusters that bear one name: those that only have it, those with an id of the world, and those that some document also calls so.
struct Bearers {
  std::vector<const ClusterView*> plain;
  std::vector<const ClusterView*> anchored;
  std::vector<const ClusterView*> anchored_by_alias;
};

void add_once(std::vector<const ClusterView*>& list, const ClusterView* view) {
  if (list.empty() || list.back() != view) list.push_back(view);
}

std::map<std::string_view, Bearers> bearers_of_names(const Clusters& clusters, const std::vector<ClusterView>& views) {
  std::map<std::string_view, Bearers> names;
  for (const auto& view : views) {
    for (const auto member : view.members) {
      const auto& signature = clusters.signatures()[member];
      auto& bearers = names[signature.key];
      add_once(view.anchored ? bearers.anchored : bearers.plain, &view);
      if (!view.anchored) continue;
      for (const auto& key : signature.alias_keys) add_once(names[key].anchored_by_alias, &view);
    }
  }
  names.erase(std::string_view());
  return names;
}

/// Groups clusters of one name by type: each joins the most frequent type that is compatible with its own.
std::vector<std::vector<const ClusterView*>> group_by_type(const std::vector<const ClusterView*>& plain) {
  std::map<std::string_view, std::uint32_t> count;
  for (const auto* view : plain) count[view->type] += view->appearances;
  std::vector<std::string_view> leaders;
  for (const auto& [type, ignored] : count) leaders.push_back(type);
  std::stable_sort(leaders.begin(), leaders.end(), [&](auto a, auto b) { return count[a] > count[b]; });
  std::map<std::string_view, std::vector<const ClusterView*>> groups;
  std::set<std::string_view> chosen;
  for (const auto type : leaders) {
    const auto leader = std::find_if(leaders.begin(), leaders.end(), [&](std::string_view other) {
      return other == type || (chosen.contains(other) && compatible_types(type, other));
    });
    if (*leader == type) chosen.insert(type);
    for (const auto* view : plain)
      if (view->type == type) groups[*leader].push_back(view);
  }
  std::vector<std::vector<const ClusterView*>> lists;
  for (auto& [leader, views] : groups) lists.push_back(std::move(views));
  return lists;
}

std::string same_name_reason(const ClusterView& view, const ClusterView& other, const std::vector<DocumentGraph>& documents) {
  if (view.best->label == other.best->label) return "same name";
  const auto& document = documents[view.best->first_document].document.id;
  return fmt::format("\"{}\" in {} is a variant of \"{}\"", view.best->label, document, other.best->label);
}

/// Joins a group of one name and type, except across different owners. Answers whether all of it may be one thing.
bool join_group(Clusters& clusters, const std::vector<const ClusterView*>& group, const std::vector<DocumentGraph>& documents) {
  std::map<std::string_view, const ClusterView*> first_of_owner;
  for (const auto* view : group) first_of_owner.emplace(view->best->owner, view);
  const auto named_owners = first_of_owner.size() - first_of_owner.count("");
  for (const auto* view : group) {
    const auto* first = named_owners > 1 ? first_of_owner.at(view->best->owner) : group.front();
    if (view != first) clusters.join(view->root, first->root, same_name_reason(*view, *first, documents));
  }
  return named_owners <= 1;
}

/// The one cluster of `anchored` whose type is compatible; null if there are none or several.
const ClusterView* only_compatible(const std::vector<const ClusterView*>& anchored, std::string_view type) {
  const ClusterView* found = nullptr;
  for (const auto* view : anchored) {
    if (!compatible_types(view->type, type)) continue;
    if (found != nullptr) return nullptr;
    found = view;
  }
  return found;
}

bool any_compatible(const std::vector<const ClusterView*>& anchored, std::string_view type) {
  return std::any_of(anchored.begin(), anchored.end(), [&](const auto* view) { return compatible_types(view->type, type); });
}

void join_with_anchor(Clusters& clusters, const ClusterView& view, const Bearers& bearers, const std::vector<DocumentGraph>& documents) {
  const bool by_label = any_compatible(bearers.anchored, view.type);
  const auto* anchor = only_compatible(by_label ? bearers.anchored : bearers.anchored_by_alias, view.type);
  if (anchor == nullptr) return;
  const auto& id = anchor->best->gazetteer_id;
  auto reason = same_name_reason(view, *anchor, documents);
  if (!by_label) reason = fmt::format("\"{}\" is an alias of {}", view.best->label, id.empty() ? anchor->best->label : id);
  clusters.join(view.root, anchor->root, reason, !by_label);
}

}  // namespace

void join_equal_names(Clusters& clusters, const std::vector<DocumentGraph>& documents) {
  const auto views = clusters.view();
  for (const auto& [name, bearers] : bearers_of_names(clusters, views)) {
    for (const auto& group : group_by_type(bearers.plain)) {
      if (!join_group(clusters, group, documents)) continue;
      for (const auto* view : group) join_with_anchor(clusters, *view, bearers, documents);
    }
  }
}

void join_acronyms(Clusters& clusters, const std::vector<DocumentGraph>& documents) {
  const auto views = clusters.view();
  std::map<std::string, std::set<const ClusterView*>> expansions;
  for (const auto& view : views) {
    if (view.type == "Person") continue;
    for (const auto member : view.members) {
      const auto& label = clusters.signatures()[member].label;
      if (label.size() > 200 || !is_proper(label)) continue;
      for (auto& acronym : acronyms_of(label)) expansions[std::move(acronym)].insert(&view);
    }
  }
  for (const auto& view : views) {
    const auto acronym = as_acronym(view.best->label);
    const auto at = expansions.find(acronym);
    if (acronym.empty() || at == expansions.end() || view.type == "Person") continue;
    const ClusterView* only = nullptr;
    bool several = false;
    for (const auto* other : at->second) {
      if (other == &view || !compatible_types(other->type, view.type)) continue;
      several = several || (only != nullptr && clusters.root(only->root) != clusters.root(other->root));
      only = other;
    }
    if (only == nullptr || several) continue;
    const auto& document = documents[only->best->first_document].document.id;
    clusters.join(view.root, only->root, fmt::format("{} abbreviates {} in {}", view.best->label, only->best->label, document), true);
  }
}

void join_aliases(Clusters& clusters, const std::vector<DocumentGraph>& documents) {
  const auto views = clusters.view();
  std::map<std::string_view, std::vector<const ClusterView*>> called;
  for (const auto& view : views)
    for (const auto member : view.members)
      for (const auto& key : clusters.signatures()[member].alias_keys) add_once(called[key], &view);
  for (const auto& view : views) {
    const auto& best = *view.best;
    const auto at = called.find(best.key);
    if (at == called.end() || !is_proper(best.label) || is_generic(best.label)) continue;
    auto others = at->second;
    std::erase(others, &view);
    const auto* only = only_compatible(others, view.type);
    if (only == nullptr) continue;
    const auto& document = documents[only->best->first_document].document.id;
    clusters.join(view.root, only->root, fmt::format("\"{}\" is an alias of {} in {}", best.label, only->best->label, document), true);
  }
}

}  // namespace entente
