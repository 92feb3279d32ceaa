#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

#include "entente/base/error.hpp"
#include "entente/base/fold.hpp"
#include "entente/graph/merge.hpp"

namespace entente {

namespace {

/// For every entity its appearances' positions among the entities of their documents.
using LocalIds = std::vector<std::vector<LocalEntityId>>;

/// Puts the entities of each document in canonical order.
LocalIds place_entities(const KnowledgeGraph& graph, std::vector<DocumentGraph>& documents) {
  struct Origin {
    std::uint32_t entity;
    std::uint32_t appearance;
  };
  std::vector<std::vector<Origin>> origins(documents.size());
  LocalIds ids(graph.entities.size());
  for (std::uint32_t e = 0; e < graph.entities.size(); ++e) {
    const auto& appearances = graph.entities[e].appearances;
    ids[e].resize(appearances.size());
    for (std::uint32_t a = 0; a < appearances.size(); ++a) origins[appearances[a].document.value].push_back({e, a});
  }
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    const auto entity = [&](const Origin& o) -> const LocalEntity& { return graph.entities[o.entity].appearances[o.appearance].entity; };
    std::sort(origins[d].begin(), origins[d].end(), [&](const Origin& a, const Origin& b) { return entity(a) < entity(b); });
    for (const auto& origin : origins[d]) {
      ids[origin.entity][origin.appearance] = {static_cast<std::uint32_t>(documents[d].entities.size())};
      documents[d].entities.push_back(entity(origin));
    }
  }
  return ids;
}

class Splitter {
 public:
  Splitter(const KnowledgeGraph& graph, std::vector<DocumentGraph>& documents)
      : graph_(graph), documents_(documents), ids_(place_entities(graph, documents)) {}

  void take(const Edge& edge) {
    for (const auto& e : edge.evidence) {
      Assertion a;
      a.source = local(edge.source, e.document, e.source_variant);
      a.target = local(edge.target, e.document, e.target_variant);
      if (e.attributed_to.valid()) a.attributed_to = local(e.attributed_to, e.document, e.attributed_variant);
      const auto& relation = graph_.relation(edge.relation);
      a.relation = relation.name;
      a.modality = e.modality;
      a.time = e.time;
      a.sentence = e.sentence;
      a.source_mention = e.source_mention;
      a.target_mention = e.target_mention;
      a.trigger = e.trigger;
      a.sentence_text = e.sentence_text;
      a.source_text = e.source_text;
      a.target_text = e.target_text;
      a.trigger_text = e.trigger_text;
      a.confidence = e.confidence;
      a.by = e.by;
      if (relation.symmetric && a.target < a.source) {
        std::swap(a.source, a.target);
        std::swap(a.source_mention, a.target_mention);
        std::swap(a.source_text, a.target_text);
      }
      documents_[e.document.value].assertions.push_back(std::move(a));
    }
  }

 private:
  LocalEntityId local(EntityId entity, DocumentId document, std::uint32_t variant) const {
    const auto& appearances = graph_.entity(entity).appearances;
    const auto first = std::lower_bound(appearances.begin(), appearances.end(), document,
                                        [](const Appearance& a, DocumentId d) { return a.document < d; });
    const auto at = static_cast<std::size_t>(first - appearances.begin()) + variant;
    if (at >= appearances.size() || appearances[at].document != document)
      throw InputError(fmt::format("the graph is inconsistent: document '{}' speaks of '{}', but no appearance says how",
                                   graph_.document(document).id, graph_.entity(entity).key));
    return ids_[entity.value][at];
  }

  const KnowledgeGraph& graph_;
  std::vector<DocumentGraph>& documents_;
  LocalIds ids_;
};

KnowledgeGraph with_base(KnowledgeGraph graph, const std::string& base) {
  graph.base = base;
  return graph;
}

/// The relations of both lists, sorted by name. Throws `SchemaError` if one is defined in two ways.
std::vector<RelationInfo> unite_relations(std::vector<RelationInfo> all, const std::vector<RelationInfo>& more) {
  all.insert(all.end(), more.begin(), more.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  const auto twice = std::adjacent_find(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name == b.name; });
  if (twice != all.end())
    throw SchemaError(
        fmt::format("the relation '{}' is defined in two ways (its family, code, label or symmetry differ); graphs can be joined "
                    "only if they were read with one schema",
                    twice->name));
  return all;
}

}  // namespace

std::vector<DocumentGraph> split(const KnowledgeGraph& graph) {
  std::vector<DocumentGraph> documents(graph.documents.size());
  for (std::size_t d = 0; d < documents.size(); ++d) documents[d].document = graph.documents[d];
  Splitter splitter(graph, documents);
  for (const auto& edge : graph.edges) splitter.take(edge);
  for (const auto& edge : graph.loops) splitter.take(edge);
  for (auto& document : documents) std::sort(document.assertions.begin(), document.assertions.end());
  return documents;
}

KnowledgeGraph add_documents(const KnowledgeGraph& graph, std::vector<DocumentGraph> documents, const std::vector<RelationInfo>& relations,
                             Diagnostics& diagnostics) {
  auto all = split(graph);
  std::unordered_set<std::string> replaced;
  for (const auto& document : documents) replaced.insert(document.document.id);
  std::erase_if(all, [&](const DocumentGraph& old) { return replaced.contains(old.document.id); });
  all.insert(all.end(), std::make_move_iterator(documents.begin()), std::make_move_iterator(documents.end()));
  return with_base(merge(std::move(all), unite_relations(graph.relations, relations), diagnostics, graph.rules), graph.base);
}

KnowledgeGraph remove_documents(const KnowledgeGraph& graph, const std::vector<std::string>& ids) {
  for (const auto& id : ids) {
    const auto known = [&](const DocumentRecord& record) { return record.id == id; };
    if (std::any_of(graph.documents.begin(), graph.documents.end(), known)) continue;
    std::string near;
    std::size_t least = id.size() / 2 + 1;
    for (const auto& record : graph.documents) {
      const auto distance = record.id.size() > 400 ? least : edit_distance(record.id, id.substr(0, 400));
      if (distance < least) least = distance, near = record.id;
    }
    const auto hint = near.empty() ? std::string("'entente stats' lists them") : fmt::format("did you mean '{}'?", near);
    throw UsageError(fmt::format("the graph has no document '{}'; {}", id, hint));
  }
  auto rest = split(graph);
  std::erase_if(rest, [&](const DocumentGraph& d) { return std::find(ids.begin(), ids.end(), d.document.id) != ids.end(); });
  Diagnostics ignored;
  return with_base(merge(std::move(rest), graph.relations, ignored, graph.rules), graph.base);
}

KnowledgeGraph merge_graphs(const std::vector<KnowledgeGraph>& graphs, Diagnostics& diagnostics) {
  std::vector<DocumentGraph> documents;
  std::vector<RelationInfo> relations;
  MergeRules rules;
  std::unordered_map<std::string, std::string> hashes;
  for (const auto& graph : graphs) {
    if (graph.base != graphs.front().base)
      throw UsageError(fmt::format("the graphs have different base IRIs, {} and {}; set one with --base", graphs.front().base, graph.base));
    relations = unite_relations(std::move(relations), graph.relations);
    rules = unite(rules, graph.rules);
    for (const auto& record : graph.documents) {
      const auto [at, fresh] = hashes.emplace(record.id, record.sha256);
      if (!fresh && at->second != record.sha256)
        throw InputError(
            fmt::format("document '{}' was read in two versions (SHA-256 {} and {}); remove it from one of the graphs or read it again",
                        record.id, at->second, record.sha256));
    }
    auto parts = split(graph);
    documents.insert(documents.end(), std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()));
  }
  auto merged = merge(std::move(documents), relations, diagnostics, rules);
  return with_base(std::move(merged), graphs.empty() ? std::string(default_base) : graphs.front().base);
}

std::vector<std::size_t> documents_to_read(const KnowledgeGraph& graph, const std::vector<DocumentVersion>& candidates) {
  std::vector<std::size_t> needed;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto at = std::lower_bound(graph.documents.begin(), graph.documents.end(), candidates[i].id,
                                     [](const DocumentRecord& r, const std::string& id) { return r.id < id; });
    const bool same = at != graph.documents.end() && at->id == candidates[i].id && at->sha256 == candidates[i].sha256;
    if (!same || candidates[i].sha256.empty()) needed.push_back(i);
  }
  return needed;
}

}  // namespace entente
