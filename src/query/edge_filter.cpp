#include "entente/query/edge_filter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "entente/base/error.hpp"
#include "entente/base/fold.hpp"

namespace entente {

namespace {

/// Throws if `name` is none of `known`.
void require(const std::set<std::string>& known, const std::string& name, std::string_view what) {
  if (known.count(name)) return;
  std::string best;
  std::size_t least = 4;
  for (const auto& candidate : known)
    if (const auto distance = edit_distance(name, candidate); distance < least) {
      least = distance;
      best = candidate;
    }
  const auto hint = best.empty() ? fmt::format("; it has {}", fmt::join(known, ", ")) : fmt::format("; did you mean {}?", best);
  throw UsageError(fmt::format("the graph has no {} '{}'{}", what, name, hint));
}

void require_all(const KnowledgeGraph& graph, const EdgeFilter& filter) {
  std::set<std::string> relations, families, types;
  for (const auto& relation : graph.relations) {
    relations.insert(relation.name);
    families.insert(relation.family);
  }
  for (const auto& entity : graph.entities) types.insert(entity.type);
  for (const auto& name : filter.relations) require(relations, name, "relation");
  for (const auto& name : filter.families) require(families, name, "family");
  for (const auto& name : filter.types) require(types, name, "type of entity");
}

bool contains(const std::vector<std::string>& list, const std::string& name) {
  return list.empty() || std::find(list.begin(), list.end(), name) != list.end();
}

std::vector<char> relation_mask(const KnowledgeGraph& graph, const EdgeFilter& filter) {
  std::vector<char> mask;
  for (const auto& relation : graph.relations)
    mask.push_back(contains(filter.relations, relation.name) && contains(filter.families, relation.family));
  return mask;
}

std::vector<char> document_mask(const KnowledgeGraph& graph, const EdgeFilter& filter) {
  std::vector<char> mask(graph.documents.size());
  for (const auto& name : filter.documents) {
    bool found = false;
    for (std::size_t i = 0; i < graph.documents.size(); ++i)
      if (graph.documents[i].id == name || fold(graph.documents[i].title) == fold(name)) mask[i] = found = true;
    if (found) continue;
    std::set<std::string> ids;
    for (const auto& document : graph.documents) ids.insert(document.id);
    require(ids, name, "document");
  }
  return mask;
}

bool modality_fits(const Edge& edge, const std::vector<Modality>& wanted) {
  if (wanted.empty()) return edge.modality.asserted + edge.modality.possible > 0 && !edge.negated;
  return std::any_of(wanted.begin(), wanted.end(), [&](Modality modality) {
    if (modality == Modality::asserted) return edge.modality.asserted > 0;
    if (modality == Modality::possible) return edge.modality.possible > 0;
    return edge.modality.negated > 0 || edge.negated;
  });
}

bool time_fits(const Edge& edge, const EdgeFilter& filter) {
  if (!filter.since.empty() && (edge.last.empty() || compare_dates(edge.last, filter.since) < 0)) return false;
  return filter.until.empty() || (!edge.first.empty() && compare_dates(edge.first, filter.until) <= 0);
}

/// Throws if `date` is given and no date.
void require_date(const std::string& date, std::string_view option) {
  static constexpr std::string_view form = "0000-00-00";
  bool good = date.empty() || date.size() == 4 || date.size() == 7 || date.size() == 10;
  for (std::size_t i = 0; good && i < date.size(); ++i) good = form[i] == '-' ? date[i] == '-' : date[i] >= '0' && date[i] <= '9';
  if (!good) throw UsageError(fmt::format("expected a date YYYY, YYYY-MM or YYYY-MM-DD for {}, found '{}'", option, date));
}

}  // namespace

int compare_dates(std::string_view a, std::string_view b) {
  const auto length = std::min(a.size(), b.size());
  return a.substr(0, length).compare(b.substr(0, length));
}

EdgeMask apply_filter(const KnowledgeGraph& graph, const EdgeFilter& filter) {
  require_all(graph, filter);
  require_date(filter.since, "--since");
  require_date(filter.until, "--until");
  const auto relations = relation_mask(graph, filter);
  const auto documents = document_mask(graph, filter);
  EdgeMask mask{std::vector<char>(graph.edges.size()), std::vector<char>(graph.entities.size(), 1)};
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    const auto& edge = graph.edges[i];
    const bool documented =
        filter.documents.empty() || std::any_of(edge.evidence.begin(), edge.evidence.end(),
                                                [&](const EdgeEvidence& evidence) { return documents[evidence.document.value]; });
    mask.edges[i] = relations[edge.relation.value] && edge.confidence >= filter.min_confidence && edge.support() >= filter.min_support &&
                    modality_fits(edge, filter.modalities) && time_fits(edge, filter) && documented;
  }
  if (!filter.types.empty())
    for (std::size_t i = 0; i < graph.entities.size(); ++i) mask.entities[i] = contains(filter.types, graph.entities[i].type);
  for (const auto id : filter.avoid) mask.entities[id.value] = 0;
  return mask;
}

}  // namespace entente
