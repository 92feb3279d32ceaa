#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <map>

#include "entente/query/report.hpp"
#include "query/output_text.hpp"

namespace entente {

namespace {

std::int64_t whole(std::size_t number) { return static_cast<std::int64_t>(number); }

const char* sign_word(int sign) { return sign > 0 ? "cooperation" : "conflict"; }

QueryResult triad_table(const KnowledgeGraph& graph, const Balance& balance, std::size_t limit) {
  QueryResult table;
  table.columns = {"a", "b", "c", "ab", "ac", "bc", "balanced"};
  for (std::size_t i = 0; i < balance.triads.size() && i < limit; ++i) {
    const auto& triad = balance.triads[i];
    std::vector<Value> row;
    for (const auto id : triad.entities) row.emplace_back(graph.entity(id).label);
    for (const int sign : triad.signs) row.emplace_back(sign_word(sign));
    row.emplace_back(triad.balanced());
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// Rows of name and count, the counts of a map.
void add_counts(QueryResult& table, const std::string& what, const std::map<std::string, std::size_t>& counts) {
  for (const auto& [name, count] : counts) table.rows.push_back({what, name, whole(count)});
}

}  // namespace

void write_ranking(std::ostream& out, const KnowledgeGraph& graph, const std::vector<Ranked>& ranking, Measure measure,
                   std::string_view format) {
  QueryResult table;
  table.columns = {"rank", "entity", "type", "score"};
  std::size_t width = 0;
  for (std::size_t i = 0; i < ranking.size(); ++i) {
    const auto& entity = graph.entity(ranking[i].entity);
    width = std::max(width, display_width(entity.label));
    table.rows.push_back({whole(i + 1), entity.label, entity.type, ranking[i].score});
  }
  if (format != "text") return write_table(out, table, format);
  const int decimals = measure == Measure::degree ? 0 : measure == Measure::page_rank ? 5 : 1;
  for (std::size_t i = 0; i < ranking.size(); ++i) {
    const auto& entity = graph.entity(ranking[i].entity);
    fmt::print(out, "{:>4}. {}  {:<14} {:>10.{}f}\n", i + 1, padded(entity.label, width), entity.type, ranking[i].score, decimals);
  }
}

void write_groups(std::ostream& out, const KnowledgeGraph& graph, const Groups& groups, std::string_view what, std::string_view format) {
  QueryResult table;
  table.columns = {std::string(what), "size", "members"};
  for (std::size_t i = 0; i < groups.size(); ++i) {
    ValueList members;
    for (const auto id : groups[i]) members.emplace_back(graph.entity(id).label);
    if (format == "text") {
      std::string names;
      for (const auto& member : members) names += (names.empty() ? "" : ", ") + *member.as<std::string>();
      fmt::print(out, "{} {} ({}): {}\n", what, i + 1, groups[i].size(), names);
    }
    table.rows.push_back({whole(i + 1), whole(groups[i].size()), std::move(members)});
  }
  if (format != "text") write_table(out, table, format);
}

void write_balance(std::ostream& out, const KnowledgeGraph& graph, const Balance& balance, std::size_t limit, std::string_view format) {
  if (format != "text") return write_table(out, triad_table(graph, balance, limit), format);
  fmt::print(out, "{} balanced and {} unbalanced triads\n", balance.balanced, balance.unbalanced);
  if (balance.unbalanced) fmt::print(out, "\nunbalanced\n");
  for (std::size_t i = 0; i < balance.unbalanced && i < limit; ++i) {
    const auto& t = balance.triads[i];
    fmt::print(out, "  {0} - {1} {3}; {0} - {2} {4}; {1} - {2} {5}\n", graph.entity(t.entities[0]).label, graph.entity(t.entities[1]).label,
               graph.entity(t.entities[2]).label, sign_word(t.signs[0]), sign_word(t.signs[1]), sign_word(t.signs[2]));
  }
  if (balance.unbalanced > limit) fmt::print(out, "  and {} more\n", balance.unbalanced - limit);
  if (!balance.pairs.empty()) fmt::print(out, "\npairs that strain the structure\n");
  for (std::size_t i = 0; i < balance.pairs.size() && i < limit; ++i) {
    const auto& pair = balance.pairs[i];
    fmt::print(out, "  {} - {} ({}): in {} unbalanced, {} balanced triads\n", graph.entity(pair.first).label,
               graph.entity(pair.second).label, sign_word(pair.sign), pair.unbalanced, pair.balanced);
  }
}

void write_statistics(std::ostream& out, const KnowledgeGraph& graph, const EdgeMask& mask, std::string_view format) {
  QueryResult table;
  table.columns = {"what", "name", "count"};
  std::map<std::string, std::size_t> types, families, relations, modalities, rules;
  std::size_t edges = 0, assertions = 0, attributed = 0, negated = 0;
  std::string first, last;
  for (const auto& entity : graph.entities) ++types[entity.type];
  for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
    const auto& edge = graph.edges[i];
    if (!mask.allows(EdgeId{i})) continue;
    ++edges;
    ++families[graph.relation(edge.relation).family];
    ++relations[graph.relation(edge.relation).name];
    negated += edge.negated;
    assertions += edge.support();
    if (!edge.first.empty() && (first.empty() || edge.first < first)) first = edge.first;
    last = std::max(last, edge.last);
    for (const auto& evidence : edge.evidence) {
      ++modalities[std::string(to_string(evidence.modality))];
      ++rules[evidence.by.substr(0, evidence.by.find(':'))];
      attributed += evidence.attributed_to.valid();
    }
  }
  add_counts(table, "graph",
             {{"documents", graph.documents.size()},
              {"entities", graph.entities.size()},
              {"edges", edges},
              {"negated edges", negated},
              {"assertions", assertions},
              {"attributed assertions", attributed}});
  add_counts(table, "entities of type", types);
  add_counts(table, "edges of family", families);
  add_counts(table, "edges of relation", relations);
  add_counts(table, "assertions", modalities);
  add_counts(table, "assertions read by", rules);
  if (format != "text") return write_table(out, table, format);
  std::string part;
  for (const auto& row : table.rows) {
    if (*row[0].as<std::string>() != part) fmt::print(out, "{}\n", part = *row[0].as<std::string>());
    fmt::print(out, "  {:<24} {:>8}\n", *row[1].as<std::string>(), *row[2].as<std::int64_t>());
  }
  if (!first.empty()) fmt::print(out, "dates from {} to {}\n", first, last);
}

}  // namespace entente
