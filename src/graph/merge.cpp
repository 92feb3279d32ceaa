#include "entente/graph/merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "entente/base/error.hpp"
#include "graph/edge_sum.hpp"
#include "graph/entity_keys.hpp"
#include "graph/resolution.hpp"
#include "graph/signature.hpp"

namespace entente {

namespace {

/// Documents in order of id, one of each.
std::vector<DocumentGraph> in_order(std::vector<DocumentGraph> documents, const std::vector<RelationInfo>& relations,
                                    Diagnostics& diagnostics) {
  for (auto& document : documents) document = canonical(std::move(document), relations);
  const auto less = [](const DocumentGraph& a, const DocumentGraph& b) {
    if (a.document != b.document) return a.document < b.document;
    return std::tie(a.entities, a.assertions) < std::tie(b.entities, b.assertions);
  };
  std::sort(documents.begin(), documents.end(), less);
  std::vector<DocumentGraph> kept;
  kept.reserve(documents.size());
  for (auto& document : documents) {
    if (kept.empty() || kept.back().document.id != document.document.id) {
      kept.push_back(std::move(document));
    } else if (kept.back() != document) {
      diagnostics.add({document.document.id, "a second document has this id but other content; give it another id", true});
    }
  }
  return kept;
}

Clusters resolve(const Signatures& signatures, const std::vector<DocumentGraph>& documents, const MergeRules& rules,
                 Diagnostics& diagnostics) {
  Clusters clusters(signatures.all);
  apply_merge_rules(clusters, rules, diagnostics);
  join_equal_ids(clusters);
  join_equal_names(clusters, documents);
  join_person_names(clusters, documents);
  join_acronyms(clusters, documents);
  join_aliases(clusters, documents);
  return clusters;
}

/// The Wikidata item of a cluster: that of its most frequent signature which has one, those of the gazetteer before others.
std::string wikidata_of(const ClusterView& view, const std::vector<Signature>& signatures) {
  const Signature* best = nullptr;
  const auto rank = [](const Signature& s) { return std::tuple(s.gazetteer_id.empty(), ~s.appearances, std::string_view(s.wikidata)); };
  for (const auto id : view.members) {
    const auto& s = signatures[id];
    if (!s.wikidata.empty() && (best == nullptr || rank(s) < rank(*best))) best = &s;
  }
  return best == nullptr ? std::string() : best->wikidata;
}

KeySource key_source(const ClusterView& view, const std::vector<Signature>& signatures, const std::vector<DocumentGraph>& documents) {
  const auto& first = signatures[view.members.front()];
  std::string identity;
  for (const auto* part :
       {&first.label, &first.type, &first.gazetteer_id, &first.wikidata, &first.owner, &documents[first.first_document].document.id})
    (identity += *part) += '\x1F';
  return {view.best->label, std::string(view.type), view.best->gazetteer_id, identity};
}

/// Entities in order of key, without appearances, and for each signature its entity.
std::vector<Entity> make_entities(const Clusters& clusters, const std::vector<DocumentGraph>& documents, std::vector<EntityId>& entity_of) {
  const auto views = clusters.view();
  std::vector<KeySource> sources;
  sources.reserve(views.size());
  for (const auto& view : views) sources.push_back(key_source(view, clusters.signatures(), documents));
  auto keys = entity_keys(sources);
  std::vector<std::uint32_t> order(views.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
  std::vector<Entity> entities;
  entities.reserve(views.size());
  for (const auto i : order) {
    const auto& view = views[i];
    for (const auto member : view.members) entity_of[member] = {static_cast<std::uint32_t>(entities.size())};
    auto& entity = entities.emplace_back();
    entity.key = std::move(keys[i]);
    entity.label = view.best->label;
    entity.type = view.type;
    entity.wikidata = wikidata_of(view, clusters.signatures());
    const auto& reasons = clusters.reasons(view.root);
    entity.merge_reasons.assign(reasons.begin(), reasons.end());
  }
  return entities;
}

void unite_aliases(Entity& entity) {
  auto& aliases = entity.aliases;
  for (const auto& appearance : entity.appearances) {
    aliases.push_back(appearance.entity.label);
    aliases.insert(aliases.end(), appearance.entity.aliases.begin(), appearance.entity.aliases.end());
  }
  std::sort(aliases.begin(), aliases.end());
  aliases.erase(std::unique(aliases.begin(), aliases.end()), aliases.end());
  std::erase(aliases, entity.label);
  std::erase(aliases, std::string());
}

/// Moves the documents' entities into the graph; answers where each went.
std::vector<std::vector<Place>> place_appearances(KnowledgeGraph& graph, std::vector<DocumentGraph>& documents,
                                                  const Signatures& signatures, const std::vector<EntityId>& entity_of) {
  std::vector<std::vector<Place>> places(documents.size());
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    for (std::size_t i = 0; i < documents[d].entities.size(); ++i) {
      const auto id = entity_of[signatures.of[d][i]];
      auto& appearances = graph.entities[id.value].appearances;
      std::uint32_t variant = 0;
      for (auto at = appearances.rbegin(); at != appearances.rend() && at->document.value == d; ++at) ++variant;
      places[d].push_back({id, variant});
      appearances.push_back({DocumentId{d}, std::move(documents[d].entities[i])});
    }
  }
  for (auto& entity : graph.entities) unite_aliases(entity);
  return places;
}

}  // namespace

std::vector<RelationInfo> relations_of(const Schema& schema) {
  std::vector<RelationInfo> relations;
  for (const auto& relation : schema.relations)
    relations.push_back({relation.name, relation.family, relation.inverse_label, relation.plover, relation.symmetric});
  std::sort(relations.begin(), relations.end());
  return relations;
}

KnowledgeGraph merge(std::vector<DocumentGraph> documents, const Schema& schema, Diagnostics& diagnostics, const MergeRules& rules) {
  return merge(std::move(documents), relations_of(schema), diagnostics, rules);
}

KnowledgeGraph merge(std::vector<DocumentGraph> documents, const std::vector<RelationInfo>& relations, Diagnostics& diagnostics,
                     const MergeRules& rules) {
  documents = in_order(std::move(documents), relations, diagnostics);
  KnowledgeGraph graph;
  graph.rules = rules;
  const auto signatures = collect_signatures(documents);
  const auto clusters = resolve(signatures, documents, rules, diagnostics);
  std::vector<EntityId> entity_of(signatures.all.size());
  graph.entities = make_entities(clusters, documents, entity_of);
  const auto places = place_appearances(graph, documents, signatures, entity_of);
  for (const auto& document : documents) graph.documents.push_back(document.document);
  sum_edges(graph, std::move(documents), places, relations);
  return graph;
}

}  // namespace entente
