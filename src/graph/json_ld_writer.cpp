#include <ostream>
#include <sstream>

#include "entente/base/hash.hpp"
#include "entente/base/json_writer.hpp"
#include "entente/graph/iri.hpp"
#include "entente/graph/json_ld.hpp"

#include "graph/json_ld_terms.hpp"

namespace entente {

namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 18;

/// Appends `,"name":` and a value.
class Members {
 public:
  explicit Members(std::string& out) : out_(out) {}

  Members& text(std::string_view name, std::string_view value) {
    begin(name);
    append_json_string(out_, value);
    return *this;
  }
  Members& text_if(std::string_view name, std::string_view value) { return value.empty() ? *this : text(name, value); }
  /// A name below a prefix, already encoded: needs no escaping.
  Members& compact(std::string_view name, std::string_view prefix, std::string_view local) {
    begin(name);
    ((((out_ += '"') += prefix) += ':') += local) += '"';
    return *this;
  }
  Members& number(std::string_view name, std::uint64_t value) {
    begin(name);
    out_ += std::to_string(value);
    return *this;
  }
  /// Always with a point or exponent, so that nobody takes it for an integer.
  Members& real(std::string_view name, double value) {
    begin(name);
    const auto digits = json_number(value);
    out_ += digits;
    if (digits.find_first_not_of("-0123456789") == std::string::npos) out_ += ".0";
    return *this;
  }
  Members& list(std::string_view name, const std::vector<std::string>& values) {
    if (values.empty()) return *this;
    begin(name);
    char mark = '[';
    for (const auto& value : values) {
      out_ += mark;
      append_json_string(out_, value);
      mark = ',';
    }
    out_ += ']';
    return *this;
  }
  Members& span(std::string_view start, std::string_view end, const Span& span) {
    return span == Span{} ? *this : number(start, span.begin).number(end, span.end);
  }
  /// A full date under the name that is typed xsd:date, any other text under the plain one.
  Members& date(std::string_view typed, std::string_view plain, std::string_view value) {
    return text_if(is_calendar_day(value) ? typed : plain, value);
  }
  void begin(std::string_view name) { ((out_ += ",\"") += name) += "\":"; }

 private:
  std::string& out_;
};

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, std::ostream& out) : graph_(graph), out_(out) {
    for (const auto& document : graph.documents) document_names_.push_back(encode_segment(document.id));
    for (const auto& relation : graph.relations) relation_names_.push_back(encode_segment(relation.name));
    for (const auto& entity : graph.entities) entity_names_.push_back(encode_segment(entity.key));
  }

  void write() {
    text_ = "{\"@context\":" + json_ld_context(graph_) + ",\n\"@graph\":[\n{\"@type\":\"Graph\",\"@id\":\"kg:graph\",\"version\":1";
    if (!graph_.rules.empty()) Members(text_).text("rules", rules());
    text_ += '}';
    for (std::size_t i = 0; i < graph_.documents.size(); ++i) write_document(i);
    for (std::size_t i = 0; i < graph_.relations.size(); ++i) write_relation(i);
    for (std::size_t i = 0; i < graph_.entities.size(); ++i) write_entity(i);
    for (const auto& edge : graph_.edges) write_edge(edge, "Edge");
    for (const auto& edge : graph_.loops) write_edge(edge, "Loop");
    text_ += "\n]}\n";
    flush();
  }

 private:
  Members open(std::string_view type, std::string_view prefix, std::string_view local) {
    if (text_.size() > buffer_size) flush();
    text_ += ",\n{\"@type\":";
    append_json_string(text_, type);
    return Members(text_).compact("@id", prefix, local);
  }

  std::string rules() const {
    std::string json;
    JsonWriter writer(json);
    writer.begin_object();
    for (const auto& [name, pairs] : {std::pair("merge", &graph_.rules.merge), std::pair("separate", &graph_.rules.separate)}) {
      writer.key(name).begin_array();
      for (const auto& [a, b] : *pairs) writer.begin_array().value(a).value(b).end_array();
      writer.end_array();
    }
    writer.end_object();
    return json;
  }

  void write_document(std::size_t i) {
    const auto& d = graph_.documents[i];
    auto members = open("Document", "doc", document_names_[i]).text_if("title", d.title).text_if("author", d.author);
    members.date("published", "date", d.date).text_if("url", d.url).text_if("language", d.language).text_if("sha256", d.sha256);
    members.number("sentences", d.sentences);
    text_ += '}';
  }

  void write_relation(std::size_t i) {
    const auto& r = graph_.relations[i];
    auto members = open("Relation", "rel", relation_names_[i]).text("name", r.name).text_if("family", r.family).text_if("plover", r.plover);
    members.text_if("inverseLabel", r.inverse_label).begin("symmetric");
    text_ += r.symmetric ? "true}" : "false}";
  }

  void write_entity(std::size_t i) {
    const auto& entity = graph_.entities[i];
    auto members = open(type_term(entity.type), "ent", entity_names_[i]).text("name", entity.label).list("alias", entity.aliases);
    if (!entity.wikidata.empty()) {
      members.text("wikidata", entity.wikidata);
      if (is_item(entity.wikidata)) members.compact("sameAs", "wd", entity.wikidata);
    }
    members.list("mergeReason", entity.merge_reasons);
    if (!entity.appearances.empty()) members.begin("appearance");
    char mark = '[';
    for (const auto& appearance : entity.appearances) {
      const auto body = appearance_members(graph_, appearance);
      (text_ += mark) += "{\"@type\":\"Appearance\",\"@id\":\"ent:";
      (((text_ += entity_names_[i]) += '/') += hex64(hash64(body))) += '"';
      (text_ += body) += '}';
      mark = ',';
    }
    if (!entity.appearances.empty()) text_ += ']';
    write_plain_triples({static_cast<std::uint32_t>(i)});
    text_ += '}';
  }

  /// Edges are sorted by source, so those of this entity come next.
  void write_plain_triples(EntityId source) {
    RelationId open;
    for (; next_edge_ < graph_.edges.size() && graph_.edges[next_edge_].source == source; ++next_edge_) {
      const auto& edge = graph_.edges[next_edge_];
      if (!stated_as_fact(edge)) continue;
      if (edge.relation != open) {
        if (open.valid()) text_ += ']';
        ((text_ += ",\"rel:") += relation_names_[edge.relation.value]) += "\":[\"ent:";
        open = edge.relation;
      } else {
        text_ += ",\"ent:";
      }
      (text_ += entity_names_[edge.target.value]) += '"';
    }
    if (open.valid()) text_ += ']';
  }

  void write_edge(const Edge& edge, std::string_view type) {
    auto members = open(type, "edge", edge.key).compact("source", "ent", entity_names_[edge.source.value]);
    members.compact("relation", "rel", relation_names_[edge.relation.value]).compact("target", "ent", entity_names_[edge.target.value]);
    members.text_if("family", graph_.relation(edge.relation).family).text("polarity", edge.negated ? "negated" : "affirmed");
    members.real("confidence", edge.confidence).number("mentions", edge.support()).number("documentCount", edge.documents);
    members.number("asserted", edge.modality.asserted).number("possible", edge.modality.possible).number("negated", edge.modality.negated);
    members.date("since", "sinceText", edge.first).date("until", "untilText", edge.last).begin("evidence");
    text_ += '[';
    for (const auto& evidence : edge.evidence) {
      const auto body = evidence_members(graph_, evidence);
      if (&evidence != &edge.evidence.front()) text_ += ',';
      text_ += "{\"@type\":\"Evidence\",\"@id\":\"edge:";
      (((text_ += edge.key) += '/') += hex64(hash64(body))) += '"';
      (text_ += body) += '}';
    }
    text_ += "]}";
  }

  static bool is_item(std::string_view wikidata) {
    return wikidata.size() > 1 && wikidata.front() == 'Q' && wikidata.find_first_not_of("0123456789", 1) == std::string_view::npos;
  }

  void flush() {
    out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
    text_.clear();
  }

  const KnowledgeGraph& graph_;
  std::ostream& out_;
  std::string text_;
  std::vector<std::string> document_names_, relation_names_, entity_names_;
  std::size_t next_edge_ = 0;
};

std::string variants(const EdgeEvidence& e) {
  if (e.source_variant == 0 && e.target_variant == 0 && e.attributed_variant == 0) return {};
  return std::to_string(e.source_variant) + ' ' + std::to_string(e.target_variant) + ' ' + std::to_string(e.attributed_variant);
}

}  // namespace

std::string evidence_members(const KnowledgeGraph& graph, const EdgeEvidence& e) {
  std::string text;
  Members members(text);
  members.compact("document", "doc", encode_segment(graph.document(e.document).id)).text("modality", to_string(e.modality));
  if (e.attributed_to.valid()) members.compact("attributedTo", "ent", encode_segment(graph.entity(e.attributed_to).key));
  members.text_if("time", e.time).real("confidence", e.confidence).text_if("by", e.by);
  members.text_if("exact", e.sentence_text).span("start", "end", e.sentence);
  members.text_if("sourceText", e.source_text).span("sourceStart", "sourceEnd", e.source_mention);
  members.text_if("targetText", e.target_text).span("targetStart", "targetEnd", e.target_mention);
  members.text_if("triggerText", e.trigger_text).span("triggerStart", "triggerEnd", e.trigger).text_if("variants", variants(e));
  return text;
}

std::string appearance_members(const KnowledgeGraph& graph, const Appearance& appearance) {
  const auto& entity = appearance.entity;
  std::string text;
  Members members(text);
  members.compact("document", "doc", encode_segment(graph.document(appearance.document).id)).text("name", entity.label);
  members.text("nodeType", entity.type).text_if("gazetteer", entity.gazetteer_id).text_if("wikidata", entity.wikidata);
  members.list("alias", entity.aliases);
  return text;
}

std::string evidence_name(const KnowledgeGraph& graph, const Edge& edge, const EdgeEvidence& evidence) {
  return edge.key + '/' + hex64(hash64(evidence_members(graph, evidence)));
}

std::string appearance_name(const KnowledgeGraph& graph, const Entity& entity, const Appearance& appearance) {
  return encode_segment(entity.key) + '/' + hex64(hash64(appearance_members(graph, appearance)));
}

void write_json_ld(const KnowledgeGraph& graph, std::ostream& out) { Writer(graph, out).write(); }

std::string to_json_ld(const KnowledgeGraph& graph) {
  std::ostringstream out;
  write_json_ld(graph, out);
  return std::move(out).str();
}

void write_graph(const std::filesystem::path& path, const KnowledgeGraph& graph) {
  write_file(path, [&](std::ostream& out) { write_json_ld(graph, out); });
}

}  // namespace entente
