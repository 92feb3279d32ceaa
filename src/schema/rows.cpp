#include "schema/rows.hpp"

#include <algorithm>

namespace entente {

namespace {

std::vector<std::string> sorted_texts(const JsonDocument& file, const JsonValue& row, std::string_view key) {
  auto texts = file.texts_or_none(row, key);
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  return texts;
}

bool flag(const JsonValue& row, std::string_view key) {
  const auto* value = row.find(key);
  return value != nullptr && value->boolean;
}

double number_or(const JsonValue& row, std::string_view key, double otherwise) {
  const auto* value = row.find(key);
  return value == nullptr ? otherwise : value->number;
}

FrameModality modality(const JsonDocument& file, const JsonValue& row) {
  const auto word = file.text_or(row, "modality");
  if (word == "possible") return FrameModality::possible;
  return word == "negated" ? FrameModality::negated : FrameModality::keep;
}

FrameClass frame_class(const JsonDocument& file, const JsonValue& row) {
  return parse_frame_class(file.text_or(row, "class", "verb")).value_or(FrameClass::verb);
}

}  // namespace

NodeType read_type(const JsonDocument& file, const JsonValue& row) { return {file.text_or(row, "name"), file.text_or(row, "description")}; }

RelationType read_relation(const JsonDocument& file, const JsonValue& row) {
  RelationType relation;
  relation.name = file.text_or(row, "name");
  relation.family = file.text_or(row, "family");
  relation.plover = file.text_or(row, "plover");
  relation.inverse_label = file.text_or(row, "inverse_label");
  relation.description = file.text_or(row, "description");
  relation.symmetric = flag(row, "symmetric");
  relation.domain = file.texts_or_none(row, "domain");
  relation.range = file.texts_or_none(row, "range");
  return relation;
}

Frame read_frame(const JsonDocument& file, const JsonValue& row) {
  Frame frame;
  frame.lemma = file.text_or(row, "lemma");
  frame.frame_class = frame_class(file, row);
  frame.relation = file.text_or(row, "relation");
  frame.source = file.texts_or_none(row, "source");
  frame.target = file.texts_or_none(row, "target");
  frame.object = sorted_texts(file, row, "object");
  frame.source_types = sorted_texts(file, row, "source_types");
  frame.target_types = sorted_texts(file, row, "target_types");
  frame.modality = modality(file, row);
  frame.confidence = number_or(row, "confidence", frame.confidence);
  return frame;
}

Embedding read_embedding(const JsonDocument& file, const JsonValue& row) {
  return {file.text_or(row, "lemma"), frame_class(file, row), modality(file, row), flag(row, "speaks"), flag(row, "object_control")};
}

WordClass read_word_class(const JsonDocument& file, const JsonValue& row) {
  return {file.text_or(row, "name"), sorted_texts(file, row, "lemmas")};
}

GazetteerEntry read_entry(const JsonDocument& file, const JsonValue& row) {
  GazetteerEntry entry;
  entry.id = file.text_or(row, "id");
  entry.label = file.text_or(row, "label");
  entry.type = file.text_or(row, "type");
  entry.wikidata = file.text_or(row, "wikidata");
  entry.names = file.texts_or_none(row, "names");
  entry.names.push_back(entry.label);
  std::sort(entry.names.begin(), entry.names.end());
  entry.names.erase(std::unique(entry.names.begin(), entry.names.end()), entry.names.end());
  entry.demonyms = sorted_texts(file, row, "demonyms");
  entry.metonyms = sorted_texts(file, row, "metonyms");
  entry.part_of = file.text_or(row, "part_of");
  entry.leads = file.text_or(row, "leads");
  entry.office = file.text_or(row, "office");
  entry.from = file.text_or(row, "from");
  entry.until = file.text_or(row, "until");
  entry.context = sorted_texts(file, row, "context");
  entry.weight = number_or(row, "weight", entry.weight);
  return entry;
}

}  // namespace entente
