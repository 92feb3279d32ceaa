#include "export/tooltips.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "export/clean_text.hpp"

namespace entente {

namespace {

constexpr std::size_t most_sentences = 3, most_aliases = 8, most_length = 260;

std::string plural(std::size_t count, const char* word) { return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s"); }

std::string dates(const Edge& edge) {
  if (edge.first.empty()) return {};
  return edge.first == edge.last ? ", " + edge.first : fmt::format(", {} to {}", edge.first, edge.last);
}

std::string summary(const KnowledgeGraph& graph, const Edge& edge) {
  return fmt::format("{} {} {}: {} in {}, confidence {:.2f}{}", shorten(graph.entity(edge.source).label, 60), edge_phrase(graph, edge),
                     shorten(graph.entity(edge.target).label, 60), plural(edge.support(), "statement"), plural(edge.documents, "document"),
                     edge.confidence, dates(edge));
}

std::string quote(const KnowledgeGraph& graph, const EdgeEvidence& evidence) {
  const auto& document = graph.document(evidence.document);
  const auto& name = document.title.empty() ? document.id : document.title;
  std::string text = fmt::format("“{}” ({}", shorten(evidence.sentence_text, most_length), shorten(name, 80));
  if (!document.date.empty()) text += ", " + document.date;
  return text + ")";
}

}  // namespace

std::string edge_phrase(const KnowledgeGraph& graph, const Edge& edge) {
  auto phrase = spaced(graph.relation(edge.relation).name);
  if (edge.negated) return "not: " + phrase;
  return edge.modality.asserted == 0 && edge.modality.possible > 0 ? "may: " + phrase : phrase;
}

std::string node_tooltip(const KnowledgeGraph& graph, EntityId id, std::size_t neighbours) {
  const auto& entity = graph.entity(id);
  std::string text = fmt::format("{} ({}), {}", shorten(entity.label, 120), entity.type, plural(neighbours, "neighbour"));
  if (!entity.wikidata.empty()) text += ", Wikidata " + entity.wikidata;
  std::string also;
  for (std::size_t i = 0; i < std::min(entity.aliases.size(), most_aliases); ++i)
    also += (i == 0 ? "\nalso called: " : ", ") + shorten(entity.aliases[i], 60);
  if (entity.aliases.size() > most_aliases) also += fmt::format(" and {} more", entity.aliases.size() - most_aliases);
  return text + also;
}

std::string bundle_tooltip(const KnowledgeGraph& graph, const Bundle& bundle) {
  std::vector<const Edge*> edges = bundle.forward;
  edges.insert(edges.end(), bundle.backward.begin(), bundle.backward.end());
  std::stable_sort(edges.begin(), edges.end(), [](const Edge* a, const Edge* b) { return a->support() > b->support(); });
  std::string text;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (!text.empty()) text += '\n';
    if (i == 8) {
      text += fmt::format("and {} more relations", edges.size() - i);
      break;
    }
    text += summary(graph, *edges[i]);
  }
  std::size_t quoted = 0;
  for (const auto* edge : edges) {
    if (quoted == most_sentences) break;
    if (edge->evidence.empty()) continue;
    text += "\n" + quote(graph, best_evidence(*edge));
    ++quoted;
  }
  return text;
}

}  // namespace entente
