#include "entente/query/explanation.hpp"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <set>

#include "entente/query/memory_graph.hpp"
#include "query/output_text.hpp"

namespace entente {

namespace {

std::string document_name(const KnowledgeGraph& graph, DocumentId id) {
  const auto& document = graph.document(id);
  return document.title.empty() ? document.id : fmt::format("{} ({})", document.title, document.id);
}

std::vector<std::string> speakers(const KnowledgeGraph& graph, const Edge& edge) {
  std::set<std::string> names;
  for (const auto& evidence : edge.evidence)
    if (evidence.attributed_to.valid()) names.insert(graph.entity(evidence.attributed_to).label);
  return {names.begin(), names.end()};
}

ValueList texts(const std::vector<std::string>& list) { return {list.begin(), list.end()}; }

std::string modality_text(const ModalityMix& mix) {
  std::vector<std::string> parts;
  const auto add = [&](std::uint32_t count, const char* word) {
    if (count) parts.push_back(fmt::format("{} {}", count, word));
  };
  add(mix.asserted, "asserted");
  add(mix.possible, "possible");
  add(mix.negated, "negated");
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string weight_text(const KnowledgeGraph& graph, const Edge& edge) {
  auto text = fmt::format("{}; {} document{}; confidence {:.2f}", modality_text(edge.modality), edge.documents,
                          edge.documents == 1 ? "" : "s", edge.confidence);
  if (!edge.first.empty())
    text += edge.first == edge.last ? fmt::format("; {}", edge.first) : fmt::format("; {} to {}", edge.first, edge.last);
  const auto names = speakers(graph, edge);
  if (!names.empty()) text += fmt::format("; said by {}", fmt::join(names, ", "));
  return text;
}

QueryResult table_of(const std::vector<ValueMap>& maps, std::vector<std::string> columns) {
  QueryResult table;
  table.columns = std::move(columns);
  for (const auto& map : maps) {
    table.rows.emplace_back();
    for (const auto& column : table.columns) table.rows.back().push_back(map_get(map, column));
  }
  return table;
}

ValueMap evidence_map(const KnowledgeGraph& graph, EdgeId id, const EdgeEvidence& evidence) {
  const auto& edge = graph.edge(id);
  ValueMap map;
  map_set(map, "source", graph.entity(edge.source).label);
  map_set(map, "relation", (edge.negated ? "not " : "") + graph.relation(edge.relation).name);
  map_set(map, "target", graph.entity(edge.target).label);
  map_set(map, "modality", std::string(to_string(evidence.modality)));
  map_set(map, "saidBy", evidence.attributed_to.valid() ? Value(graph.entity(evidence.attributed_to).label) : Value());
  map_set(map, "time", evidence.time.empty() ? Value() : Value(evidence.time));
  map_set(map, "quote", evidence.sentence_text);
  map_set(map, "trigger", evidence.trigger_text);
  map_set(map, "document", graph.document(evidence.document).id);
  map_set(map, "start", static_cast<std::int64_t>(evidence.sentence.begin));
  map_set(map, "end", static_cast<std::int64_t>(evidence.sentence.end));
  map_set(map, "confidence", evidence.confidence);
  map_set(map, "by", evidence.by);
  return map;
}

const char* colour(const std::string& family) {
  if (family == "conflict") return "#b2182b";
  if (family == "cooperation") return "#1b7837";
  if (family == "perception") return "#e08214";
  return "#4d4d4d";
}

}  // namespace

std::string edge_sentence(const KnowledgeGraph& graph, EdgeId id) {
  const auto& edge = graph.edge(id);
  return fmt::format("{} {}{} {}", graph.entity(edge.source).label, edge.negated ? "not " : "", graph.relation(edge.relation).name,
                     graph.entity(edge.target).label);
}

ValueMap edge_map(const KnowledgeGraph& graph, EdgeId id) {
  const auto& edge = graph.edge(id);
  ValueMap map;
  map_set(map, "id", edge.key);
  map_set(map, "source", graph.entity(edge.source).label);
  map_set(map, "relation", graph.relation(edge.relation).name);
  map_set(map, "target", graph.entity(edge.target).label);
  map_set(map, "family", graph.relation(edge.relation).family);
  map_set(map, "negated", edge.negated);
  map_set(map, "confidence", edge.confidence);
  map_set(map, "support", static_cast<std::int64_t>(edge.support()));
  map_set(map, "documents", static_cast<std::int64_t>(edge.documents));
  map_set(map, "asserted", static_cast<std::int64_t>(edge.modality.asserted));
  map_set(map, "possible", static_cast<std::int64_t>(edge.modality.possible));
  map_set(map, "first", edge.first.empty() ? Value() : Value(edge.first));
  map_set(map, "last", edge.last.empty() ? Value() : Value(edge.last));
  map_set(map, "saidBy", texts(speakers(graph, edge)));
  if (edge.evidence.empty()) return map;
  const auto& best = best_evidence(edge);
  map_set(map, "quote", best.sentence_text);
  map_set(map, "document", graph.document(best.document).id);
  map_set(map, "start", static_cast<std::int64_t>(best.sentence.begin));
  map_set(map, "end", static_cast<std::int64_t>(best.sentence.end));
  map_set(map, "by", best.by);
  return map;
}

QueryResult edge_table(const KnowledgeGraph& graph, const std::vector<EdgeId>& edges) {
  std::vector<ValueMap> maps;
  for (const auto edge : edges) maps.push_back(edge_map(graph, edge));
  return table_of(maps, {"id", "source", "relation", "target", "family", "negated", "confidence", "support", "documents", "asserted",
                         "possible", "first", "last", "saidBy", "quote", "document", "start", "end", "by"});
}

QueryResult evidence_table(const KnowledgeGraph& graph, const std::vector<EdgeId>& edges) {
  std::vector<ValueMap> maps;
  for (const auto edge : edges)
    for (const auto& evidence : graph.edge(edge).evidence) maps.push_back(evidence_map(graph, edge, evidence));
  return table_of(maps, {"source", "relation", "target", "modality", "saidBy", "time", "quote", "trigger", "document", "start", "end",
                         "confidence", "by"});
}

void write_edge(std::ostream& out, const KnowledgeGraph& graph, EdgeId id, EntityId from, const std::string& indent) {
  const auto& edge = graph.edge(id);
  const auto& relation = graph.relation(edge.relation);
  const bool forward = edge.source == from;
  const auto name = (edge.negated ? "not " : "") + relation.name;
  const auto arrow = relation.symmetric ? fmt::format("<-{}->", name) : forward ? fmt::format("-{}->", name) : fmt::format("<-{}-", name);
  fmt::print(out, "{}{} {} {}\n", indent, graph.entity(from).label, arrow, graph.entity(forward ? edge.target : edge.source).label);
  fmt::print(out, "{}    {}\n", indent, weight_text(graph, edge));
  if (!edge.evidence.empty()) write_evidence(out, graph, best_evidence(edge), indent + "    ");
}

void write_evidence(std::ostream& out, const KnowledgeGraph& graph, const EdgeEvidence& evidence, const std::string& indent) {
  const auto quote = one_line(evidence.sentence_text);
  if (!quote.empty()) fmt::print(out, "{}\"{}\"\n", indent, quote);
  std::string speaker = "the author";
  if (evidence.attributed_to.valid()) speaker = graph.entity(evidence.attributed_to).label;
  fmt::print(out, "{}in {}, characters {}-{}; {}; said by {}{}{}\n", indent, document_name(graph, evidence.document),
             evidence.sentence.begin, evidence.sentence.end, to_string(evidence.modality), speaker,
             evidence.time.empty() ? "" : "; of " + evidence.time, evidence.by.empty() ? "" : "; read by " + evidence.by);
}

void write_dot(std::ostream& out, const KnowledgeGraph& graph, const std::vector<EdgeId>& edges) {
  std::set<EntityId> ends;
  for (const auto id : edges) {
    ends.insert(graph.edge(id).source);
    ends.insert(graph.edge(id).target);
  }
  fmt::print(out, "digraph entente {{\n  rankdir=LR;\n  node [shape=box, style=rounded, fontname=\"DejaVu Sans\"];\n");
  fmt::print(out, "  edge [fontname=\"DejaVu Sans\", fontsize=10];\n");
  for (const auto id : ends)
    fmt::print(out, "  {} [label={}, tooltip={}];\n", dot_string(graph.entity(id).key), dot_string(graph.entity(id).label),
               dot_string(graph.entity(id).type));
  for (const auto id : edges) {
    const auto& edge = graph.edge(id);
    const auto& relation = graph.relation(edge.relation);
    fmt::print(out, "  {} -> {} [label={}, color=\"{}\", penwidth={:.2f}{}{}];\n", dot_string(graph.entity(edge.source).key),
               dot_string(graph.entity(edge.target).key), dot_string((edge.negated ? "not " : "") + relation.name), colour(relation.family),
               1 + 2 * edge.confidence, relation.symmetric ? ", dir=both" : "", edge.negated ? ", style=dashed" : "");
  }
  fmt::print(out, "}}\n");
}

void write_table(std::ostream& out, const QueryResult& table, std::string_view format) { write_result(out, MemoryGraph(), table, format); }

}  // namespace entente
