#include "entente/graph/import.hpp"

#include "entente/base/file.hpp"
#include "entente/graph/assertion_lines.hpp"
#include "entente/graph/merge.hpp"
#include "graph/json_ld_reader.hpp"

namespace entente {

KnowledgeGraph import_text(std::string_view text, const std::string& file, const std::vector<RelationInfo>& relations,
                           const MergeRules& rules, Diagnostics& diagnostics) {
  if (is_assertion_lines(text)) return merge(parse_assertion_lines(text, file, relations), relations, diagnostics, rules);
  auto own = parse_own_layout(text, ReadDetail::all);
  const auto graph = own ? std::move(own->graph) : parse_any_layout(text, file, ReadDetail::all, Integrity::as_found).graph;
  auto merged = merge(split(graph), graph.relations, diagnostics, unite(graph.rules, rules));
  merged.base = graph.base;
  return merged;
}

KnowledgeGraph import_file(const std::filesystem::path& path, const std::vector<RelationInfo>& relations, const MergeRules& rules,
                           Diagnostics& diagnostics) {
  if (path == "-") return import_text(read_standard_input(), "standard input", relations, rules, diagnostics);
  const MappedFile file(path);
  return import_text(file.bytes(), path.string(), relations, rules, diagnostics);
}

}  // namespace entente
