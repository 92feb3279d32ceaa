#include <graphviz/cgraph.h>
#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

#include "entente/base/error.hpp"
#include "entente/base/file.hpp"
#include "entente/export/exporter.hpp"
#include "export/dot_writer.hpp"
#include "export/process.hpp"
#include "export/sample_graph.hpp"

using namespace entente;

namespace {

std::string exported(const KnowledgeGraph& graph, const std::string& format, ExportOptions options = {}) {
  TemporaryFolder folder;
  const auto path = folder.path() / "out";
  export_graph(graph, format, options, path);
  return read_file(path);
}

std::string attribute(void* object, const std::string& name) {
  const char* value = agget(object, const_cast<char*>(name.c_str()));
  return value == nullptr ? "(absent)" : value;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
  return text;
}

/// What a reader of DOT gets back from a value.
// From left to right, as Graphviz reads: a doubled backslash is one, a backslash before a line break is nothing.
std::string undone(const std::string& value) {
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '\\') {
      text += value[i];
    } else if (value[++i] == '\\') {
      text += '\\';
    }
  }
  return replaced(replaced(std::move(text), "&amp;", "&"), "&#45;", "-");
}

bool has_replacement(const std::string& name) {
  return undone(dot_text(name)).find("\xEF\xBF\xBD") != std::string::npos && name.find("\xEF\xBF\xBD") == std::string::npos;
}

}  // namespace

TEST_CASE("DOT text of what DOT can hold is undone to the same text", "[export]") {
  CHECK(dot_text("a\\") == "a\\\\");
  CHECK(dot_text("&amp; & &x") == "&amp;amp; & &amp;x");
  CHECK(dot_text("-.") == "&#45;.");
  const std::string longer(40'000, 'x');
  CHECK(dot_text(longer).find('\n') < 16'384);  // Graphviz reads no longer run
  CHECK(undone(dot_text(longer)) == longer);
  CHECK(dot_text("\x01") == "\xEF\xBF\xBD");
  CHECK(dot_text("\xFF") == "\xEF\xBF\xBD");
  for (const auto& name : hostile_names())
    if (!has_replacement(name)) CHECK(undone(dot_text(name)) == name);
}

TEST_CASE("libcgraph reads back every node, edge and field of the DOT", "[export]") {
  const auto graph = sample_graph();
  const auto text = exported(graph, "dot");
  auto* read = agmemread(text.c_str());
  REQUIRE(read != nullptr);
  CHECK(agnnodes(read) == 7);
  CHECK(agnedges(read) == 6);
  auto* node = agnode(read, const_cast<char*>("aegis-ashore"), 0);
  REQUIRE(node != nullptr);
  CHECK(attribute(node, "fullname") == "Aegis Ashore");
  CHECK(attribute(node, "type") == "WeaponSystem");
  CHECK(attribute(node, "aliases") == "the \"shield\"");
  auto* russia = agnode(read, const_cast<char*>("russia"), 0);
  CHECK(attribute(russia, "URL") == "https://www.wikidata.org/wiki/Q159");
  CHECK(attribute(russia, "aliases") == "Moscow\nРоссия");
  auto* edge = agedge(read, russia, node, const_cast<char*>("00000000000000a6"), 0);
  REQUIRE(edge != nullptr);
  CHECK(attribute(edge, "relation") == "opposes");
  CHECK(attribute(edge, "family") == "conflict");
  CHECK(attribute(edge, "support") == "2");
  CHECK(attribute(edge, "confidence") == "0.98");
  CHECK(attribute(edge, "first") == "2016-12-15");
  CHECK(attribute(edge, "last") == "2017-03-01");
  CHECK(attribute(edge, "polarity") == "affirmed");
  CHECK(attribute(edge, "URL") == "https://example.org/a?x=1&amp;y=%222%22");
  CHECK(attribute(edge, "tooltip").find("“Russia opposes Aegis Ashore.” (Talks at the harbour & beyond, 2016-12-15)") != std::string::npos);
  agclose(read);
}

TEST_CASE("hostile names pass through DOT and back", "[export]") {
  const auto names = hostile_names();
  auto* read = agmemread(exported(graph_of_names(names), "dot").c_str());
  REQUIRE(read != nullptr);
  const auto graph = graph_of_names(names);
  CHECK(agnnodes(read) == static_cast<int>(names.size()));
  CHECK(agnedges(read) == static_cast<int>(names.size()) - 1);
  for (std::size_t i = 0; i < names.size(); ++i) {
    auto* node = agnode(read, const_cast<char*>(graph.entities[i].key.c_str()), 0);
    REQUIRE(node != nullptr);
    if (has_replacement(names[i]))
      CHECK(attribute(node, "fullname") == dot_text(names[i]));
    else
      CHECK(undone(attribute(node, "fullname")) == names[i]);
  }
  agclose(read);
}

TEST_CASE("drawings come from Graphviz in the format asked for", "[export]") {
  const auto svg = exported(sample_graph(), "svg");
  CHECK(svg.find("<svg") != std::string::npos);
  CHECK(svg.find("id=\"node&#45;russia\"") != std::string::npos);
  CHECK(svg.find("class=\"edge conflict\"") != std::string::npos);
  CHECK(svg.find("https://www.wikidata.org/wiki/Q159") != std::string::npos);
  CHECK(exported(sample_graph(), "png").starts_with("\x89PNG"));
  CHECK(exported(sample_graph(), "pdf").starts_with("%PDF"));
  CHECK(exported(KnowledgeGraph{}, "svg").find("<svg") != std::string::npos);
}

TEST_CASE("a layout over its time limit is an error that says what to do", "[export]") {
  ExportOptions options;
  options.layout = "dot";
  options.time_limit = std::chrono::seconds(0);
  try {
    exported(random_graph(200, 600), "svg", options);
    FAIL("no error");
  } catch (const OutputError& error) {
    CHECK(std::string(error.what()).find("--top") != std::string::npos);
  }
  options.layout = "no-such-layout";
  options.time_limit = std::chrono::seconds(5);
  CHECK_THROWS_AS(exported(sample_graph(), "svg", options), OutputError);
}

TEST_CASE("drawings of equal graphs are equal bytes", "[export]") {
  CHECK(exported(sample_graph(), "dot") == exported(sample_graph(), "dot"));
  CHECK(exported(random_graph(30, 60), "svg") == exported(random_graph(30, 60), "svg"));
}

TEST_CASE("pictures of several sizes for looking at", "[.][look]") {
  for (const auto& [nodes, edges] : {std::pair{10, 18}, {60, 110}, {300, 700}, {2000, 5000}}) {
    ExportOptions options;
    options.title = "A diagram of " + std::to_string(nodes) + " actors";
    export_graph(random_graph(static_cast<std::size_t>(nodes), static_cast<std::size_t>(edges)), "png", options,
                 "/tmp/look-" + std::to_string(nodes) + ".png");
  }
}
