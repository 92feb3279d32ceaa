// The project's own file format: JSON-LD (valid in 1.0 and 1.1), one object a line, that holds a whole graph.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/file.hpp"
#include "entente/graph/knowledge_graph.hpp"

namespace entente {

/// Writes the graph as a stream: equal graphs give equal bytes.
///
/// `@graph` lists documents, relations, entities and edges. An entity carries its appearances, one a document, and plain triples
/// "rel:opposes" for the edges that are `stated_as_fact`; an edge is an rdf:Statement with its evidence nested. Evidence carries the
/// Web Annotation terms exact, start and end itself, without an oa:Selector between. Offsets are Unicode code points of the source.
void write_json_ld(const KnowledgeGraph& graph, std::ostream& out);

/// The same as a text.
std::string to_json_ld(const KnowledgeGraph& graph);

/// The inlined "@context" as JSON text: terms, prefixes below the graph's base, one line for each type and relation in use.
std::string json_ld_context(const KnowledgeGraph& graph);

/// How much of the evidence to read. `without_evidence_text` leaves its texts and `by` empty, which saves most of the memory.
/// `structure` leaves edges without evidence and entities without appearances: enough to search for paths, in half the time. What is
/// not read is not checked either.
enum class ReadDetail : std::uint8_t { all, without_evidence_text, structure };

/// Reads what `write_json_ld` wrote; white space and the order of members and objects may differ.
///
/// Throws `InputError` with file, line, column and a caret for all else. `file` is the name for messages.
KnowledgeGraph parse_json_ld(std::string_view text, const std::string& file, ReadDetail detail = ReadDetail::all);

/// The graph in a file; "-" is standard input.
KnowledgeGraph read_graph(const std::filesystem::path& path, ReadDetail detail = ReadDetail::all);

/// Writes the graph to a file through `write_file`.
void write_graph(const std::filesystem::path& path, const KnowledgeGraph& graph);

/// Bytes [begin, end) of a file.
struct ByteRange {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

/// A graph whose evidence texts stay in the file until they are asked for.
class GraphFile {
 public:
  /// Throws `InputError` as `read_graph` does.
  explicit GraphFile(const std::filesystem::path& path, ReadDetail detail = ReadDetail::without_evidence_text);

  /// The graph, read in the detail asked for.
  const KnowledgeGraph& graph() const { return graph_; }
  /// The edge with all texts of its evidence.
  Edge edge(EdgeId id) const;
  /// Puts `edge(id)` in its place in the graph.
  void complete(EdgeId id) { graph_.edges[id.value] = edge(id); }

 private:
  std::string name_;
  ReadDetail detail_;
  MappedFile file_;
  KnowledgeGraph graph_;
  std::vector<ByteRange> ranges_;  // of the edges' objects in the file
};

}  // namespace entente
