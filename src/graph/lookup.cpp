#include "entente/graph/lookup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "entente/base/error.hpp"
#include "entente/base/fold.hpp"

namespace entente {

namespace {

constexpr std::size_t most_candidates = 10;

std::string fold_name(std::string_view name) {
  auto folded = fold(name);
  if (folded.starts_with("the ") && folded.size() > 4) folded.erase(0, 4);
  return folded;
}

template <class Test>
std::vector<EntityId> entities_where(const KnowledgeGraph& graph, const Test& test) {
  std::vector<EntityId> found;
  for (std::uint32_t i = 0; i < graph.entities.size(); ++i)
    if (test(graph.entities[i])) found.push_back({i});
  return found;
}

std::string describe(const Entity& entity) {
  std::string text = fmt::format("\n  {} ({}), key {}", entity.label, entity.type, entity.key);
  if (!entity.wikidata.empty()) text += ", " + entity.wikidata;
  return text;
}

std::string ambiguous(const KnowledgeGraph& graph, std::string_view name, const std::vector<EntityId>& candidates) {
  std::string text = fmt::format("'{}' may be any of {} entities; give the key of the one that you mean:", name, candidates.size());
  for (std::size_t i = 0; i < std::min(candidates.size(), most_candidates); ++i) text += describe(graph.entity(candidates[i]));
  if (candidates.size() > most_candidates) text += fmt::format("\n  and {} more", candidates.size() - most_candidates);
  return text;
}

std::string unknown(const KnowledgeGraph& graph, std::string_view name) {
  std::string text = fmt::format("the graph has no entity called '{}'", name);
  const auto near = suggest_entities(graph, name);
  for (std::size_t i = 0; i < near.size(); ++i) text += fmt::format("{}'{}'", i == 0 ? "; did you mean " : " or ", near[i]);
  return near.empty() ? text : text + "?";
}

}  // namespace

std::vector<EntityId> find_entities(const KnowledgeGraph& graph, std::string_view name) {
  auto found = entities_where(graph, [&](const Entity& e) { return e.key == name || (!name.empty() && e.wikidata == name); });
  if (!found.empty()) return found;
  const auto folded = fold_name(name);
  if (folded.empty()) return {};
  found = entities_where(graph, [&](const Entity& e) { return fold_name(e.label) == folded; });
  if (!found.empty()) return found;
  return entities_where(graph, [&](const Entity& e) {
    return std::any_of(e.aliases.begin(), e.aliases.end(), [&](const std::string& alias) { return fold_name(alias) == folded; });
  });
}

std::vector<std::string> suggest_entities(const KnowledgeGraph& graph, std::string_view name, std::size_t count) {
  const auto folded = fold_name(name).substr(0, 80);
  if (folded.empty()) return {};
  const auto limit = std::max<std::size_t>(1, folded.size() / 3);
  std::vector<std::tuple<std::size_t, std::string, std::uint32_t>> near;
  const auto consider = [&](const std::string& other, std::uint32_t id) {
    const auto candidate = fold_name(other);
    if (candidate.size() > 120) return;
    const bool inside = folded.size() >= 3 && candidate.find(folded) != std::string::npos;
    const auto gap = candidate.size() > folded.size() ? candidate.size() - folded.size() : folded.size() - candidate.size();
    if (!inside && gap > limit) return;
    const auto distance = inside ? std::size_t{1} : edit_distance(candidate, folded);
    if (distance <= limit) near.emplace_back(distance, other, id);
  };
  for (std::uint32_t i = 0; i < graph.entities.size(); ++i) {
    consider(graph.entities[i].label, i);
    for (const auto& alias : graph.entities[i].aliases) consider(alias, i);
  }
  std::sort(near.begin(), near.end());
  std::vector<std::string> names;
  std::vector<std::uint32_t> used;
  for (const auto& [distance, other, id] : near) {
    if (names.size() == count) break;
    if (std::find(used.begin(), used.end(), id) != used.end()) continue;
    used.push_back(id);
    names.push_back(other);
  }
  return names;
}

EntityId resolve_entity(const KnowledgeGraph& graph, std::string_view name) {
  const auto found = find_entities(graph, name);
  if (found.empty()) throw UsageError(unknown(graph, name));
  if (found.size() > 1) throw UsageError(ambiguous(graph, name, found));
  return found.front();
}

}  // namespace entente
