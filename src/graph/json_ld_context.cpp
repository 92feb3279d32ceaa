#include <algorithm>
#include <array>
#include <set>

#include "entente/base/json_writer.hpp"
#include "entente/graph/iri.hpp"
#include "entente/graph/json_ld.hpp"
#include "graph/json_ld_terms.hpp"

namespace entente {

namespace {

/// A term and the IRI it stands for; `type` is the datatype of its values, empty for plain text.
struct Term {
  std::string_view name;
  std::string_view iri;
  std::string_view type;
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> own_prefixes = {
    {{"kg", "ns#"}, {"rel", "rel/"}, {"ent", "entity/"}, {"edge", "edge/"}, {"doc", "doc/"}, {"node", "node/"}}};

constexpr std::array<Term, 8> prefixes = {{{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", ""},
                                           {"rdfs", "http://www.w3.org/2000/01/rdf-schema#", ""},
                                           {"xsd", "http://www.w3.org/2001/XMLSchema#", ""},
                                           {"skos", "http://www.w3.org/2004/02/skos/core#", ""},
                                           {"schema", "http://schema.org/", ""},
                                           {"prov", "http://www.w3.org/ns/prov#", ""},
                                           {"oa", "http://www.w3.org/ns/oa#", ""},
                                           {"wd", "http://www.wikidata.org/entity/", ""}}};

// Every number has a datatype: without one, readers disagree about 1.0. No term needs JSON-LD 1.1.
constexpr std::array<Term, 61> terms = {{
    {"Graph", "kg:Graph", ""},
    {"Document", "kg:Document", ""},
    {"Relation", "rdf:Property", ""},
    {"Appearance", "kg:Appearance", ""},
    {"Edge", "rdf:Statement", ""},
    {"Loop", "kg:Loop", ""},
    {"Evidence", "kg:Evidence", ""},
    {"version", "kg:version", "xsd:integer"},
    {"rules", "kg:rules", ""},
    {"name", "rdfs:label", ""},
    {"alias", "skos:altLabel", ""},
    {"wikidata", "kg:wikidata", ""},
    {"sameAs", "schema:sameAs", "@id"},
    {"gazetteer", "kg:gazetteer", ""},
    {"nodeType", "kg:nodeType", ""},
    {"mergeReason", "kg:mergeReason", ""},
    {"appearance", "kg:appearance", "@id"},
    {"plover", "kg:plover", ""},
    {"inverseLabel", "kg:inverseLabel", ""},
    {"symmetric", "kg:symmetric", ""},
    {"source", "rdf:subject", "@id"},
    {"relation", "rdf:predicate", "@id"},
    {"target", "rdf:object", "@id"},
    {"family", "kg:family", ""},
    {"polarity", "kg:polarity", ""},
    {"confidence", "kg:confidence", "xsd:double"},
    {"mentions", "kg:mentions", "xsd:integer"},
    {"documentCount", "kg:documentCount", "xsd:integer"},
    {"asserted", "kg:asserted", "xsd:integer"},
    {"possible", "kg:possible", "xsd:integer"},
    {"negated", "kg:negated", "xsd:integer"},
    {"since", "schema:startDate", "xsd:date"},
    {"sinceText", "kg:since", ""},
    {"until", "schema:endDate", "xsd:date"},
    {"untilText", "kg:until", ""},
    {"attributedTo", "prov:wasAttributedTo", "@id"},
    {"evidence", "kg:evidence", "@id"},
    {"document", "oa:hasSource", "@id"},
    {"modality", "kg:modality", ""},
    {"time", "kg:time", ""},
    {"by", "kg:by", ""},
    {"exact", "oa:exact", ""},
    {"start", "oa:start", "xsd:nonNegativeInteger"},
    {"end", "oa:end", "xsd:nonNegativeInteger"},
    {"sourceText", "kg:sourceText", ""},
    {"sourceStart", "kg:sourceStart", "xsd:nonNegativeInteger"},
    {"sourceEnd", "kg:sourceEnd", "xsd:nonNegativeInteger"},
    {"targetText", "kg:targetText", ""},
    {"targetStart", "kg:targetStart", "xsd:nonNegativeInteger"},
    {"targetEnd", "kg:targetEnd", "xsd:nonNegativeInteger"},
    {"triggerText", "kg:triggerText", ""},
    {"triggerStart", "kg:triggerStart", "xsd:nonNegativeInteger"},
    {"triggerEnd", "kg:triggerEnd", "xsd:nonNegativeInteger"},
    {"variants", "kg:variants", ""},
    {"title", "schema:name", ""},
    {"author", "schema:author", ""},
    {"published", "schema:datePublished", "xsd:date"},
    {"date", "kg:date", ""},
    {"url", "schema:url", "xsd:anyURI"},
    {"language", "schema:inLanguage", ""},
    {"sha256", "kg:sha256", ""},
}};
constexpr Term last_term = {"sentences", "kg:sentences", "xsd:integer"};

void write_term(JsonWriter& json, const Term& term) {
  json.line_break();
  if (term.type.empty()) {
    json.member(term.name, term.iri);
  } else {
    json.key(term.name).begin_object().member("@id", term.iri).member("@type", term.type).end_object();
  }
}

}  // namespace

bool is_reserved_term(std::string_view word) {
  const auto named = [&](const auto& term) { return term.name == word; };
  return std::any_of(terms.begin(), terms.end(), named) || std::any_of(prefixes.begin(), prefixes.end(), named) || word == last_term.name ||
         std::any_of(own_prefixes.begin(), own_prefixes.end(), [&](const auto& prefix) { return prefix.first == word; });
}

std::string json_ld_context(const KnowledgeGraph& graph) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  for (const auto& [name, path] : own_prefixes) {
    const auto iri = graph.base + std::string(path);
    write_term(json, {name, std::string_view(iri), ""});
  }
  for (const auto& prefix : prefixes) write_term(json, prefix);
  for (const auto& term : terms) write_term(json, term);
  write_term(json, last_term);
  std::set<std::string> types;
  for (const auto& entity : graph.entities) types.insert(type_term(entity.type));
  for (const auto& type : types) {
    const auto iri = "kg:" + type;
    if (!type.starts_with("node:")) write_term(json, {type, iri, ""});
  }
  for (const auto& relation : graph.relations) {
    const auto name = "rel:" + encode_segment(relation.name);
    write_term(json, {name, name, "@id"});
  }
  json.end_object();
  return text;
}

}  // namespace entente
