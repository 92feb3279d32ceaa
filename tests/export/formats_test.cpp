#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

#include "entente/base/error.hpp"
#include "entente/base/file.hpp"
#include "entente/base/json.hpp"
#include "entente/export/exporter.hpp"
#include "entente/graph/json_ld.hpp"
#include "export/process.hpp"
#include "export/rdf_terms.hpp"
#include "export/sample_graph.hpp"
#include "export/xml_writer.hpp"

using namespace entente;

namespace {

std::string exported(const KnowledgeGraph& graph, const std::string& format, const ExportOptions& options = {},
                     const std::string& name = "out.x") {
  TemporaryFolder folder;
  const auto path = folder.path() / name;
  export_graph(graph, format, options, path);
  return read_file(path);
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// A CSV reader by the grammar of RFC 4180.
std::vector<std::vector<std::string>> rows_of(const std::string& text, char delimiter) {
  std::vector<std::vector<std::string>> rows(1, {""});
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      rows.back().back() += c;
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == delimiter) {
      rows.back().emplace_back();
    } else if (!quoted && c == '\n') {
      rows.push_back({""});
    } else if (quoted || c != '\r') {
      rows.back().back() += c;
    }
  }
  rows.pop_back();
  return rows;
}

/// What JSON makes of a name: bytes that are no UTF-8 are replaced.
std::string through_json(const std::string& name) { return parse_json_ld(to_json_ld(graph_of_names({name})), "test").entities[0].label; }

}  // namespace

TEST_CASE("XML text escapes what is special and replaces what XML cannot hold", "[export]") {
  CHECK(xml_text("a & <b> \"c\"") == "a &amp; &lt;b&gt; &quot;c&quot;");
  CHECK(xml_text("\t\n\r") == "&#9;&#10;&#13;");
  CHECK(xml_text("\xC2\x85\xE2\x80\xA8") == "&#x85;&#x2028;");
  CHECK(xml_text("\x01\xEF\xBF\xBF\xFF") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("GEXF has a column for every field and a kind for every edge", "[export]") {
  const auto xml = exported(sample_graph(), "gexf");
  for (const char* name : {"type", "wikidata", "aliases", "documents", "relation", "family", "polarity", "confidence", "support", "first",
                           "quote", "evidence"})
    CHECK(holds(xml, "title=\"" + std::string(name) + "\""));
  CHECK(holds(xml, "kind=\"not part_of\""));
  CHECK(holds(xml, "value=\"[&quot;the \\&quot;shield\\&quot;&quot;]\""));
  CHECK_FALSE(holds(xml, "start="));
  ExportOptions dynamic;
  dynamic.dynamic = true;
  dynamic.evidence = false;
  const auto moving = exported(sample_graph(), "gexf", dynamic);
  CHECK(holds(moving, "start=\"2016-01-01\" end=\"2016-12-31\""));
  CHECK_FALSE(holds(moving, "title=\"evidence\""));
}

TEST_CASE("GraphML writes edge ids also as data", "[export]") {
  const auto xml = exported(sample_graph(), "graphml");
  CHECK(holds(xml, "<data key=\"e_id\">00000000000000a6</data>"));
  CHECK(holds(xml, "<data key=\"e_confidence\">0.98</data>"));
  CHECK(holds(xml, "<data key=\"n_aliases\">[&quot;Moscow&quot;,&quot;Россия&quot;]</data>"));
}

TEST_CASE("CSV and TSV hold every hostile name", "[export]") {
  const auto names = hostile_names();
  for (const auto& [format, delimiter] : {std::pair{"csv", ','}, {"tsv", '\t'}}) {
    const auto rows = rows_of(exported(graph_of_names(names), format), delimiter);
    REQUIRE(rows.size() == names.size());
    for (std::size_t i = 1; i < rows.size(); ++i) {
      CHECK(rows[i].size() == rows[0].size());
      CHECK(rows[i][2] == through_json(names[i - 1]));
    }
  }
}

TEST_CASE("a folder of CSV tables keeps nodes, edges, evidence and documents", "[export]") {
  TemporaryFolder folder;
  export_graph(sample_graph(), "csv", {}, folder.path() / "tables");
  const auto table = [&](const char* name) { return rows_of(read_file(folder.path() / "tables" / name), ','); };
  CHECK(table("nodes.csv").size() == 8);
  CHECK(table("edges.csv").size() == 7);
  CHECK(table("documents.csv").size() == 3);
  const auto evidence = table("evidence.csv");
  REQUIRE(evidence.size() == 8);
  CHECK(evidence[7] == std::vector<std::string>{"00000000000000a6", "second-look", "asserted", "sergei-lavrov", "2017-03-01", "0.8",
                                                "syntax:test", "Moscow objects to Aegis Ashore.", "100", "131", "Moscow", "100", "106",
                                                "Aegis Ashore", "118", "130", "objects to", "107", "117"});
}

TEST_CASE("for a spreadsheet formulas become text", "[export]") {
  ExportOptions options;
  options.for_spreadsheet = true;
  const auto text = exported(graph_of_names({"=1+1", "+1", "@SUM(A1)", "-1", "plain"}), "csv", options);
  CHECK(text.starts_with("\xEF\xBB\xBF"));
  for (const char* cell : {"\"'=1+1\"", "\"'+1\"", "\"'@SUM(A1)\"", "\"'-1\"", "\"plain\""}) CHECK(holds(text, cell));
  CHECK_FALSE(holds(text, "\"=1+1\""));
}

TEST_CASE("the triples are those of the JSON-LD: plain ones only for facts", "[export]") {
  std::set<std::string> triples;
  for_each_triple(sample_graph(), [&](const std::string& s, const std::string& p, const RdfObject& o) {
    triples.insert(s + " " + p + " " + o.value + (o.datatype.empty() ? "" : "^^" + o.datatype));
  });
  const std::string base = "https://example.org/kg/", rel = base + "rel/", ent = base + "entity/";
  CHECK(triples.contains(ent + "russia " + rel + "opposes " + ent + "aegis-ashore"));
  CHECK_FALSE(triples.contains(ent + "japan " + rel + "hosts " + ent + "aegis-ashore"));     // only possible
  CHECK_FALSE(triples.contains(ent + "kuril-islands " + rel + "part_of " + ent + "japan"));  // denied
  CHECK(triples.contains(ent + "russia http://schema.org/sameAs http://www.wikidata.org/entity/Q159"));
  CHECK(triples.contains(base + "edge/00000000000000a6 " + base + "ns#confidence 9.8E-1^^http://www.w3.org/2001/XMLSchema#double"));
  CHECK(triples.contains(base + "doc/harbour-talks http://schema.org/datePublished 2016-12-15^^http://www.w3.org/2001/XMLSchema#date"));
}

TEST_CASE("N-Quads are one triple a line, Turtle the same under prefixes", "[export]") {
  const auto quads = exported(sample_graph(), "nquads");
  std::size_t triples = 0;
  for_each_triple(sample_graph(), [&](const std::string&, const std::string&, const RdfObject&) { ++triples; });
  CHECK(static_cast<std::size_t>(std::count(quads.begin(), quads.end(), '\n')) == triples);
  const auto turtle = exported(sample_graph(), "turtle");
  CHECK(holds(turtle, "\nent:japan\n  rdf:type kg:State ;"));
  CHECK(holds(exported(graph_of_names({"nul \0 \\ \" \n end", "x"}), "nquads"), "\"nul "));
}

TEST_CASE("the Neo4j folder has a header of as many columns as each table", "[export]") {
  TemporaryFolder folder;
  export_graph(sample_graph(), "neo4j", {}, folder.path() / "out");
  for (const char* name : {"actors", "relations", "documents", "statements", "evidence", "links"}) {
    INFO(name);
    const auto header = rows_of(read_file(folder.path() / "out" / (std::string(name) + "-header.csv")), ',');
    const auto rows = rows_of(read_file(folder.path() / "out" / (std::string(name) + ".csv")), ',');
    REQUIRE_FALSE(rows.empty());
    for (const auto& row : rows) CHECK(row.size() == header[0].size());
  }
  const auto script = read_file(folder.path() / "out" / "load.cypher");
  CHECK(holds(script, "MERGE (a)-[r:`NOT_PART_OF` {id: row[3]}]->(b)"));
  ExportOptions options;
  options.evidence = false;
  export_graph(sample_graph(), "neo4j", options, folder.path() / "small");
  CHECK_FALSE(std::filesystem::exists(folder.path() / "small" / "evidence.csv"));
  CHECK_THROWS_AS(export_graph(sample_graph(), "neo4j", {}, "-"), UsageError);
}

TEST_CASE("hostile names cannot leave the data of the page", "[export]") {
  auto graph = graph_of_names(hostile_names());
  const auto page = exported(graph, "html");
  const auto begin = page.find("<script type=\"application/json\" id=\"data\">") + 42;
  const auto end = page.find("</script>", begin);
  const auto json = page.substr(begin, end - begin);
  CHECK(json.find('<') == std::string::npos);
  const auto data = JsonDocument::parse(json, "page");
  const auto& nodes = data.root().find("nodes")->elements;
  REQUIRE(nodes.size() == graph.entities.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) CHECK(nodes[i].find("label")->string == through_json(graph.entities[i].label));
}

TEST_CASE("an exporter gives equal bytes for equal graphs and an error where it cannot write", "[export]") {
  for (const auto& format : export_formats()) {
    INFO(format.name);
    CHECK_THROWS_AS(export_graph(sample_graph(), format.name, {}, "/proc/no/such/place"), OutputError);
    if (!format.folder && format.name != "pdf" && format.name != "png")
      CHECK(exported(sample_graph(), format.name) == exported(sample_graph(), format.name));
  }
}

TEST_CASE("graphs for the tests with other programs", "[.][write-graphs]") {
  const char* folder = std::getenv("ENTENTE_GRAPHS");
  REQUIRE(folder != nullptr);
  const std::filesystem::path place(folder);
  write_graph(place / "sample.jsonld", in_order(sample_graph()));
  write_graph(place / "large.jsonld", in_order(random_graph(2000, 6000)));
  auto names = hostile_names();
  const auto list = std::filesystem::path(ENTENTE_SOURCE_DIR) / "../shared/hostile/blns.json";
  if (std::filesystem::exists(list)) {
    const auto text = read_file(list);
    const auto json = JsonDocument::parse(text, list.string());
    for (const auto& name : json.root().elements) names.push_back(name.string);
  }
  write_graph(place / "hostile.jsonld", in_order(graph_of_names(names)));
}
