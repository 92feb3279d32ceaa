// The triples of a graph, read off its JSON-LD: so all RDF formats say the same.
#pragma once

#include <functional>
#include <string>

#include "entente/graph/knowledge_graph.hpp"

namespace entente {

/// The object of a triple.
struct RdfObject {
  bool is_iri = false;
  std::string value;     ///< IRI or lexical form
  std::string datatype;  ///< IRI; empty for a plain string
};

/// Called with subject IRI, predicate IRI and object.
using TripleSink = std::function<void(const std::string&, const std::string&, const RdfObject&)>;

/// Calls `sink` with the triples that `write_json_ld(graph)` stands for, subject by subject, holding one JSON line at a time.
///
/// The source is JSON-LD 1.1 API, "Deserialize JSON-LD to RDF", for what the project's context uses: terms, compact IRIs, typed
/// values, lists of values, nested nodes; xsd:double in canonical form.
void for_each_triple(const KnowledgeGraph& graph, const TripleSink& sink);

}  // namespace entente
