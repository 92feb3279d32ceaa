#include "graph/edge_sum.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "entente/base/error.hpp"

namespace entente {

namespace {

constexpr double most_confident = 0.99;

/// An assertion with its place in the graph.
struct Part {
  EntityId source;
  RelationId relation;
  EntityId target;
  bool negated;
  std::uint32_t document;
  std::uint32_t index;

  auto edge() const { return std::tie(source, relation, target, negated); }
};

using RelationIds = std::map<std::string_view, RelationId>;

RelationIds used_relations(KnowledgeGraph& graph, const std::vector<DocumentGraph>& documents, const std::vector<RelationInfo>& known) {
  std::map<std::string_view, std::string_view> document_with;
  for (const auto& document : documents)
    for (const auto& assertion : document.assertions) document_with.emplace(assertion.relation, document.document.id);
  RelationIds ids;
  for (const auto& [name, document] : document_with) {
    const auto at =
        std::lower_bound(known.begin(), known.end(), name, [](const RelationInfo& r, std::string_view n) { return r.name < n; });
    if (at == known.end() || at->name != name)
      throw SchemaError(
          fmt::format("document '{}' uses the relation '{}', which the schema lacks; give the schema that it was read with (--schema)",
                      document, name));
    ids.emplace(name, RelationId{static_cast<std::uint32_t>(graph.relations.size())});
    graph.relations.push_back(*at);
  }
  return ids;
}

/// First and last day of an ISO 8601 date or interval.
std::pair<std::string_view, std::string_view> ends_of(std::string_view time) {
  const auto slash = time.find('/');
  if (slash == std::string_view::npos) return {time, time};
  return {time.substr(0, slash), time.substr(slash + 1)};
}

bool is_date(std::string_view date) { return !date.empty() && date.front() >= '0' && date.front() <= '9'; }

EdgeEvidence to_evidence(Assertion&& a, std::uint32_t document, const std::vector<Place>& places, bool swapped) {
  EdgeEvidence evidence;
  const auto& source = places[a.source.value];
  const auto& target = places[a.target.value];
  evidence.document = {document};
  evidence.modality = a.modality;
  evidence.source_variant = source.variant;
  evidence.target_variant = target.variant;
  if (a.attributed_to.valid()) {
    evidence.attributed_to = places[a.attributed_to.value].entity;
    evidence.attributed_variant = places[a.attributed_to.value].variant;
  }
  evidence.time = std::move(a.time);
  evidence.sentence = a.sentence;
  evidence.source_mention = a.source_mention;
  evidence.target_mention = a.target_mention;
  evidence.trigger = a.trigger;
  evidence.sentence_text = std::move(a.sentence_text);
  evidence.source_text = std::move(a.source_text);
  evidence.target_text = std::move(a.target_text);
  evidence.trigger_text = std::move(a.trigger_text);
  evidence.confidence = a.confidence;
  evidence.by = std::move(a.by);
  if (swapped) {
    std::swap(evidence.source_variant, evidence.target_variant);
    std::swap(evidence.source_mention, evidence.target_mention);
    std::swap(evidence.source_text, evidence.target_text);
  }
  return evidence;
}

std::vector<Part> parts_of(const KnowledgeGraph& graph, const std::vector<DocumentGraph>& documents,
                           const std::vector<std::vector<Place>>& places, const RelationIds& relations) {
  std::vector<Part> parts;
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    for (std::uint32_t i = 0; i < documents[d].assertions.size(); ++i) {
      const auto& a = documents[d].assertions[i];
      Part part{places[d][a.source.value].entity,
                relations.at(a.relation),
                places[d][a.target.value].entity,
                a.modality == Modality::negated,
                d,
                i};
      if (graph.relation(part.relation).symmetric && part.target < part.source) std::swap(part.source, part.target);
      parts.push_back(part);
    }
  }
  std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
    return a.edge() != b.edge() ? a.edge() < b.edge() : std::tie(a.document, a.index) < std::tie(b.document, b.index);
  });
  return parts;
}

}  // namespace

void summarise(Edge& edge, const std::vector<DocumentRecord>& documents) {
  edge.modality = {};
  edge.documents = 0;
  edge.first.clear();
  edge.last.clear();
  double doubt = 1;
  double best = 0;  // of the document at hand
  for (std::size_t i = 0; i < edge.evidence.size(); ++i) {
    const auto& evidence = edge.evidence[i];
    ++(evidence.modality == Modality::asserted   ? edge.modality.asserted
       : evidence.modality == Modality::possible ? edge.modality.possible
                                                 : edge.modality.negated);
    best = std::max(best, evidence.confidence);
    if (i + 1 == edge.evidence.size() || edge.evidence[i + 1].document != evidence.document) {
      ++edge.documents;
      doubt *= 1 - best;
      best = 0;
    }
    const std::string_view time = evidence.time.empty() ? documents[evidence.document.value].date : evidence.time;
    const auto [first, last] = ends_of(time);
    if (is_date(first) && (edge.first.empty() || first < edge.first)) edge.first = first;
    if (is_date(last) && last > edge.last) edge.last = last;
  }
  edge.confidence = std::min(1 - doubt, most_confident);
}

void sum_edges(KnowledgeGraph& graph, std::vector<DocumentGraph> documents, const std::vector<std::vector<Place>>& places,
               const std::vector<RelationInfo>& known) {
  const auto relations = used_relations(graph, documents, known);
  const auto parts = parts_of(graph, documents, places, relations);
  std::size_t begin = 0;
  while (begin < parts.size()) {
    auto end = begin;
    while (end < parts.size() && parts[end].edge() == parts[begin].edge()) ++end;
    const auto& part = parts[begin];
    auto& edge = (part.source == part.target ? graph.loops : graph.edges).emplace_back();
    edge.source = part.source;
    edge.relation = part.relation;
    edge.target = part.target;
    edge.negated = part.negated;
    edge.key = edge_key(graph.entity(edge.source).key, graph.relation(edge.relation).name, graph.entity(edge.target).key, edge.negated);
    edge.evidence.reserve(end - begin);
    for (; begin < end; ++begin) {
      const auto& [source, relation, target, negated, d, i] = parts[begin];
      auto& assertion = documents[d].assertions[i];
      const bool swapped = source != target && places[d][assertion.source.value].entity != source;
      edge.evidence.push_back(to_evidence(std::move(assertion), d, places[d], swapped));
    }
    std::sort(edge.evidence.begin(), edge.evidence.end());
    summarise(edge, graph.documents);
  }
}

}  // namespace entente
