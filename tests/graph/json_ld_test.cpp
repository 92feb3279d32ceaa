#include "entente/graph/json_ld.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <random>

#include "entente/base/error.hpp"
#include "entente/graph/import.hpp"
#include "entente/graph/iri.hpp"
#include "entente/graph/merge.hpp"
#include "graph/json_ld_reader.hpp"
#include "graph/random_graph.hpp"

using namespace entente;

namespace {

KnowledgeGraph small_graph() {
  DocumentGraph d;
  d.document = {"d 1", "A title", "", "2020-05-01", "", "en", "ab12", 3};
  d.entities = {{"Japan", "State", "japan", "Q17", {"Tokyo"}}, {"Aegis Ashore", "WeaponSystem", "", "", {}}};
  Assertion a;
  a.source = {0};
  a.target = {1};
  a.relation = "opposes";
  a.sentence = {10, 40};
  a.sentence_text = "Tokyo said no to Aegis Ashore.";
  a.confidence = 0.5;
  a.by = "test";
  auto possible = a;
  possible.modality = Modality::possible;
  possible.confidence = 0.9;
  d.assertions = {a, possible};
  Diagnostics diagnostics;
  return merge({d}, test::random_relations(), diagnostics);
}

std::string without(std::string text, std::string_view part) {
  const auto at = text.find(part);
  REQUIRE(at != std::string::npos);
  return text.erase(at, part.size());
}

std::string replaced(std::string text, std::string_view part, std::string_view by) {
  const auto at = text.find(part);
  REQUIRE(at != std::string::npos);
  return text.replace(at, part.size(), by);
}

std::string error_of(const std::string& text) {
  try {
    parse_json_ld(text, "g.jsonld");
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

/// `json` with white space between all its tokens.
std::string spread(const std::string& json) {
  std::string result;
  bool inside = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    result += json[i];
    if (json[i] == '\\' && inside)
      result += json[++i];
    else if (json[i] == '"')
      inside = !inside;
    if (!inside && std::string_view("{[,:").find(json[i]) != std::string_view::npos) result += "\n  ";
  }
  return result;
}

}  // namespace

TEST_CASE("the file has one object a line, types first", "[graph]") {
  const auto text = to_json_ld(small_graph());
  CHECK(text.find("\n{\"@type\":\"Document\",\"@id\":\"doc:d%201\",\"title\":\"A title\",\"published\":\"2020-05-01\",\"language\":\"en\","
                  "\"sha256\":\"ab12\",\"sentences\":3},\n") != std::string::npos);
  CHECK(text.find("\n{\"@type\":\"State\",\"@id\":\"ent:japan\",\"name\":\"Japan\",\"alias\":[\"Tokyo\"],\"wikidata\":\"Q17\",\"sameAs\":"
                  "\"wd:Q17\",") != std::string::npos);
  CHECK(text.find(",\"rel:opposes\":[\"ent:aegis-ashore\"]}") != std::string::npos);
  CHECK(text.find(
            "\"confidence\":0.9,\"mentions\":2,\"documentCount\":1,\"asserted\":1,\"possible\":1,\"negated\":0,\"since\":\"2020-05-01\"") !=
        std::string::npos);
  CHECK(text.find("@version") == std::string::npos);
}

TEST_CASE("a plain triple is written only for what is told as a fact", "[graph]") {
  auto graph = small_graph();
  graph.edges[0].evidence.erase(graph.edges[0].evidence.begin());  // leaves the possible one
  CHECK(to_json_ld(graph).find("\"rel:opposes\":[") == std::string::npos);
}

TEST_CASE("node types that are terms of the format keep their names", "[graph]") {
  for (const std::string type : {"Edge", "name", "", "a b", "node:x", "State", "Ünion", "kg"}) CHECK(type_of_term(type_term(type)) == type);
  CHECK(type_term("State") == "State");
  CHECK(type_term("Document") == "node:Document");
}

TEST_CASE("segments of IRIs hold any text", "[graph]") {
  for (const auto& text : test::hostile_strings()) {
    const auto segment = encode_segment(text);
    CHECK(decode_segment(segment) == text);
    CHECK(segment.find_first_of("/ <>\"\\{}|^`#?:") == std::string::npos);
    CHECK(segment != "..");
  }
}

TEST_CASE("both readers agree on the writer's layout", "[graph]") {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const auto bytes = to_json_ld(test::random_graph(seed));
    for (const auto detail : {ReadDetail::all, ReadDetail::without_evidence_text, ReadDetail::structure}) {
      const auto fast = parse_own_layout(bytes, detail);
      REQUIRE(fast);
      const auto any = parse_any_layout(bytes, "g", detail);
      REQUIRE(fast->graph == any.graph);
      REQUIRE(fast->edge_ranges.size() == any.edge_ranges.size());
      for (std::size_t i = 0; i < any.edge_ranges.size(); ++i) REQUIRE(fast->edge_ranges[i].begin == any.edge_ranges[i].begin);
    }
  }
}

TEST_CASE("white space in a graph file does not matter", "[graph]") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const auto graph = test::random_graph(seed);
    REQUIRE(parse_json_ld(spread(to_json_ld(graph)), "g") == graph);
  }
}

TEST_CASE("the order of objects in a graph file does not matter", "[graph]") {
  const auto bytes = to_json_ld(small_graph());
  const auto at = bytes.find("{\"@type\":\"Edge\"");
  const auto end = bytes.find("\n]}");
  const auto edge = bytes.substr(at, end - at);
  const auto moved = replaced(bytes.substr(0, at - 2) + bytes.substr(end), "\"@graph\":[\n", "\"@graph\":[\n" + edge + ",\n");
  CHECK(parse_json_ld(moved, "g") == small_graph());
}

TEST_CASE("evidence texts can stay in the file until they are asked for", "[graph]") {
  const auto path = std::filesystem::temp_directory_path() / "entente-graph-file-test.jsonld";
  const auto graph = test::random_graph(5);
  write_graph(path, graph);
  const GraphFile file(path);
  REQUIRE(file.graph().edges.size() == graph.edges.size());
  for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
    CHECK(file.graph().edges[i].confidence == graph.edges[i].confidence);
    CHECK(file.graph().edges[i].evidence[0].sentence_text.empty());
    CHECK(file.edge({i}) == graph.edges[i]);
  }
  std::filesystem::remove(path);
}

TEST_CASE("the structure of a graph file lacks evidence and appearances alone", "[graph]") {
  const auto path = std::filesystem::temp_directory_path() / "entente-structure-test.jsonld";
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const auto graph = test::random_graph(seed);
    write_graph(path, graph);
    auto bare = graph;
    for (auto& entity : bare.entities) entity.appearances.clear();
    for (auto* edges : {&bare.edges, &bare.loops})
      for (auto& edge : *edges) edge.evidence.clear();
    GraphFile file(path, ReadDetail::structure);
    REQUIRE(file.graph() == bare);
    for (std::uint32_t i = 0; i < graph.edges.size(); ++i) {
      CHECK(file.graph().edges[i].support() == graph.edges[i].support());
      file.complete({i});
      CHECK(file.graph().edges[i] == graph.edges[i]);
    }
  }
  std::filesystem::remove(path);
}

TEST_CASE("evidence that was changed is refused when it is asked for", "[graph]") {
  const auto path = std::filesystem::temp_directory_path() / "entente-changed-test.jsonld";
  const auto changed = replaced(to_json_ld(small_graph()), "Tokyo said no", "Tokyo said yes");
  write_file(path, [&](std::ostream& out) { out << changed; });
  const GraphFile file(path, ReadDetail::structure);
  CHECK_THROWS_WITH(file.edge({0}), Catch::Contains("was changed after it was written"));
  std::filesystem::remove(path);
}

TEST_CASE("counts of an edge that its evidence belies are refused", "[graph]") {
  const auto bytes = to_json_ld(small_graph());
  CHECK(error_of(replaced(bytes, "\"asserted\":1", "\"asserted\":7")).find("as in the evidence below") != std::string::npos);
}

TEST_CASE("a wrong graph file is refused with place, reason and caret", "[graph]") {
  const auto bytes = to_json_ld(small_graph());
  const auto unknown = error_of(replaced(bytes, "\"target\":\"ent:aegis-ashore\"", "\"target\":\"ent:aegis\""));
  CHECK(unknown.find("there is no entity 'aegis' in this graph") != std::string::npos);
  CHECK(unknown.find("\"target\":\"ent:aegis\",\"family\"") != std::string::npos);
  CHECK(unknown.find("^") != std::string::npos);
  CHECK(error_of(bytes.substr(0, bytes.size() / 2)).find("seems to be cut off") != std::string::npos);
  CHECK(error_of(replaced(bytes, "Tokyo said no", "Tokyo said yes")).find("was changed after it was written") != std::string::npos);
  CHECK(error_of(replaced(bytes, "\"polarity\":\"affirmed\"", "\"polarty\":\"affirmed\"")).find("\"polarty\" is no member") !=
        std::string::npos);
  CHECK(error_of(replaced(bytes, "\"affirmed\"", "\"negated\"")).find("expected \"edge:") != std::string::npos);
  CHECK(error_of(without(bytes, ",\"target\":\"ent:aegis-ashore\"")).find("this object lacks \"target\"") != std::string::npos);
  CHECK(error_of(replaced(bytes, "https://example.org/kg/entity/", "entity/")).find("is no base IRI") != std::string::npos);
  CHECK(error_of("{\"a\":1}").starts_with("g.jsonld:1:2: expected \"@context\" and \"@graph\""));
  CHECK(error_of("").starts_with("g.jsonld:1:1: the file ends"));
}

TEST_CASE("import takes over what was edited by hand", "[graph]") {
  const auto edited = replaced(to_json_ld(small_graph()), "Tokyo said no", "Tokyo said yes");
  Diagnostics diagnostics;
  const auto graph = import_text(edited, "g", {}, {}, diagnostics);
  CHECK(graph.edges[0].evidence[0].sentence_text == "Tokyo said yes to Aegis Ashore.");
  CHECK(parse_json_ld(to_json_ld(graph), "g") == graph);
}

TEST_CASE("a damaged graph file gives an error with its place, or a graph that can be written", "[graph]") {
  std::mt19937_64 engine(7);
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    const auto bytes = to_json_ld(test::random_graph(seed, {3, 5, 6, true}));
    for (int i = 0; i < 60; ++i) {
      auto damaged = bytes;
      const auto at = engine() % bytes.size();
      if (i % 2 == 0)
        damaged.resize(at);
      else
        damaged[at] = static_cast<char>(engine());
      try {
        const auto graph = parse_json_ld(damaged, "g");
        REQUIRE(i % 2 == 1);  // a file that is cut off is never taken for whole
        (void)to_json_ld(graph);
      } catch (const InputError& error) {
        const std::string what = error.what();
        INFO(what);
        REQUIRE(what.starts_with("g:"));
        REQUIRE(what.find('^') != std::string::npos);
      }
    }
  }
}

TEST_CASE("a base IRI must be absolute and end in a slash or hash", "[graph]") {
  CHECK_NOTHROW(check_base("https://example.org/kg/"));
  CHECK_NOTHROW(check_base("urn:kg:x#"));
  for (const auto* bad : {"", "kg/", "https://example.org", "https://exa mple.org/", "https://e/\"/"})
    CHECK_THROWS_AS(check_base(bad), UsageError);
}

TEST_CASE("only whole days of the calendar are typed as dates", "[graph]") {
  for (const auto* day : {"2020-02-29", "2000-02-29", "0001-01-01"}) CHECK(is_calendar_day(day));
  for (const auto* other : {"2021-02-29", "1900-02-29", "2020", "2020-13-01", "2020-00-10", "2020-1-01", "0000-01-01", "2020-05-3x", ""})
    CHECK(!is_calendar_day(other));
}
