// Why the graph says what it says: edges with their reasons, as tables, text and diagrams.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "entente/query/cypher.hpp"
#include "entente/query/path.hpp"

namespace entente {

/// `Russia opposes Aegis Ashore`, with `not` before the relation of a negated edge.
std::string edge_sentence(const KnowledgeGraph& graph, EdgeId edge);

/// The edge as a map: ends, relation, family, polarity, confidence, support, dates, speakers, best quote and its place.
ValueMap edge_map(const KnowledgeGraph& graph, EdgeId edge);

/// One row an edge, with the columns of `edge_map`.
QueryResult edge_table(const KnowledgeGraph& graph, const std::vector<EdgeId>& edges);

/// One row an assertion behind the edge: quote, document, place, speaker, rule or model.
QueryResult evidence_table(const KnowledgeGraph& graph, const std::vector<EdgeId>& edges);

/// The edge read from `from`, its weight and its best quote: three lines for people.
void write_edge(std::ostream& out, const KnowledgeGraph& graph, EdgeId edge, EntityId from, const std::string& indent);

/// An assertion for people: the sentence, where it stands, who says so, what read it.
void write_evidence(std::ostream& out, const KnowledgeGraph& graph, const EdgeEvidence& evidence, const std::string& indent);

/// A DOT digraph of the edges and their ends; conflict is red, cooperation green, what is negated dashed.
void write_dot(std::ostream& out, const KnowledgeGraph& graph, const std::vector<EdgeId>& edges);

/// Writes a table as csv, json or jsonl (see `write_result`).
void write_table(std::ostream& out, const QueryResult& table, std::string_view format);

/// How paths are shown.
struct PathReport {
  bool sign = false;            ///< say the product of cooperation and conflict
  std::string format = "text";  ///< text, json, jsonl, csv or dot
};

/// The answer to a path request. Throws `UsageError` for another format.
void write_paths(std::ostream& out, const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask,
                 const std::vector<EntityPath>& paths, bool directed, const PathReport& report);

}  // namespace entente
