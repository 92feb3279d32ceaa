#include <fmt/format.h>
#include <fmt/ostream.h>

#include <set>

#include "entente/query/explanation.hpp"

namespace entente {

namespace {

struct Surroundings {
  const KnowledgeGraph& graph;
  const GraphIndex& index;
  const EdgeMask& mask;
  bool directed;
};

std::string sign_text(const KnowledgeGraph& graph, const EntityPath& path) {
  std::string text;
  for (const auto edge : path.edges) {
    const int sign = edge_sign(graph, edge);
    text += fmt::format("{}{}", text.empty() ? "" : " x ", sign > 0 ? "cooperation" : sign < 0 ? "conflict" : "neutral");
  }
  const int product = path_sign(graph, path);
  return fmt::format("{} = {}", text, product > 0 ? "on one side (+)" : product < 0 ? "on opposite sides (-)" : "no sign");
}

void write_text(std::ostream& out, const Surroundings& in, const std::vector<EntityPath>& paths, bool sign) {
  for (std::size_t n = 0; n < paths.size(); ++n) {
    const auto& path = paths[n];
    std::string names;
    for (const auto id : path.entities) names += (names.empty() ? "" : " - ") + in.graph.entity(id).label;
    fmt::print(out, "{}{}. {} ({} hop{}, cost {:.3g})\n", n ? "\n" : "", n + 1, names, path.edges.size(), path.edges.size() == 1 ? "" : "s",
               path.cost);
    if (sign) fmt::print(out, "   {}\n", sign_text(in.graph, path));
    for (std::size_t i = 0; i < path.edges.size(); ++i) {
      write_edge(out, in.graph, path.edges[i], path.entities[i], "   ");
      std::string others;
      for (const auto edge : edges_between(in.graph, in.index, in.mask, path.entities[i], path.entities[i + 1], in.directed))
        if (edge != path.edges[i]) others += (others.empty() ? "" : "; ") + edge_sentence(in.graph, edge);
      if (!others.empty()) fmt::print(out, "       also: {}\n", others);
    }
  }
}

/// One row a path, hops nested.
QueryResult nested(const Surroundings& in, const std::vector<EntityPath>& paths, bool sign) {
  QueryResult table;
  table.columns = {"path", "cost", "entities", "hops"};
  if (sign) table.columns.push_back("sign");
  for (std::size_t n = 0; n < paths.size(); ++n) {
    ValueList entities, hops;
    for (const auto id : paths[n].entities) entities.emplace_back(in.graph.entity(id).label);
    for (std::size_t i = 0; i < paths[n].edges.size(); ++i) {
      auto hop = edge_map(in.graph, paths[n].edges[i]);
      map_set(hop, "direction", in.graph.edge(paths[n].edges[i]).source == paths[n].entities[i] ? "forward" : "backward");
      ValueList others;
      for (const auto edge : edges_between(in.graph, in.index, in.mask, paths[n].entities[i], paths[n].entities[i + 1], in.directed))
        if (edge != paths[n].edges[i]) others.emplace_back(edge_sentence(in.graph, edge));
      map_set(hop, "also", others);
      hops.emplace_back(std::move(hop));
    }
    table.rows.push_back({static_cast<std::int64_t>(n + 1), paths[n].cost, entities, hops});
    if (sign) table.rows.back().emplace_back(static_cast<std::int64_t>(path_sign(in.graph, paths[n])));
  }
  return table;
}

/// One row a hop.
QueryResult flat(const Surroundings& in, const std::vector<EntityPath>& paths) {
  QueryResult table;
  for (std::size_t n = 0; n < paths.size(); ++n) {
    const auto hops = edge_table(in.graph, paths[n].edges);
    if (n == 0) {
      table.columns = {"path", "hop", "from", "to"};
      table.columns.insert(table.columns.end(), hops.columns.begin(), hops.columns.end());
    }
    for (std::size_t i = 0; i < hops.rows.size(); ++i) {
      table.rows.push_back({static_cast<std::int64_t>(n + 1), static_cast<std::int64_t>(i + 1), in.graph.entity(paths[n].entities[i]).label,
                            in.graph.entity(paths[n].entities[i + 1]).label});
      table.rows.back().insert(table.rows.back().end(), hops.rows[i].begin(), hops.rows[i].end());
    }
  }
  return table;
}

}  // namespace

void write_paths(std::ostream& out, const KnowledgeGraph& graph, const GraphIndex& index, const EdgeMask& mask,
                 const std::vector<EntityPath>& paths, bool directed, const PathReport& report) {
  const Surroundings in{graph, index, mask, directed};
  if (report.format == "text") return write_text(out, in, paths, report.sign);
  if (report.format == "csv") return write_table(out, flat(in, paths), "csv");
  if (report.format != "dot") return write_table(out, nested(in, paths, report.sign), report.format);
  std::set<EdgeId> edges;
  for (const auto& path : paths) edges.insert(path.edges.begin(), path.edges.end());
  write_dot(out, graph, {edges.begin(), edges.end()});
}

}  // namespace entente
