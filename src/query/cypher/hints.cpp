#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "entente/base/fold.hpp"
#include "entente/query/cypher.hpp"
#include "query/cypher/parser.hpp"

namespace entente {

namespace {

/// Adds a sentence about `name` to `hints` if it is none of `known`.
void check(const std::string& name, const std::vector<std::string>& known, std::string_view kind, std::set<std::string>& hints) {
  if (std::find(known.begin(), known.end(), name) != known.end()) return;
  auto text = fmt::format("the graph has no {} {}", kind, name);
  std::size_t least = 4;
  const std::string* best = nullptr;
  for (const auto& candidate : known)
    if (const auto distance = edit_distance(fold(name), fold(candidate)); distance < least) {
      least = distance;
      best = &candidate;
    }
  hints.insert(best ? fmt::format("{}; did you mean {}?", text, *best) : text);
}

}  // namespace

std::vector<std::string> unknown_names(const PropertyGraph& graph, std::string_view text) {
  std::set<std::string> hints;
  for (const auto& clause : cypher::parse(text).clauses)
    for (const auto& pattern : clause.patterns) {
      for (const auto& node : pattern.nodes)
        for (const auto& group : node.labels)
          for (const auto& label : group) check(label, graph.label_names(), "label", hints);
      for (const auto& relationship : pattern.relationships)
        for (const auto& type : relationship.types) check(type, graph.type_names(), "relationship type", hints);
    }
  return {hints.begin(), hints.end()};
}

}  // namespace entente
