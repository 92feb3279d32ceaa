#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <sstream>

#include "entente/base/hash.hpp"
#include "entente/graph/iri.hpp"
#include "graph/edge_sum.hpp"
#include "graph/json_ld_nodes.hpp"
#include "graph/json_ld_terms.hpp"

namespace entente {

namespace {

constexpr std::uint64_t any_count = std::numeric_limits<std::uint32_t>::max();

template <class Found>
auto known(const JsonNode& node, std::string_view key, const Found& found, std::string_view kind, std::string_view name) {
  if (!found) node.fail_at(key, fmt::format("there is no {} '{}' in this graph", kind, name.substr(0, 100)));
  return *found;
}

EntityId entity_member(const JsonNode& node, std::string_view key, const KnowledgeGraph& graph) {
  const auto name = node.name(key, "ent");
  return known(node, key, graph.find_entity(name), "entity", name);
}

Modality modality_member(const JsonNode& node) {
  const auto word = node.text("modality");
  for (const auto modality : {Modality::asserted, Modality::possible, Modality::negated})
    if (word == to_string(modality)) return modality;
  node.fail_at("modality", fmt::format("expected asserted, possible or negated, found '{}'", word.substr(0, 60)));
}

std::uint32_t variant(const JsonNode& node, std::istringstream& numbers) {
  std::uint32_t number = 0;
  if (!(numbers >> number)) node.fail_at("variants", "expected three whole numbers");
  return number;
}

/// Whether document `id` says something of the entity under this number.
void check_appearance(const JsonNode& node, const KnowledgeGraph& graph, EntityId entity, DocumentId document, std::uint32_t variant) {
  const auto& appearances = graph.entity(entity).appearances;
  const auto first =
      std::lower_bound(appearances.begin(), appearances.end(), document, [](const Appearance& a, DocumentId d) { return a.document < d; });
  const auto left = static_cast<std::size_t>(appearances.end() - first);
  if (variant < left && (first + variant)->document == document) return;
  node.fail_at("document", fmt::format("entity '{}' has no appearance {} in document '{}'", graph.entity(entity).key, variant + 1,
                                       graph.document(document).id));
}

EdgeEvidence read_evidence(const JsonNode& node, const Edge& edge, const KnowledgeGraph& graph, Integrity integrity) {
  node.check_members({"@type",      "@id",         "document",  "modality",    "attributedTo", "time",        "confidence",
                      "by",         "exact",       "start",     "end",         "sourceText",   "sourceStart", "sourceEnd",
                      "targetText", "targetStart", "targetEnd", "triggerText", "triggerStart", "triggerEnd",  "variants"});
  EdgeEvidence e;
  const auto document = node.name("document", "doc");
  e.document = known(node, "document", find_document(graph, document), "document", document);
  e.modality = modality_member(node);
  if ((e.modality == Modality::negated) != edge.negated) node.fail_at("modality", "the modality contradicts the polarity of the edge");
  if (node.find("attributedTo") != nullptr) e.attributed_to = entity_member(node, "attributedTo", graph);
  e.time = node.text_or("time");
  e.confidence = node.real_or("confidence", 1);
  e.by = node.text_or("by");
  e.sentence_text = node.text_or("exact");
  e.sentence = node.span("start", "end");
  e.source_text = node.text_or("sourceText");
  e.source_mention = node.span("sourceStart", "sourceEnd");
  e.target_text = node.text_or("targetText");
  e.target_mention = node.span("targetStart", "targetEnd");
  e.trigger_text = node.text_or("triggerText");
  e.trigger = node.span("triggerStart", "triggerEnd");
  if (node.find("variants") != nullptr) {
    std::istringstream numbers(node.text("variants"));
    e.source_variant = variant(node, numbers);
    e.target_variant = variant(node, numbers);
    e.attributed_variant = variant(node, numbers);
  }
  if (integrity == Integrity::apart) return e;
  check_appearance(node, graph, edge.source, e.document, e.source_variant);
  check_appearance(node, graph, edge.target, e.document, e.target_variant);
  if (e.attributed_to.valid()) check_appearance(node, graph, e.attributed_to, e.document, e.attributed_variant);
  return e;
}

bool polarity_is_negated(const JsonNode& node) {
  const auto polarity = node.text("polarity");
  if (polarity != "affirmed" && polarity != "negated")
    node.fail_at("polarity", fmt::format("expected affirmed or negated, found '{}'", polarity.substr(0, 60)));
  return polarity == "negated";
}

/// Takes from the file what also follows from the evidence: another program may have rounded it.
void read_sums(const JsonNode& node, Edge& edge) {
  edge.confidence = node.real_or("confidence", edge.confidence);
  if (node.number_or("mentions", edge.support(), any_count) != edge.support())
    node.fail_at("mentions", fmt::format("expected {}, the number of evidence below", edge.support()));
  edge.documents = static_cast<std::uint32_t>(node.number_or("documentCount", edge.documents, any_count));
  for (const auto& [key, count] : {std::pair("asserted", edge.modality.asserted), std::pair("possible", edge.modality.possible),
                                   std::pair("negated", edge.modality.negated)})
    if (node.number_or(key, count, any_count) != count) node.fail_at(key, fmt::format("expected {}, as in the evidence below", count));
  edge.first = node.text_or("since", node.text_or("sinceText", edge.first));
  edge.last = node.text_or("until", node.text_or("untilText", edge.last));
}

}  // namespace

Edge read_edge(const JsonNode& node, const KnowledgeGraph& graph, Integrity integrity) {
  node.check_members({"@type", "@id", "source", "relation", "target", "family", "polarity", "confidence", "mentions", "documentCount",
                      "asserted", "possible", "negated", "since", "sinceText", "until", "untilText", "evidence"});
  Edge edge;
  edge.key = node.name("@id", "edge");
  edge.source = entity_member(node, "source", graph);
  const auto relation = node.name("relation", "rel");
  edge.relation = known(node, "relation", find_relation(graph, relation), "relation", relation);
  edge.target = entity_member(node, "target", graph);
  edge.negated = polarity_is_negated(node);
  const auto key = edge_key(graph.entity(edge.source).key, relation, graph.entity(edge.target).key, edge.negated);
  if (edge.key != key)
    node.fail_at("@id",
                 fmt::format("expected \"edge:{}\" for this source, relation, target and polarity, found \"edge:{}\"", key, edge.key));
  const bool loop = edge.source == edge.target;
  if (loop != (node.text("@type") == "Loop")) node.fail_at("@type", "an edge has two ends, a loop one");
  if (!loop && graph.relation(edge.relation).symmetric && edge.target < edge.source)
    node.fail_at("source", fmt::format("'{}' is symmetric: its source must be the end that sorts first", relation));
  const auto evidence = node.nodes("evidence");
  if (evidence.empty()) node.fail_at("evidence", "expected at least one evidence for this edge");
  for (const auto& part : evidence) {
    edge.evidence.push_back(read_evidence(part, edge, graph, integrity));
    const auto name = evidence_name(graph, edge, edge.evidence.back());
    if (integrity != Integrity::as_found && part.text("@id") != "edge:" + name) part.fail_at("@id", changed_since_written);
  }
  std::sort(edge.evidence.begin(), edge.evidence.end());
  summarise(edge, graph.documents);
  read_sums(node, edge);
  return edge;
}

}  // namespace entente
