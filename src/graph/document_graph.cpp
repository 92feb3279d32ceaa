#include "entente/graph/document_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "entente/base/unicode.hpp"
#include "entente/graph/knowledge_graph.hpp"

namespace entente {

namespace {

/// Replaces bytes that are no UTF-8: neither JSON nor XML can hold them.
void make_valid(std::string& text) {
  std::size_t from = 0;
  while (const auto bad = invalid_utf8(std::string_view(text).substr(from))) {
    text.replace(from + *bad, 1, "\xEF\xBF\xBD");
    from += *bad + 3;
  }
}

void make_valid(DocumentRecord& record) {
  for (auto* text : {&record.id, &record.title, &record.author, &record.date, &record.url, &record.language, &record.sha256})
    make_valid(*text);
}

void tidy(LocalEntity& entity) {
  for (auto* text : {&entity.label, &entity.type, &entity.gazetteer_id, &entity.wikidata}) make_valid(*text);
  for (auto& alias : entity.aliases) make_valid(alias);
  std::sort(entity.aliases.begin(), entity.aliases.end());
  entity.aliases.erase(std::unique(entity.aliases.begin(), entity.aliases.end()), entity.aliases.end());
  std::erase_if(entity.aliases, [&](const std::string& alias) { return alias.empty() || alias == entity.label; });
}

void tidy(Assertion& assertion) {
  for (auto* text : {&assertion.relation, &assertion.time, &assertion.sentence_text, &assertion.source_text, &assertion.target_text,
                     &assertion.trigger_text, &assertion.by})
    make_valid(*text);
  assertion.confidence = std::isnan(assertion.confidence) ? 0.0 : std::clamp(assertion.confidence, 0.0, 1.0) + 0.0;
}

void swap_ends(Assertion& assertion) {
  std::swap(assertion.source, assertion.target);
  std::swap(assertion.source_mention, assertion.target_mention);
  std::swap(assertion.source_text, assertion.target_text);
}

bool is_symmetric(const std::vector<RelationInfo>& relations, const std::string& name) {
  const auto at =
      std::lower_bound(relations.begin(), relations.end(), name, [](const RelationInfo& r, const std::string& n) { return r.name < n; });
  return at != relations.end() && at->name == name && at->symmetric;
}

/// Sorts the entities, unites equal ones, and returns for each old position the new one.
std::vector<LocalEntityId> sort_entities(std::vector<LocalEntity>& entities) {
  std::vector<std::uint32_t> order(entities.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return entities[a] < entities[b]; });
  std::vector<LocalEntityId> position(entities.size());
  std::vector<LocalEntity> sorted;
  sorted.reserve(entities.size());
  for (const auto old : order) {
    if (sorted.empty() || sorted.back() != entities[old]) sorted.push_back(std::move(entities[old]));
    position[old] = {static_cast<std::uint32_t>(sorted.size() - 1)};
  }
  entities = std::move(sorted);
  return position;
}

}  // namespace

DocumentGraph canonical(DocumentGraph graph, const std::vector<RelationInfo>& relations) {
  make_valid(graph.document);
  for (auto& entity : graph.entities) tidy(entity);
  const auto position = sort_entities(graph.entities);
  const auto known = [&](LocalEntityId id) { return id.value < position.size(); };
  std::erase_if(graph.assertions, [&](const Assertion& a) { return !known(a.source) || !known(a.target); });
  for (auto& assertion : graph.assertions) {
    tidy(assertion);
    assertion.source = position[assertion.source.value];
    assertion.target = position[assertion.target.value];
    assertion.attributed_to = known(assertion.attributed_to) ? position[assertion.attributed_to.value] : LocalEntityId{};
    if (assertion.target < assertion.source && is_symmetric(relations, assertion.relation)) swap_ends(assertion);
  }
  std::erase_if(graph.assertions, [](const Assertion& a) { return a.source == a.target; });
  std::sort(graph.assertions.begin(), graph.assertions.end());
  graph.assertions.erase(std::unique(graph.assertions.begin(), graph.assertions.end()), graph.assertions.end());
  return graph;
}

std::string to_text(const DocumentGraph& graph) {
  std::string text;
  for (const auto& a : graph.assertions) {
    const auto& source = graph.entities.at(a.source.value).label;
    const auto& target = graph.entities.at(a.target.value).label;
    text += fmt::format("{} | {} | {} | {}", source, a.relation, target, to_string(a.modality));
    if (a.attributed_to.valid()) text += fmt::format(" | by {}", graph.entities.at(a.attributed_to.value).label);
    if (!a.time.empty()) text += fmt::format(" | {}", a.time);
    text += fmt::format(" @{}:{}-{}\n", graph.document.id, a.sentence.begin, a.sentence.end);
  }
  return text;
}

}  // namespace entente
