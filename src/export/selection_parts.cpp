#include "export/selection_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "entente/base/error.hpp"
#include "graph/edge_sum.hpp"

namespace entente {

namespace {

constexpr auto unused = std::numeric_limits<std::uint32_t>::max();

/// YYYY, YYYY-MM or YYYY-MM-DD.
bool is_date(const std::string& text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  }
  return true;
}

void check_date(const std::string& date, const char* option) {
  if (!date.empty() && !is_date(date))
    throw UsageError(fmt::format("{} wants a date such as 2016-12-15, 2016-12 or 2016, not '{}'", option, date));
}

/// Renumbering of the used elements of a vector.
struct Renumbering {
  std::vector<std::uint32_t> to;

  explicit Renumbering(std::size_t size) : to(size, unused) {}
  void use(std::uint32_t id) { to[id] = 0; }
  template <class T>
  std::vector<T> compact(const std::vector<T>& all) {
    std::vector<T> kept;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      if (to[i] == unused) continue;
      to[i] = static_cast<std::uint32_t>(kept.size());
      kept.push_back(all[i]);
    }
    return kept;
  }
};

}  // namespace

EvidenceFilter::EvidenceFilter(const KnowledgeGraph& graph, const Selection& selection)
    : graph_(graph),
      all_(selection.documents.empty() && selection.since.empty() && selection.until.empty()),
      documents_(graph.documents.size(), selection.documents.empty()),
      since_(selection.since),
      until_(selection.until) {
  check_date(since_, "--since");
  check_date(until_, "--until");
  for (std::size_t i = 0; i < graph.documents.size(); ++i)
    if (std::find(selection.documents.begin(), selection.documents.end(), graph.documents[i].id) != selection.documents.end())
      documents_[i] = true;
}

bool EvidenceFilter::fits(const EdgeEvidence& evidence) const {
  if (!documents_[evidence.document.value]) return false;
  if (since_.empty() && until_.empty()) return true;
  const auto& time = evidence.time.empty() ? graph_.document(evidence.document).date : evidence.time;
  if (time.empty()) return false;
  const auto slash = time.find('/');
  const auto first = time.substr(0, slash);
  const auto last = slash == std::string::npos ? first : time.substr(slash + 1);
  // A coarser date is compared at its own precision: 2016 lies within 2016-05 to 2017.
  const auto length = [](const std::string& a, const std::string& b) { return std::min(a.size(), b.size()); };
  if (!since_.empty() && last.substr(0, length(last, since_)) < since_.substr(0, length(last, since_))) return false;
  return until_.empty() || first.substr(0, length(first, until_)) <= until_.substr(0, length(first, until_));
}

std::optional<Edge> EvidenceFilter::apply(const Edge& edge) const {
  if (all_) return edge;
  Edge rest = edge;
  std::erase_if(rest.evidence, [&](const EdgeEvidence& evidence) { return !fits(evidence); });
  if (rest.evidence.empty()) return std::nullopt;
  if (rest.evidence.size() != edge.evidence.size()) summarise(rest, graph_.documents);
  return rest;
}

KnowledgeGraph without_unused(const KnowledgeGraph& graph, const std::vector<EntityId>& kept) {
  Renumbering documents(graph.documents.size()), relations(graph.relations.size()), entities(graph.entities.size());
  for (const auto entity : kept) entities.use(entity.value);
  for (const auto& edge : graph.edges) {
    entities.use(edge.source.value);
    entities.use(edge.target.value);
    relations.use(edge.relation.value);
    for (const auto& evidence : edge.evidence) {
      documents.use(evidence.document.value);
      if (evidence.attributed_to.valid()) entities.use(evidence.attributed_to.value);
    }
  }
  KnowledgeGraph part;
  part.base = graph.base;
  part.edges = graph.edges;
  part.documents = documents.compact(graph.documents);
  part.relations = relations.compact(graph.relations);
  part.entities = entities.compact(graph.entities);
  for (auto& edge : part.edges) {
    edge.source.value = entities.to[edge.source.value];
    edge.target.value = entities.to[edge.target.value];
    edge.relation.value = relations.to[edge.relation.value];
    for (auto& evidence : edge.evidence) {
      evidence.document.value = documents.to[evidence.document.value];
      if (evidence.attributed_to.valid()) evidence.attributed_to.value = entities.to[evidence.attributed_to.value];
    }
  }
  for (auto& entity : part.entities) {
    for (auto& appearance : entity.appearances) appearance.document.value = documents.to[appearance.document.value];
    std::erase_if(entity.appearances, [](const Appearance& appearance) { return appearance.document.value == unused; });
  }
  return part;
}

}  // namespace entente
