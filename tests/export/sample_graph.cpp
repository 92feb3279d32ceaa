#include "export/sample_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <set>
#include <tuple>

#include "graph/edge_sum.hpp"

namespace entente {

namespace {

Entity entity(std::string key, std::string label, std::string type, std::string wikidata, std::vector<std::string> aliases,
              const std::vector<std::uint32_t>& documents) {
  Entity e;
  e.key = std::move(key);
  e.label = label;
  e.type = type;
  e.wikidata = wikidata;
  e.aliases = aliases;
  for (const auto document : documents) e.appearances.push_back({{document}, {label, type, e.key, wikidata, aliases}});
  return e;
}

EdgeEvidence evidence(std::uint32_t document, Modality modality, std::string source, std::string trigger, std::string target,
                      std::string time, double confidence) {
  EdgeEvidence e;
  e.document.value = document;
  e.modality = modality;
  e.time = std::move(time);
  e.sentence_text = source + " " + trigger + " " + target + ".";
  const auto a = static_cast<std::uint32_t>(source.size()), b = static_cast<std::uint32_t>(a + 1 + trigger.size());
  e.sentence = {100, 100 + static_cast<std::uint32_t>(e.sentence_text.size())};
  e.source_mention = {100, 100 + a};
  e.trigger = {101 + a, 100 + b};
  e.target_mention = {101 + b, 100 + static_cast<std::uint32_t>(e.sentence_text.size()) - 1};
  e.source_text = std::move(source);
  e.trigger_text = std::move(trigger);
  e.target_text = std::move(target);
  e.confidence = confidence;
  e.by = "syntax:test";
  return e;
}

Edge edge(std::string key, std::uint32_t source, std::uint32_t relation, std::uint32_t target, std::vector<EdgeEvidence> list) {
  Edge e;
  e.key = std::move(key);
  e.source.value = source;
  e.relation.value = relation;
  e.target.value = target;
  std::set<std::uint32_t> documents;
  double doubt = 1;
  for (const auto& item : list) {
    documents.insert(item.document.value);
    doubt *= 1 - item.confidence;
    ++(item.modality == Modality::asserted   ? e.modality.asserted
       : item.modality == Modality::possible ? e.modality.possible
                                             : e.modality.negated);
    const std::string time = !item.time.empty() ? item.time : item.document.value == 0 ? "2016-12-15" : "2017-03-02";
    if (e.first.empty() || time < e.first) e.first = time;
    if (time > e.last) e.last = time;
  }
  e.negated = e.modality.negated > 0;
  e.documents = static_cast<std::uint32_t>(documents.size());
  e.confidence = std::min(0.99, 1 - doubt);
  e.evidence = std::move(list);
  return e;
}

std::vector<RelationInfo> relations() {
  return {{"cooperates_with", "cooperation", "cooperates with", "COOPERATE", true},
          {"disputes_with", "conflict", "disputes with", "", true},
          {"fears", "perception", "is feared by", "", false},
          {"hosts", "capability", "is hosted by", "", false},
          {"opposes", "conflict", "is opposed by", "REJECT", false},
          {"part_of", "structure", "has part", "", false}};
}

}  // namespace

KnowledgeGraph sample_graph() {
  KnowledgeGraph graph;
  graph.documents = {
      {"harbour-talks", "Talks at the harbour & beyond", "A. Writer", "2016-12-15", "https://example.org/a?x=1&y=\"2\"", "en", "aa11", 12},
      {"second-look", "A second look", "", "2017-03-02", "", "en", "bb22", 7}};
  graph.relations = relations();
  graph.entities = {entity("aegis-ashore", "Aegis Ashore", "WeaponSystem", "", {"the \"shield\""}, {0, 1}),
                    entity("japan", "Japan", "State", "Q17", {"Tokyo"}, {0, 1}),
                    entity("kuril-islands", "Kuril Islands", "Territory", "Q26813", {"Northern Territories", "South Kurils"}, {0}),
                    entity("russia", "Russia", "State", "Q159", {"Moscow", "Россия"}, {0, 1}),
                    entity("sergei-lavrov", "Sergei Lavrov", "Person", "", {"Lavrov"}, {1}),
                    entity("united-states", "United States", "State", "Q30", {"Washington"}, {0, 1}),
                    entity("west", "the West", "Group", "", {}, {1})};
  auto reported = evidence(1, Modality::asserted, "Moscow", "objects to", "Aegis Ashore", "2017-03-01", 0.8);
  reported.attributed_to.value = 4;
  graph.edges = {
      edge("00000000000000a1", 1, 0, 5, {evidence(0, Modality::asserted, "Japan", "trains with", "the United States", "", 0.9)}),
      edge("00000000000000a2", 1, 1, 3, {evidence(0, Modality::asserted, "Tokyo", "still quarrels with", "Moscow", "2016", 0.7)}),
      edge("00000000000000a3", 1, 3, 0, {evidence(1, Modality::possible, "Japan", "may host", "Aegis Ashore", "", 0.6)}),
      edge("00000000000000a4", 2, 5, 1, {evidence(0, Modality::negated, "The islands", "are not part of", "Japan", "", 0.5)}),
      edge("00000000000000a5", 3, 2, 0, {evidence(0, Modality::asserted, "Russia", "fears", "Aegis Ashore", "", 0.75)}),
      edge("00000000000000a6", 3, 4, 0, {evidence(0, Modality::asserted, "Russia", "opposes", "Aegis Ashore", "", 0.9), reported})};
  return graph;
}

KnowledgeGraph in_order(KnowledgeGraph graph) {
  for (auto& edge : graph.edges) {
    edge.key = edge_key(graph.entity(edge.source).key, graph.relation(edge.relation).name, graph.entity(edge.target).key, edge.negated);
    std::sort(edge.evidence.begin(), edge.evidence.end());
    summarise(edge, graph.documents);
  }
  std::sort(graph.edges.begin(), graph.edges.end(), [](const Edge& a, const Edge& b) {
    return std::tie(a.source, a.relation, a.target, a.negated) < std::tie(b.source, b.relation, b.target, b.negated);
  });
  return graph;
}

KnowledgeGraph graph_of_names(const std::vector<std::string>& names) {
  KnowledgeGraph graph;
  graph.documents = {{"d", "title", "", "2020-01-01", "", "en", "00", 1}};
  graph.relations = relations();
  for (std::size_t i = 0; i < names.size(); ++i)
    graph.entities.push_back(entity(fmt::format("n{:05}", i), names[i], "State", "", {names[i]}, {0}));
  for (std::uint32_t i = 0; i + 1 < names.size(); ++i) {
    auto said = evidence(0, Modality::asserted, "a", "opposes", "b", "", 0.5);
    said.sentence_text = names[i];
    graph.edges.push_back(edge(fmt::format("{:016x}", i), i, 4, i + 1, {said}));
  }
  return graph;
}

std::vector<std::string> hostile_names() {
  using namespace std::string_literals;
  return {"",
          " padded ",
          "\"",
          "\"\"",
          "'",
          "trailing \\",
          "\\\"",
          "\\\\",
          "\\N \\G \\l \\r",
          "two\nlines",
          "carriage\rreturn",
          "both\r\nends",
          "tab\there",
          "next line\xC2\x85",
          "line\xE2\x80\xA8separator",
          "paragraph\xE2\x80\xA9separator",
          "\xEF\xBB\xBF",
          "inside \xEF\xBB\xBF mark",
          "-.",
          "]]>",
          "<!-- --> <![CDATA[",
          "</script><script>alert(1)</script>",
          "\\u0060`); MATCH (n) DETACH DELETE n //",
          "nul \0 byte"s,
          "bell \a escape \x1B unit \x1F delete \x7F",
          "lone surrogate \xED\xA0\x80 bytes",
          "truncated \xE2\x82",
          "not utf-8 \xFF\xFE",
          "\xEF\xBF\xBE \xEF\xBF\xBF",
          "&amp; &lt; &#65; & &",
          "<b>bold</b>",
          "=1+1",
          "+1",
          "-1",
          "@SUM(A1)",
          "a,b;c|d",
          "null",
          "NULL",
          "INF",
          "NaN",
          "true",
          "{\"json\":[1]}",
          "${jndi:x} {{x}} %s %n",
          "right-to-left \xE2\x80\xAE mark \xE2\x80\x8F",
          "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
          "\xE5\x8C\x97\xE6\x96\xB9\xE9\xA0\x98\xE5\x9C\x9F",
          "astral \xF0\x9F\x98\x80",
          "combining e\xCC\x81",
          "node",
          "graph",
          std::string(100'000, 'x')};
}

KnowledgeGraph random_graph(std::size_t nodes, std::size_t edges) {
  static const std::vector<std::string> types = {"State", "Organization", "Person", "Territory", "WeaponSystem",
                                                 "Event", "Agreement",    "Group",  "Programme"};
  static const std::vector<std::string> first = {"North", "East", "New", "Great", "Upper", "Old", "Green", "Iron", "Port", "Saint"};
  static const std::vector<std::string> second = {"land", "haven", "bridge", "mark", "ford", "stan", "burg", "ville", "stead", "moor"};
  KnowledgeGraph graph;
  std::mt19937 random(42);
  graph.documents = {{"one", "First report", "", "2016-12-15", "https://example.org/one", "en", "aa", 100},
                     {"two", "Second report", "", "2017-03-02", "", "en", "bb", 100}};
  graph.relations = relations();
  for (std::size_t i = 0; i < nodes; ++i) {
    const auto label = first[i % 10] + second[(i / 10) % 10] + (i >= 100 ? fmt::format(" {}", i / 100) : "");
    graph.entities.push_back(entity(fmt::format("a{:06}", i), label, types[random() % types.size()], "", {}, {0, 1}));
  }
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> seen;
  const auto pick = [&] {  // squaring makes hubs of the first ones
    const double x = static_cast<double>(random()) / 4294967296.0;
    return static_cast<std::uint32_t>(x * x * x * static_cast<double>(nodes));
  };
  while (seen.size() < edges) {
    auto a = pick(), b = static_cast<std::uint32_t>(random() % nodes);
    const auto relation = static_cast<std::uint32_t>(random() % 6);
    if (a == b) continue;
    if (relation < 2 && a > b) std::swap(a, b);
    seen.emplace(a, relation, b);
  }
  std::size_t count = 0;
  for (const auto& [a, relation, b] : seen) {
    std::vector<EdgeEvidence> list;
    const auto support = 1 + (random() % 16 == 0 ? random() % 12 : random() % 2);
    const auto modality = random() % 8 == 0 ? Modality::negated : random() % 5 == 0 ? Modality::possible : Modality::asserted;
    for (std::size_t i = 0; i < support; ++i)
      list.push_back(
          evidence(i % 2, modality, graph.entities[a].label, "is said to stand in some way to", graph.entities[b].label, "", 0.6));
    std::stable_sort(list.begin(), list.end());
    graph.edges.push_back(edge(fmt::format("{:016x}", count++), a, relation, b, std::move(list)));
  }
  return graph;
}

}  // namespace entente
