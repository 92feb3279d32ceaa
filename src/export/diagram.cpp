#include "export/diagram.hpp"

#include <algorithm>
#include <tuple>

#include "entente/base/error.hpp"
#include "entente/export/selection.hpp"

namespace entente {

namespace {

constexpr std::size_t most_full_nodes = 60, most_full_lines = 120, most_medium_nodes = 300;

enum class Bundling { family, pair_and_family, pair };

/// What edges of one line have in common.
using BundleKey = std::tuple<std::uint32_t, std::uint32_t, std::string, bool, std::string>;

BundleKey key_of(const KnowledgeGraph& graph, const Edge& edge, Bundling bundling) {
  auto a = edge.source.value, b = edge.target.value;
  const auto& family = graph.relation(edge.relation).family;
  if (bundling == Bundling::family) return {a, b, family, edge.negated, graph.relation(edge.relation).symmetric ? "symmetric" : ""};
  if (a > b) std::swap(a, b);
  if (bundling == Bundling::pair_and_family) return {a, b, family, edge.negated, ""};
  return {a, b, "", false, ""};
}

std::vector<Bundle> bundles_of(const KnowledgeGraph& graph, Bundling bundling) {
  std::map<BundleKey, Bundle> bundles;
  for (const auto& edge : graph.edges) {
    const auto key = key_of(graph, edge, bundling);
    auto& bundle = bundles[key];
    bundle.a.value = std::get<0>(key);
    bundle.b.value = std::get<1>(key);
    (edge.source == bundle.a ? bundle.forward : bundle.backward).push_back(&edge);
  }
  std::vector<Bundle> list;
  list.reserve(bundles.size());
  for (auto& [key, bundle] : bundles) list.push_back(std::move(bundle));
  for (auto& bundle : list) {
    const auto by_support = [](const Edge* x, const Edge* y) { return x->support() > y->support(); };
    std::stable_sort(bundle.forward.begin(), bundle.forward.end(), by_support);
    std::stable_sort(bundle.backward.begin(), bundle.backward.end(), by_support);
  }
  return list;
}

void choose_entities(Diagram& diagram, bool all) {
  const auto& graph = *diagram.graph;
  std::vector<bool> joined(graph.entities.size(), all || graph.edges.empty());
  for (const auto& edge : graph.edges) joined[edge.source.value] = joined[edge.target.value] = true;
  std::vector<std::size_t> rank(graph.entities.size());
  const auto order = by_rank(graph);
  for (std::size_t i = 0; i < order.size(); ++i) rank[order[i].value] = i;
  for (std::uint32_t i = 0; i < graph.entities.size(); ++i) {
    if (!joined[i]) {
      ++diagram.alone;
      continue;
    }
    diagram.entities.push_back({i});
    diagram.rank.push_back(rank[i]);
  }
}

void choose_bundles(Diagram& diagram, const ExportOptions& options, bool bundled) {
  const auto& graph = *diagram.graph;
  if (options.bundle != "auto" && options.bundle != "none" && options.bundle != "family")
    throw UsageError("--bundle wants auto, none or family, not '" + options.bundle + "'");
  const bool none = options.bundle == "none" || !bundled;
  diagram.every_edge = none;
  if (!none) diagram.bundles = bundles_of(graph, Bundling::family);
  const auto nodes = diagram.entities.size();
  const bool small = nodes <= most_full_nodes && diagram.lines() <= most_full_lines;
  diagram.detail = small ? Detail::full : nodes <= most_medium_nodes ? Detail::medium : Detail::dense;
  if (!none && options.bundle == "auto" && !small)
    diagram.bundles = bundles_of(graph, diagram.detail == Detail::medium ? Bundling::pair_and_family : Bundling::pair);
  diagram.layout = !options.layout.empty() ? options.layout : small ? "dot" : "sfdp";
}

}  // namespace

std::size_t Bundle::support() const {
  std::size_t sum = 0;
  for (const auto* edge : forward) sum += edge->support();
  for (const auto* edge : backward) sum += edge->support();
  return sum;
}

Diagram make_diagram(const KnowledgeGraph& graph, const ExportOptions& options, bool bundled) {
  Diagram diagram;
  diagram.graph = &graph;
  choose_entities(diagram, !bundled);
  choose_bundles(diagram, options, bundled);
  for (const auto& family : families_in_use(graph)) diagram.families[family] = family_style(graph, family);
  for (const auto entity : diagram.entities) {
    const auto& type = graph.entity(entity).type;
    if (!diagram.types.contains(type)) diagram.types[type] = type_style(graph, type);
  }
  return diagram;
}

}  // namespace entente
