#include "export/fields.hpp"

#include "entente/base/json_writer.hpp"
#include "graph/json_ld_terms.hpp"

namespace entente {

namespace {

FieldValue text(std::string value) { return {std::move(value), {}}; }
FieldValue list(std::vector<std::string> values) { return {{}, std::move(values)}; }

std::string evidence_list(const KnowledgeGraph& graph, const Edge& edge) {
  std::string json = "[";
  for (const auto& evidence : edge.evidence) {
    auto members = evidence_members(graph, evidence);
    members[0] = '{';  // in place of the comma before the first
    json += (json.size() == 1 ? "" : ",") + members + "}";
  }
  return json + "]";
}

}  // namespace

const std::vector<Field>& node_fields() {
  static const std::vector<Field> fields = {{"type", FieldType::text},
                                            {"wikidata", FieldType::text},
                                            {"aliases", FieldType::list},
                                            {"mergeReasons", FieldType::list},
                                            {"documents", FieldType::list}};
  return fields;
}

std::vector<FieldValue> node_values(const KnowledgeGraph& graph, const Entity& entity) {
  return {text(entity.type), text(entity.wikidata), list(entity.aliases), list(entity.merge_reasons), list(document_ids(graph, entity))};
}

std::vector<Field> edge_fields(bool evidence) {
  std::vector<Field> fields = {{"relation", FieldType::text},     {"family", FieldType::text},      {"polarity", FieldType::text},
                               {"symmetric", FieldType::boolean}, {"confidence", FieldType::real},  {"support", FieldType::integer},
                               {"documents", FieldType::integer}, {"asserted", FieldType::integer}, {"possible", FieldType::integer},
                               {"negated", FieldType::integer},   {"first", FieldType::text},       {"last", FieldType::text},
                               {"documentIds", FieldType::list},  {"quote", FieldType::text}};
  if (evidence) fields.push_back({"evidence", FieldType::text});
  return fields;
}

std::vector<FieldValue> edge_values(const KnowledgeGraph& graph, const Edge& edge, bool evidence) {
  const auto& relation = graph.relation(edge.relation);
  std::vector<FieldValue> values = {text(relation.name),
                                    text(relation.family),
                                    text(edge.negated ? "negated" : "affirmed"),
                                    text(relation.symmetric ? "true" : "false"),
                                    text(real_text(edge.confidence)),
                                    text(std::to_string(edge.support())),
                                    text(std::to_string(edge.documents)),
                                    text(std::to_string(edge.modality.asserted)),
                                    text(std::to_string(edge.modality.possible)),
                                    text(std::to_string(edge.modality.negated)),
                                    text(edge.first),
                                    text(edge.last),
                                    list(document_ids(graph, edge)),
                                    text(edge.evidence.empty() ? "" : best_evidence(edge).sentence_text)};
  if (evidence) values.push_back(text(evidence_list(graph, edge)));
  return values;
}

std::vector<std::string> document_ids(const KnowledgeGraph& graph, const Entity& entity) {
  std::vector<std::string> ids;
  DocumentId last;
  for (const auto& appearance : entity.appearances) {
    if (appearance.document != last) ids.push_back(graph.document(appearance.document).id);
    last = appearance.document;
  }
  return ids;
}

std::vector<std::string> document_ids(const KnowledgeGraph& graph, const Edge& edge) {
  std::vector<std::string> ids;
  DocumentId last;
  for (const auto& evidence : edge.evidence) {
    if (evidence.document != last) ids.push_back(graph.document(evidence.document).id);
    last = evidence.document;
  }
  return ids;
}

std::string edge_kind(const KnowledgeGraph& graph, const Edge& edge) {
  return (edge.negated ? "not " : "") + graph.relation(edge.relation).name;
}

std::string real_text(double value) {
  auto digits = json_number(value);
  if (digits.find_first_not_of("-0123456789") == std::string::npos) digits += ".0";
  return digits;
}

}  // namespace entente
