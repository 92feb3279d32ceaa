// From the graphs of single documents to the graph of all of them, and back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "entente/base/diagnostics.hpp"
#include "entente/graph/document_graph.hpp"
#include "entente/graph/knowledge_graph.hpp"
#include "entente/graph/merge_rules.hpp"
#include "entente/schema/schema.hpp"

namespace entente {

/// The relations of a schema as the graph keeps them, sorted by name.
std::vector<RelationInfo> relations_of(const Schema& schema);

/// The graph of all `documents`: a pure function of the set of documents and the rules, whatever their order.
///
/// Entities are one if the user's rules, their gazetteer or Wikidata ids, or their names say so (see `Resolution`); each merge
/// is recorded with its reason. What differs by gazetteer id is one only by a user's rule. Of several documents with one id the
/// first in order of content is kept and a note is made of the others.
///
/// Throws `SchemaError` if a document uses a relation that the schema lacks.
KnowledgeGraph merge(std::vector<DocumentGraph> documents, const Schema& schema, Diagnostics& diagnostics, const MergeRules& rules = {});
/// The same with the relations given; `relations` are sorted by name.
KnowledgeGraph merge(std::vector<DocumentGraph> documents, const std::vector<RelationInfo>& relations, Diagnostics& diagnostics,
                     const MergeRules& rules = {});

/// What each document contributed, in canonical form, sorted by id: `merge(split(g))` is `g` again.
std::vector<DocumentGraph> split(const KnowledgeGraph& graph);

/// `graph` with `documents` added; those of equal id are replaced. Equals `merge` over the resulting set, as do the next two.
/// `relations` are those that the new documents may use, sorted by name.
KnowledgeGraph add_documents(const KnowledgeGraph& graph, std::vector<DocumentGraph> documents, const std::vector<RelationInfo>& relations,
                             Diagnostics& diagnostics);

/// `graph` without the documents of these ids. Throws `UsageError`, naming near ids, if there is none of an id.
KnowledgeGraph remove_documents(const KnowledgeGraph& graph, const std::vector<std::string>& ids);

/// The graph over the documents of all `graphs`.
///
/// Throws `InputError` if one document has different hashes in two graphs, `SchemaError` if a relation has different properties,
/// `UsageError` if rules contradict each other or base IRIs differ.
KnowledgeGraph merge_graphs(const std::vector<KnowledgeGraph>& graphs, Diagnostics& diagnostics);

/// A document to be read: its id and the SHA-256 of its bytes.
struct DocumentVersion {
  std::string id;
  std::string sha256;

  bool operator==(const DocumentVersion&) const = default;
};

/// Positions in `candidates` of those that `graph` has not read in this version.
std::vector<std::size_t> documents_to_read(const KnowledgeGraph& graph, const std::vector<DocumentVersion>& candidates);

}  // namespace entente
