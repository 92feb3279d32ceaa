#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <map>

#include "entente/query/report.hpp"

namespace entente {

namespace {

/// One difference: what it is about, what happened, how.
struct Change {
  std::string kind, change, name, detail;
};

/// Calls `gained`, `lost` or `both` for the keys of two sorted maps.
template <class Map, class Gained, class Lost, class Both>
void compare(const Map& before, const Map& after, Gained gained, Lost lost, Both both) {
  for (const auto& [key, value] : after)
    if (!before.count(key)) gained(value);
  for (const auto& [key, value] : before) {
    const auto found = after.find(key);
    if (found == after.end())
      lost(value);
    else
      both(value, found->second);
  }
}

void note(std::string& detail, std::string_view what, const std::string& before, const std::string& after) {
  if (before != after)
    detail +=
        fmt::format("{}{} {} -> {}", detail.empty() ? "" : "; ", what, before.empty() ? "none" : before, after.empty() ? "none" : after);
}

std::string entity_change(const Entity& a, const Entity& b) {
  std::string detail;
  note(detail, "name", a.label, b.label);
  note(detail, "type", a.type, b.type);
  note(detail, "Wikidata", a.wikidata, b.wikidata);
  note(detail, "aliases", fmt::format("{}", fmt::join(a.aliases, ", ")), fmt::format("{}", fmt::join(b.aliases, ", ")));
  note(detail, "documents", std::to_string(a.appearances.size()), std::to_string(b.appearances.size()));
  return detail;
}

std::string edge_change(const Edge& a, const Edge& b) {
  std::string detail;
  note(detail, "support", std::to_string(a.support()), std::to_string(b.support()));
  note(detail, "documents", std::to_string(a.documents), std::to_string(b.documents));
  note(detail, "confidence", fmt::format("{:.3f}", a.confidence), fmt::format("{:.3f}", b.confidence));
  note(detail, "asserted", std::to_string(a.modality.asserted), std::to_string(b.modality.asserted));
  note(detail, "possible", std::to_string(a.modality.possible), std::to_string(b.modality.possible));
  note(detail, "first", a.first, b.first);
  note(detail, "last", a.last, b.last);
  return detail;
}

std::map<std::string, EdgeId> edges_by_key(const KnowledgeGraph& graph) {
  std::map<std::string, EdgeId> map;
  for (std::uint32_t i = 0; i < graph.edges.size(); ++i) map.emplace(graph.edges[i].key, EdgeId{i});
  return map;
}

template <class Item, class Key>
std::map<std::string, const Item*> by_key(const std::vector<Item>& items, Key key) {
  std::map<std::string, const Item*> map;
  for (const auto& item : items) map.emplace(item.*key, &item);
  return map;
}

std::vector<Change> changes(const KnowledgeGraph& before, const KnowledgeGraph& after) {
  std::vector<Change> list;
  compare(
      by_key(before.documents, &DocumentRecord::id), by_key(after.documents, &DocumentRecord::id),
      [&](const auto* d) {
        list.push_back({"document", "gained", d->id, d->title});
      },
      [&](const auto* d) {
        list.push_back({"document", "lost", d->id, d->title});
      },
      [&](const auto* a, const auto* b) {
        if (*a != *b) list.push_back({"document", "changed", a->id, a->sha256 == b->sha256 ? "its description" : "its text"});
      });
  compare(
      by_key(before.entities, &Entity::key), by_key(after.entities, &Entity::key),
      [&](const auto* e) {
        list.push_back({"entity", "gained", e->label, e->type});
      },
      [&](const auto* e) {
        list.push_back({"entity", "lost", e->label, e->type});
      },
      [&](const auto* a, const auto* b) {
        if (auto detail = entity_change(*a, *b); !detail.empty()) list.push_back({"entity", "changed", a->label, detail});
      });
  const auto weight = [](const Edge& e) { return fmt::format("support {}, confidence {:.3f}", e.support(), e.confidence); };
  compare(
      edges_by_key(before), edges_by_key(after),
      [&](EdgeId e) {
        list.push_back({"edge", "gained", edge_sentence(after, e), weight(after.edge(e))});
      },
      [&](EdgeId e) {
        list.push_back({"edge", "lost", edge_sentence(before, e), weight(before.edge(e))});
      },
      [&](EdgeId a, EdgeId b) {
        if (auto detail = edge_change(before.edge(a), after.edge(b)); !detail.empty())
          list.push_back({"edge", "changed", edge_sentence(before, a), detail});
      });
  std::stable_sort(list.begin(), list.end(), [](const Change& a, const Change& b) {
    return std::tie(a.kind, a.change, a.name, a.detail) < std::tie(b.kind, b.change, b.name, b.detail);
  });
  return list;
}

}  // namespace

bool write_difference(std::ostream& out, const KnowledgeGraph& before, const KnowledgeGraph& after, std::string_view format) {
  const auto list = changes(before, after);
  QueryResult table;
  table.columns = {"kind", "change", "name", "detail"};
  std::map<std::string, std::size_t> counts;
  for (const auto& change : list) {
    table.rows.push_back({change.kind, change.change, change.name, change.detail});
    ++counts[change.kind + " " + change.change];
    const char mark = change.change == "gained" ? '+' : change.change == "lost" ? '-' : '~';
    if (format == "text")
      fmt::print(out, "{} {} {}{}\n", mark, change.kind, change.name, change.detail.empty() ? "" : " (" + change.detail + ")");
  }
  if (format != "text") {
    write_table(out, table, format);
  } else {
    std::string summary;
    for (const auto& [what, count] : counts) summary += fmt::format("{}{} {}", summary.empty() ? "" : ", ", count, what);
    fmt::print(out, "{}\n", summary.empty() ? "the graphs are equal" : summary);
  }
  return !list.empty();
}

}  // namespace entente
