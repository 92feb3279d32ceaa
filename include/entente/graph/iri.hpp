// The names of graph things in RDF: below `KnowledgeGraph::base`, the same in all RDF formats.
#pragma once

#include <string>
#include <string_view>

#include "entente/graph/knowledge_graph.hpp"

namespace entente {

/// `text` as one segment of an IRI's path: all bytes but A-Z a-z 0-9 . _ ~ - are written %XX (RFC 3986), and "." and ".." wholly so.
std::string encode_segment(std::string_view text);

/// The text that `encode_segment` made `segment` from; percent signs without two hexadecimal digits stay.
std::string decode_segment(std::string_view segment);

/// Throws `UsageError` unless `base` is an absolute IRI that ends in "/" or "#".
void check_base(std::string_view base);

/// How the type stands in a file: the name itself ("State", class kg:State), or "node:" and its segment if the name is no plain
/// word or is one of the terms of the file format.
std::string type_term(std::string_view type);
/// The type that `type_term` made `term` from.
std::string type_of_term(std::string_view term);

/// Name of one evidence below "edge/": the key of its edge, "/", 16 digits of the hash of all that it says.
std::string evidence_name(const KnowledgeGraph& graph, const Edge& edge, const EdgeEvidence& evidence);
/// Name of one appearance below "entity/": the key of its entity, "/", 16 digits of the hash of all that it says.
std::string appearance_name(const KnowledgeGraph& graph, const Entity& entity, const Appearance& appearance);

/// Whether `date` is a whole day of the calendar, YYYY-MM-DD, and so may be typed xsd:date.
bool is_calendar_day(std::string_view date);

}  // namespace entente
