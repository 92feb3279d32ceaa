#include <algorithm>
#include <functional>
#include <ostream>

#include "entente/base/json_writer.hpp"
#include "entente/base/slug.hpp"
#include "entente/graph/assertion_lines.hpp"
#include "entente/graph/merge.hpp"

namespace entente {

namespace {

/// The id of an entity of a document in the lines.
using IdOf = std::function<std::string(const LocalEntity&)>;

void write_span(JsonWriter& json, std::string_view key, const Span& span, std::string_view text) {
  json.key(key).begin_object().member("start", span.begin).member("end", span.end).member_if("text", text).end_object();
}

void write_entity(JsonWriter& json, const LocalEntity& entity, const IdOf& id_of) {
  json.member("id", id_of(entity)).member("label", entity.label).member("type", entity.type);
  json.member_if("gazetteer", entity.gazetteer_id).member_if("wikidata", entity.wikidata);
  if (!entity.aliases.empty()) json.member("aliases", entity.aliases);
}

void write_end(JsonWriter& json, std::string_view key, const LocalEntity& entity, const Span& span, std::string_view text,
               const IdOf& id_of) {
  json.key(key).begin_object();
  write_entity(json, entity, id_of);
  write_span(json, "mention", span, text);
  json.end_object();
}

void write_assertion(JsonWriter& json, const DocumentGraph& graph, const Assertion& a, const IdOf& id_of) {
  json.begin_object().member("document", graph.document.id);
  write_end(json, "source", graph.entities[a.source.value], a.source_mention, a.source_text, id_of);
  json.member("relation", a.relation);
  write_end(json, "target", graph.entities[a.target.value], a.target_mention, a.target_text, id_of);
  json.member("modality", to_string(a.modality)).key("attributed_to");
  if (a.attributed_to.valid()) {
    json.begin_object();
    write_entity(json, graph.entities[a.attributed_to.value], id_of);
    json.end_object();
  } else {
    json.null();
  }
  json.key("time");
  a.time.empty() ? json.null() : json.value(a.time);
  if (!a.trigger.empty() || !a.trigger_text.empty() || a.trigger != Span{}) write_span(json, "trigger", a.trigger, a.trigger_text);
  write_span(json, "sentence", a.sentence, a.sentence_text);
  json.member("confidence", a.confidence).member("by", a.by).end_object().line_break();
}

void write_record(JsonWriter& json, const DocumentGraph& graph, const IdOf& id_of) {
  const auto& d = graph.document;
  std::vector<bool> linked(graph.entities.size());
  for (const auto& a : graph.assertions)
    for (const auto id : {a.source, a.target, a.attributed_to})
      if (id.valid()) linked[id.value] = true;
  json.begin_object().key("entities").begin_array().end_array().member("document", d.id).key("record").begin_object();
  json.member_if("title", d.title).member_if("author", d.author).member_if("date", d.date).member_if("url", d.url);
  json.member_if("language", d.language).member_if("sha256", d.sha256).member("sentences", d.sentences).end_object();
  if (std::find(linked.begin(), linked.end(), false) != linked.end()) {
    json.key("unlinked").begin_array();
    for (std::size_t i = 0; i < linked.size(); ++i) {
      if (linked[i]) continue;
      json.begin_object();
      write_entity(json, graph.entities[i], id_of);
      json.end_object();
    }
    json.end_array();
  }
  json.end_object().line_break();
}

void write_document(JsonWriter& json, const DocumentGraph& graph, const IdOf& id_of) {
  write_record(json, graph, id_of);
  auto assertions = graph.assertions;
  std::stable_sort(assertions.begin(), assertions.end(), [](const Assertion& a, const Assertion& b) { return a.sentence < b.sentence; });
  for (const auto& assertion : assertions) write_assertion(json, graph, assertion, id_of);
}

}  // namespace

void write_assertion_lines(const std::vector<DocumentGraph>& documents, std::ostream& out) {
  JsonWriter json(out);
  const auto id_of = [](const LocalEntity& e) { return e.gazetteer_id.empty() ? slug(e.label) : e.gazetteer_id; };
  for (const auto& document : documents) write_document(json, document, id_of);
}

void write_assertion_lines(const KnowledgeGraph& graph, std::ostream& out) {
  JsonWriter json(out);
  const auto documents = split(graph);
  std::vector<std::vector<std::pair<const LocalEntity*, const std::string*>>> keys(documents.size());
  for (const auto& entity : graph.entities)
    for (const auto& appearance : entity.appearances) keys[appearance.document.value].emplace_back(&appearance.entity, &entity.key);
  const auto less = [](const auto& a, const auto& b) { return *a.first < *b.first; };
  for (std::size_t d = 0; d < documents.size(); ++d) {
    std::sort(keys[d].begin(), keys[d].end(), less);
    write_document(json, documents[d], [&](const LocalEntity& entity) {
      return *std::lower_bound(keys[d].begin(), keys[d].end(), std::pair(&entity, static_cast<const std::string*>(nullptr)), less)->second;
    });
  }
}

}  // namespace entente
