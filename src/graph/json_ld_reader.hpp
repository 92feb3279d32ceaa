// The two readers of the file format: one for exactly what the writer gives, one for everything that means the same.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/graph/json_ld.hpp"

namespace entente {

/// A graph and where in the text its edges stand.
struct ParsedGraph {
  KnowledgeGraph graph;
  std::vector<ByteRange> edge_ranges;
};

/// Whether evidence must still be what it was when its id was made of it. `apart`: nor need entities have the appearances that it
/// names, which a graph read as `structure` lacks.
enum class Integrity : std::uint8_t { verified, as_found, apart };

/// Reads any layout of the format. Throws `InputError` with place and caret.
ParsedGraph parse_any_layout(std::string_view text, const std::string& file, ReadDetail detail, Integrity integrity = Integrity::verified);

/// Reads the layout of the writer; nothing if `text` departs from it in any way.
std::optional<ParsedGraph> parse_own_layout(std::string_view text, ReadDetail detail);

/// The first of these if it can, else the other.
ParsedGraph parse_graph_text(std::string_view text, const std::string& file, ReadDetail detail);

/// The edge whose object fills `range`, with all its texts.
Edge parse_one_edge(std::string_view text, const std::string& file, ByteRange range, const KnowledgeGraph& graph, Integrity integrity);

/// Positions by name in sorted vectors.
std::optional<DocumentId> find_document(const KnowledgeGraph& graph, std::string_view id);
std::optional<RelationId> find_relation(const KnowledgeGraph& graph, std::string_view name);

}  // namespace entente
