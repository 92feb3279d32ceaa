// The stream form of extraction: one assertion a line, for pipelines, pandas and scorers.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "entente/graph/document_graph.hpp"
#include "entente/graph/knowledge_graph.hpp"

namespace entente {

/// Writes for each document its assertions, `{"document":…,"source":{…},"relation":…,"target":{…},"modality":…}` a line, by the
/// ontology's form of assertion lines, in order of document and place.
///
/// Each document begins with a line `{"entities":[],"document":…,"record":{…},"unlinked":[…]}` that holds what the assertions do
/// not: facts about the document, and its entities without an assertion. Offsets are code points of the source.
void write_assertion_lines(const std::vector<DocumentGraph>& documents, std::ostream& out);

/// The lines of all documents of a graph; "id" is the key of the entity there.
void write_assertion_lines(const KnowledgeGraph& graph, std::ostream& out);

/// The documents that assertion lines tell of, canonical as far as `relations` (sorted by name) are known, sorted by id.
///
/// Reads what `write_assertion_lines` gives and the lines of others that have no more than the ontology asks for. `file` is the name
/// for messages. Throws `InputError` with line, column and caret.
std::vector<DocumentGraph> parse_assertion_lines(std::string_view text, const std::string& file,
                                                 const std::vector<RelationInfo>& relations);

/// Whether `text` looks like assertion lines rather than a graph in JSON-LD.
bool is_assertion_lines(std::string_view text);

}  // namespace entente
