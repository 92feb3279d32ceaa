#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/query/report.hpp"

namespace entente {

std::vector<std::vector<EntityId>> neighbourhood(const GraphIndex& index, const EdgeMask& mask, EntityId from, std::size_t hops,
                                                 bool directed) {
  std::vector<std::vector<EntityId>> rings{{from}};
  std::vector<char> seen(index.entity_count());
  seen[from.value] = 1;
  while (rings.size() <= hops) {
    std::vector<EntityId> ring;
    for (const auto id : rings.back())
      for (const auto& arc : index.arcs(id)) {
        if (seen[arc.neighbour.value] || !mask.allows(arc.edge) || !mask.allows(arc.neighbour) || (directed && !arc.leaves)) continue;
        seen[arc.neighbour.value] = 1;
        ring.push_back(arc.neighbour);
      }
    if (ring.empty()) break;
    std::sort(ring.begin(), ring.end());
    rings.push_back(std::move(ring));
  }
  return rings;
}

void write_rings(std::ostream& out, const KnowledgeGraph& graph, const std::vector<std::vector<EntityId>>& rings, std::string_view format) {
  if (format == "dot") throw UsageError("a neighbourhood of several hops cannot be written as dot; take csv, json, jsonl or text");
  QueryResult table{{"hops", "entity", "type", "id"}, {}};
  for (std::size_t hops = 1; hops < rings.size(); ++hops) {
    if (format == "text") fmt::print(out, "{}{} hop{} away: {}\n", hops > 1 ? "\n" : "", hops, hops > 1 ? "s" : "", rings[hops].size());
    for (const auto id : rings[hops]) {
      const auto& entity = graph.entity(id);
      if (format == "text") fmt::print(out, "  {} ({})\n", entity.label, entity.type);
      table.rows.push_back({static_cast<std::int64_t>(hops), entity.label, entity.type, entity.key});
    }
  }
  if (format != "text") write_table(out, table, format);
}

}  // namespace entente
