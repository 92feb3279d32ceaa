#include "entente/graph/merge.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include "entente/base/error.hpp"

using namespace entente;

namespace {

/// A document that mentions `entities` and, if there are two or more, says that the first opposes the second.
DocumentGraph document(std::string id, std::vector<LocalEntity> entities, std::string relation = "opposes") {
  DocumentGraph graph;
  graph.document.id = std::move(id);
  graph.entities = std::move(entities);
  if (graph.entities.size() < 2) return graph;
  Assertion a;
  a.source = {0};
  a.target = {1};
  a.relation = std::move(relation);
  a.confidence = 0.5;
  graph.assertions = {a};
  return graph;
}

std::vector<RelationInfo> relations() {
  return {{"allied_with", "cooperation", "", "", true}, {"opposes", "conflict", "", "", false}, {"part_of", "structure", "", "", false}};
}

KnowledgeGraph merged(std::vector<DocumentGraph> documents, const MergeRules& rules = {}) {
  Diagnostics diagnostics;
  return merge(std::move(documents), relations(), diagnostics, rules);
}

/// Keys of all entities with the labels and reasons of each, a line each.
std::string summary(const KnowledgeGraph& graph) {
  std::string text;
  for (const auto& entity : graph.entities) {
    text += entity.key + ": " + entity.label;
    for (const auto& alias : entity.aliases) text += " = " + alias;
    for (const auto& reason : entity.merge_reasons) text += " [" + reason + "]";
    text += '\n';
  }
  return text;
}

LocalEntity state(std::string label, std::string id = "", std::vector<std::string> aliases = {}) {
  return {std::move(label), "State", std::move(id), "", std::move(aliases)};
}
LocalEntity person(std::string label, std::string id = "") { return {std::move(label), "Person", std::move(id), "", {}}; }
LocalEntity body(std::string label, std::vector<std::string> aliases = {}) {
  return {std::move(label), "Organization", "", "", std::move(aliases)};
}

}  // namespace

TEST_CASE("entities of one gazetteer id are one", "[graph]") {
  const auto graph =
      merged({document("d1", {state("Russia", "russia", {"Moscow"})}), document("d2", {state("Russia", "russia", {"Kremlin"})})});
  CHECK(summary(graph) == "russia: Russia = Kremlin = Moscow [gazetteer:russia]\n");
}

TEST_CASE("entities of different gazetteer ids stay apart, whatever their names", "[graph]") {
  const auto graph =
      merged({document("d1", {state("Congo", "dr-congo")}), document("d2", {state("Congo", "congo")}), document("d3", {state("Congo")})});
  REQUIRE(graph.entities.size() == 3);
  CHECK(graph.find_entity("congo"));  // the one whose id it is
}

TEST_CASE("equal names of incompatible types stay apart", "[graph]") {
  const auto graph = merged({document("d1", {state("Georgia"), person("Jordan"), {"Paris", "Territory", "", "", {}}}),
                             document("d2", {{"Georgia", "Territory", "", "", {}}, state("Jordan"), {"Paris", "Agreement", "", "", {}}})});
  CHECK(summary(graph) ==
        "georgia-state: Georgia\ngeorgia-territory: Georgia\njordan-person: Jordan\njordan-state: Jordan\nparis-agreement: Paris\n"
        "paris-territory: Paris\n");
}

TEST_CASE("spelling variants of a name are one", "[graph]") {
  const auto graph =
      merged({document("d1", {body("the Arms Control Centre")}), document("d2", {body("Arms-Control Center")}),
              document("d3", {{"US–Japan Pacts", "Agreement", "", "", {}}}), document("d4", {{"U.S.-Japan pact", "Agreement", "", "", {}}}),
              document("d5", {state("Türkiye")}), document("d6", {state("turkiye")})});
  REQUIRE(graph.entities.size() == 3);
  CHECK(graph.find_entity("arms-control-center"));
}

TEST_CASE("a surname joins the only full name that ends in it", "[graph]") {
  const auto graph =
      merged({document("d1", {person("Sergei Lavrov")}), document("d2", {person("Lavrov")}), document("d3", {person("Sergey Lavrov")})});
  CHECK(summary(graph) ==
        "sergei-lavrov: Sergei Lavrov = Lavrov = Sergey Lavrov [\"Sergey Lavrov\" in d3 is a variant of \"Sergei Lavrov\"] "
        "[surname of Sergei Lavrov in d1]\n");
}

TEST_CASE("a surname of several persons joins none of them", "[graph]") {
  const auto graph =
      merged({document("d1", {person("Ivan Petrov")}), document("d2", {person("Petrov")}), document("d3", {person("Oleg Petrov")})});
  CHECK(graph.entities.size() == 3);
}

TEST_CASE("middle names tell namesakes apart", "[graph]") {
  const auto graph = merged(
      {document("d1", {person("George H. W. Bush")}), document("d2", {person("George W. Bush")}), document("d3", {person("George Bush")})});
  CHECK(graph.entities.size() == 3);
  CHECK(merged({document("d1", {person("Donald J. Trump")}), document("d2", {person("Donald Trump")})}).entities.size() == 1);
}

TEST_CASE("family names that come first are known", "[graph]") {
  CHECK(merged({document("d1", {person("Xi Jinping")}), document("d2", {person("Xi")})}).entities.size() == 1);
  CHECK(merged({document("d1", {person("Angela Merkel")}), document("d2", {person("Angela")})}).entities.size() == 2);
}

TEST_CASE("an acronym joins the name that it abbreviates", "[graph]") {
  const auto graph = merged({document("d1", {body("Northern Sea Patrol Agency")}), document("d2", {body("NSPA")})});
  CHECK(summary(graph) ==
        "northern-sea-patrol-agency: Northern Sea Patrol Agency = NSPA [NSPA abbreviates Northern Sea Patrol Agency in d1]\n");
  CHECK(merged({document("d1", {body("New State Party of Aden")}), document("d2", {body("NSPA")}),
                document("d3", {body("Northern Sea Patrol Agency")})})
            .entities.size() == 3);
}

TEST_CASE("a label that another document gives as a proper alias joins that thing", "[graph]") {
  const auto graph =
      merged({document("d1", {body("Quadrilateral Dialogue", {"Quad", "the grouping"})}), document("d2", {body("the Quad")})});
  CHECK(graph.entities.size() == 1);
  CHECK(merged({document("d1", {body("Quadrilateral Dialogue", {"the grouping"})}), document("d2", {body("the grouping")})})
            .entities.size() == 2);
}

TEST_CASE("a ministry of one state is not that of another", "[graph]") {
  const auto ministry = body("Foreign Ministry");
  const auto graph = merged({document("d1", {ministry, state("Russia", "russia")}, "part_of"),
                             document("d2", {ministry, state("Japan", "japan")}, "part_of"),
                             document("d3", {ministry, state("Japan", "japan")}, "part_of")});
  CHECK(graph.entities.size() == 4);
  CHECK(merged({document("d1", {ministry, state("Japan", "japan")}, "part_of"), document("d2", {ministry})}).entities.size() == 2);
}

TEST_CASE("a user's rules force and forbid merges", "[graph]") {
  const std::vector<DocumentGraph> documents = {document("d1", {state("Burma", "burma")}), document("d2", {state("Myanmar", "myanmar")}),
                                                document("d3", {person("Sergei Lavrov")}), document("d4", {person("Lavrov")})};
  const auto rules = parse_merge_rules(R"({"merge":[["Burma","Myanmar"]],"separate":[["Lavrov","Sergei Lavrov"]]})", "rules");
  CHECK(summary(merged(documents, rules)) ==
        "lavrov: Lavrov\nmyanmar: Myanmar = Burma [rule: Burma = Myanmar]\nsergei-lavrov: Sergei Lavrov\n");
  CHECK(merged(documents).entities.size() == 3);
}

TEST_CASE("an assertion whose ends become one is no edge, but comes back when they part again", "[graph]") {
  const auto rules = parse_merge_rules(R"({"merge":[["A","B"]]})", "rules");
  const auto documents = std::vector<DocumentGraph>{document("d1", {state("A"), state("B")})};
  const auto graph = merged(documents, rules);
  CHECK(graph.edges.empty());
  CHECK(graph.loops.size() == 1);
  CHECK(merged(split(graph)).edges.size() == 1);
}

TEST_CASE("an edge sums its assertions", "[graph]") {
  auto one = document("d1", {state("A"), state("B")});
  one.document.date = "2020-05-01";
  one.assertions[0].confidence = 0.5;
  auto more = one.assertions[0];
  more.confidence = 0.4;
  more.modality = Modality::possible;
  one.assertions.push_back(more);
  auto denied = one.assertions[0];
  denied.modality = Modality::negated;
  one.assertions.push_back(denied);
  auto two = document("d2", {state("A"), state("B")});
  two.assertions[0].confidence = 0.6;
  two.assertions[0].time = "2018-02/2021-07-01";
  const auto graph = merged({two, one});
  REQUIRE(graph.edges.size() == 2);
  const auto& edge = graph.edges[0];
  CHECK(!edge.negated);
  CHECK(edge.confidence == Approx(1 - 0.5 * 0.4));
  CHECK(edge.support() == 3);
  CHECK(edge.documents == 2);
  CHECK(edge.modality == ModalityMix{2, 1, 0});
  CHECK(edge.first == "2018-02");
  CHECK(edge.last == "2021-07-01");
  CHECK(edge.key == edge_key("a", "opposes", "b", false));
  CHECK(graph.edges[1].negated);
}

TEST_CASE("a symmetric relation is stored from the smaller key, its words with it", "[graph]") {
  auto given = document("d1", {state("Zambia"), state("Angola")}, "allied_with");
  given.assertions[0].source_text = "Lusaka";
  given.assertions[0].target_text = "Luanda";
  const auto graph = merged({given});
  REQUIRE(graph.edges.size() == 1);
  CHECK(graph.entity(graph.edges[0].source).key == "angola");
  CHECK(graph.edges[0].evidence[0].source_text == "Luanda");
}

TEST_CASE("merge refuses a relation that the schema lacks", "[graph]") {
  CHECK_THROWS_AS(merged({document("d1", {state("A"), state("B")}, "adores")}), SchemaError);
}

TEST_CASE("two documents of one id are noted and the same one is kept in any order", "[graph]") {
  const auto one = document("d", {state("A")}), two = document("d", {state("B")});
  Diagnostics diagnostics;
  const auto graph = merge({one, two}, relations(), diagnostics);
  CHECK(diagnostics.skipped() == 1);
  CHECK(merge({two, one}, relations(), diagnostics) == graph);
}

TEST_CASE("a document is read again if its hash changed, and only then", "[graph]") {
  auto known = document("d1", {state("A")});
  known.document.sha256 = "aa";
  const auto graph = merged({known});
  CHECK(documents_to_read(graph, {{"d1", "aa"}, {"d1", "bb"}, {"d2", "aa"}}) == std::vector<std::size_t>{1, 2});
}

TEST_CASE("removing an unknown document suggests a known one", "[graph]") {
  const auto graph = merged({document("report.txt", {state("A")})});
  try {
    remove_documents(graph, {"reprot.txt"});
    FAIL("no error");
  } catch (const UsageError& error) {
    CHECK(std::string(error.what()) == "the graph has no document 'reprot.txt'; did you mean 'report.txt'?");
  }
}

TEST_CASE("graphs with two versions of a document are not joined", "[graph]") {
  auto old_version = document("d1", {state("A")}), new_version = old_version;
  old_version.document.sha256 = "aa";
  new_version.document.sha256 = "bb";
  Diagnostics diagnostics;
  CHECK_THROWS_AS(merge_graphs({merged({old_version}), merged({new_version})}, diagnostics), InputError);
}
