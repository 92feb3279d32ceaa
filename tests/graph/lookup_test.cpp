#include "entente/graph/lookup.hpp"

#include <catch2/catch.hpp>

#include "entente/base/error.hpp"
#include "entente/base/fold.hpp"

using namespace entente;

namespace {

Entity entity(std::string key, std::string label, std::string type, std::vector<std::string> aliases = {}, std::string wikidata = "") {
  Entity e;
  e.key = std::move(key);
  e.label = std::move(label);
  e.type = std::move(type);
  e.aliases = std::move(aliases);
  e.wikidata = std::move(wikidata);
  return e;
}

KnowledgeGraph small_graph() {
  KnowledgeGraph graph;
  graph.entities = {entity("aegis-ashore", "Aegis Ashore", "WeaponSystem"),
                    entity("georgia", "Georgia", "State", {"Tbilisi"}, "Q230"),
                    entity("georgia-us", "Georgia", "Territory", {"Peach State"}, "Q1428"),
                    entity("moscow", "Moscow", "Territory"),
                    entity("russia", "Russia", "State", {"Kremlin", "Moscow", "Россия"}, "Q159"),
                    entity("turkiye", "Türkiye", "State", {"Ankara", "Turkey"}),
                    entity("united-states", "United States", "State", {"US", "Washington"})};
  return graph;
}

std::string error_of(const KnowledgeGraph& graph, const std::string& name) {
  try {
    resolve_entity(graph, name);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("names fold without case, diacritics and kinds of dash", "[base]") {
  CHECK(fold("Türkiye") == "turkiye");
  CHECK(fold("Aegis–Ashore ") == "aegis ashore");
  CHECK(fold("  AEGIS_ashore") == "aegis ashore");
  CHECK(fold("РОССИЯ") == fold("россия"));
  CHECK(fold("Straße") == "strasse");
  CHECK(fold("ﬁ") == "fi");
  CHECK(fold("") == "");
  CHECK(fold("- -") == "");
}

TEST_CASE("an entity is found by key, label, alias and Wikidata item", "[graph]") {
  const auto graph = small_graph();
  CHECK(graph.entity(resolve_entity(graph, "russia")).key == "russia");
  CHECK(graph.entity(resolve_entity(graph, "Kremlin")).key == "russia");
  CHECK(graph.entity(resolve_entity(graph, "the Kremlin")).key == "russia");
  CHECK(graph.entity(resolve_entity(graph, "РОССИЯ")).key == "russia");
  CHECK(graph.entity(resolve_entity(graph, "TURKIYE")).key == "turkiye");
  CHECK(graph.entity(resolve_entity(graph, "turkey")).key == "turkiye");
  CHECK(graph.entity(resolve_entity(graph, "Q230")).key == "georgia");
  CHECK(graph.entity(resolve_entity(graph, "aegis-ashore")).key == "aegis-ashore");
  CHECK(graph.entity(resolve_entity(graph, "The United States")).key == "united-states");
}

TEST_CASE("a label wins over an alias", "[graph]") {
  const auto graph = small_graph();
  CHECK(graph.entity(resolve_entity(graph, "MOSCOW")).key == "moscow");
}

TEST_CASE("an ambiguous name lists its candidates", "[graph]") {
  const auto graph = small_graph();
  CHECK(find_entities(graph, "GEORGIA").size() == 2);
  CHECK(error_of(graph, "Georgia ") ==
        "'Georgia ' may be any of 2 entities; give the key of the one that you mean:\n"
        "  Georgia (State), key georgia, Q230\n  Georgia (Territory), key georgia-us, Q1428");
}

TEST_CASE("an unknown name gets suggestions", "[graph]") {
  const auto graph = small_graph();
  CHECK(error_of(graph, "Rusia") == "the graph has no entity called 'Rusia'; did you mean 'Russia'?");
  CHECK(error_of(graph, "Ashore") == "the graph has no entity called 'Ashore'; did you mean 'Aegis Ashore'?");
  CHECK(error_of(graph, "Zzzzzzzzzz") == "the graph has no entity called 'Zzzzzzzzzz'");
  CHECK(error_of(graph, "") == "the graph has no entity called ''");
}
