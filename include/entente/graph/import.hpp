// Taking over graphs that others wrote or changed.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/diagnostics.hpp"
#include "entente/graph/knowledge_graph.hpp"

namespace entente {

/// Builds a graph from `text`: a graph in JSON-LD, also one edited by hand, or assertion lines. All that follows from the documents'
/// contributions (labels, keys, merges, sums) is computed anew.
///
/// `relations` are those that assertion lines may use, sorted by name; a graph brings its own. `rules` are added to those of the
/// graph. Throws `InputError` with place and caret, `SchemaError` for unknown relations, `UsageError` for contradictory rules.
KnowledgeGraph import_text(std::string_view text, const std::string& file, const std::vector<RelationInfo>& relations,
                           const MergeRules& rules, Diagnostics& diagnostics);

/// The same for a file; "-" is standard input.
KnowledgeGraph import_file(const std::filesystem::path& path, const std::vector<RelationInfo>& relations, const MergeRules& rules,
                           Diagnostics& diagnostics);

}  // namespace entente
