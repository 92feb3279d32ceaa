#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <map>
#include <set>

#include "entente/base/error.hpp"
#include "entente/query/report.hpp"
#include "query/output_text.hpp"

namespace entente {

namespace {

std::string relation_text(const KnowledgeGraph& graph, const Edge& edge, EntityId from) {
  const auto& relation = graph.relation(edge.relation);
  if (edge.source == from || relation.symmetric) return (edge.negated ? "not " : "") + relation.name;
  const auto name = relation.inverse_label.empty() ? "is the target of " + relation.name + " of" : relation.inverse_label;
  if (edge.negated && name.starts_with("is ")) return "is not " + name.substr(3);
  return (edge.negated ? "not: " : "") + name;
}

std::string other_label(const KnowledgeGraph& graph, const Edge& edge, EntityId from) {
  return graph.entity(edge.source == from ? edge.target : edge.source).label;
}

void write_families(std::ostream& out, const KnowledgeGraph& graph, const std::vector<EdgeId>& edges, EntityId entity) {
  std::map<std::string, std::vector<EdgeId>> families;
  for (const auto edge : edges) families[graph.relation(graph.edge(edge).relation).family].push_back(edge);
  for (auto& [family, list] : families) {
    std::stable_sort(list.begin(), list.end(), [&](EdgeId a, EdgeId b) { return graph.edge(a).support() > graph.edge(b).support(); });
    fmt::print(out, "\n{} ({})\n", family, list.size());
    for (const auto id : list) {
      const auto& edge = graph.edge(id);
      fmt::print(out, "  {} {}  [{} statement{}, {} document{}, confidence {:.2f}]\n", relation_text(graph, edge, entity),
                 other_label(graph, edge, entity), edge.support(), edge.support() == 1 ? "" : "s", edge.documents,
                 edge.documents == 1 ? "" : "s", edge.confidence);
    }
  }
}

void write_timeline(std::ostream& out, const KnowledgeGraph& graph, const std::vector<EdgeId>& edges) {
  std::set<std::tuple<std::string, std::string, std::string>> lines;
  for (const auto id : edges)
    for (const auto& evidence : graph.edge(id).evidence) {
      const auto& date = evidence.time.empty() ? graph.document(evidence.document).date : evidence.time;
      if (!date.empty()) lines.emplace(date, edge_sentence(graph, id), std::string(to_string(evidence.modality)));
    }
  if (lines.empty()) return;
  fmt::print(out, "\ntimeline\n");
  for (const auto& [date, sentence, modality] : lines) fmt::print(out, "  {}  {} ({})\n", date, sentence, modality);
}

ValueMap entity_map(const KnowledgeGraph& graph, EntityId id) {
  const auto& entity = graph.entity(id);
  ValueList documents;
  for (const auto& appearance : entity.appearances) documents.emplace_back(graph.document(appearance.document).id);
  ValueMap map;
  map_set(map, "id", entity.key);
  map_set(map, "name", entity.label);
  map_set(map, "type", entity.type);
  map_set(map, "wikidata", entity.wikidata.empty() ? Value() : Value(entity.wikidata));
  map_set(map, "aliases", ValueList(entity.aliases.begin(), entity.aliases.end()));
  map_set(map, "documents", documents);
  map_set(map, "mergedBecause", ValueList(entity.merge_reasons.begin(), entity.merge_reasons.end()));
  return map;
}

}  // namespace

std::vector<EdgeId> edges_at(const GraphIndex& index, const EdgeMask& mask, EntityId entity) {
  std::vector<EdgeId> edges;
  for (const auto& arc : index.arcs(entity))
    if (mask.allows(arc.edge) && mask.allows(arc.neighbour)) edges.push_back(arc.edge);
  return edges;
}

void write_entity(std::ostream& out, const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask, EntityId id,
                  std::string_view format) {
  const auto edges = edges_at(index, mask, id);
  if (format != "text") {
    auto map = entity_map(graph, id);
    ValueList list;
    for (const auto edge : edges) list.emplace_back(edge_map(graph, edge));
    map_set(map, "edges", list);
    QueryResult table;
    table.rows.emplace_back();
    for (auto& entry : map) {
      table.columns.push_back(entry.key);
      table.rows[0].push_back(std::move(entry.value));
    }
    return write_table(out, table, format);
  }
  const auto& entity = graph.entity(id);
  fmt::print(out, "{} ({})\n  id {}{}\n", entity.label, entity.type, entity.key,
             entity.wikidata.empty() ? "" : ", Wikidata " + entity.wikidata);
  if (!entity.aliases.empty()) fmt::print(out, "  also called {}\n", fmt::join(entity.aliases, ", "));
  fmt::print(out, "  in {} document{}; {} edges\n", entity.appearances.size(), entity.appearances.size() == 1 ? "" : "s", edges.size());
  if (!entity.merge_reasons.empty()) fmt::print(out, "  one entity because: {}\n", fmt::join(entity.merge_reasons, "; "));
  write_families(out, graph, edges, id);
  write_timeline(out, graph, edges);
}

void write_neighbours(std::ostream& out, const KnowledgeGraph& graph, const std::vector<EdgeId>& edges, EntityId entity,
                      std::string_view format) {
  if (format == "dot") return write_dot(out, graph, edges);
  if (format != "text") return write_table(out, edge_table(graph, edges), format);
  for (const auto edge : edges) write_edge(out, graph, edge, entity, "");
}

std::vector<Contradiction> contradictions(const KnowledgeGraph& graph, const std::vector<EdgeId>& edges) {
  std::vector<Contradiction> list;
  for (std::size_t i = 0; i < edges.size(); ++i)
    for (std::size_t j = i + 1; j < edges.size(); ++j) {
      const auto &a = graph.edge(edges[i]), &b = graph.edge(edges[j]);
      if (a.source == b.source && a.relation == b.relation && a.target == b.target && a.negated != b.negated)
        list.push_back({edges[i], edges[j], "one says so, the other denies it"});
      else if (!a.negated && !b.negated && edge_sign(graph, edges[i]) * edge_sign(graph, edges[j]) < 0)
        list.push_back({edges[i], edges[j], "cooperation and conflict"});
    }
  return list;
}

void write_between(std::ostream& out, const KnowledgeGraph& graph, EntityId a, EntityId, const std::vector<EdgeId>& edges,
                   std::string_view format) {
  if (format == "dot") return write_dot(out, graph, edges);
  if (format != "text") return write_table(out, edge_table(graph, edges), format);
  for (const auto edge : edges) write_edge(out, graph, edge, a, "");
  const auto pairs = contradictions(graph, edges);
  if (pairs.empty()) return;
  fmt::print(out, "\ncontradictions\n");
  for (const auto& pair : pairs) {
    fmt::print(out, "  {}:\n", pair.why);
    for (const auto id : {pair.one, pair.other}) {
      fmt::print(out, "    {}\n", edge_sentence(graph, id));
      if (!graph.edge(id).evidence.empty()) write_evidence(out, graph, best_evidence(graph.edge(id)), "      ");
    }
  }
}

void write_reasons(std::ostream& out, const KnowledgeGraph& graph, const std::vector<EdgeId>& edges, std::string_view format) {
  if (format != "text") return write_table(out, evidence_table(graph, edges), format);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const auto& edge = graph.edge(edges[i]);
    fmt::print(out, "{}{} ({} statement{}, confidence {:.2f})\n", i ? "\n" : "", edge_sentence(graph, edges[i]), edge.support(),
               edge.support() == 1 ? "" : "s", edge.confidence);
    for (const auto& evidence : edge.evidence) {
      write_evidence(out, graph, evidence, "  ");
      fmt::print(out, "  names {} and {}{}; confidence {:.2f}\n", entente::quoted(evidence.source_text),
                 entente::quoted(evidence.target_text),
                 evidence.trigger_text.empty() ? "" : ", says " + entente::quoted(evidence.trigger_text), evidence.confidence);
    }
  }
}

}  // namespace entente
