#include <algorithm>
#include <catch2/catch.hpp>
#include <iostream>
#include <map>

#include "entente/query/cypher.hpp"
#include "query/tck/create_reader.hpp"
#include "query/tck/expected.hpp"
#include "query/tck/feature.hpp"

using namespace entente;
using namespace entente::tck;

namespace {

std::vector<std::string> rows_of(const MemoryGraph& graph, const QueryResult& result, bool any_order) {
  std::vector<std::string> rows;
  for (const auto& row : result.rows) {
    std::string line;
    for (const auto& value : row) line += canonical(to_text(graph, value), any_order) + " | ";
    rows.push_back(line);
  }
  return rows;
}

std::vector<std::string> rows_of(const ScenarioStep& step, bool any_order) {
  std::vector<std::string> rows;
  for (std::size_t i = 1; i < step.table.size(); ++i) {
    std::string line;
    for (const auto& cell : step.table[i]) line += canonical(cell, any_order) + " | ";
    rows.push_back(line);
  }
  return rows;
}

std::string text_of(const std::vector<std::string>& rows) {
  std::string text;
  for (const auto& row : rows) text += "  " + row + "\n";
  return text;
}

/// What differs from the table; empty if nothing does.
std::string compare(const MemoryGraph& graph, const QueryResult& result, const ScenarioStep& step) {
  if (step.text.find("should be empty") != std::string::npos) return result.rows.empty() ? "" : "expected no rows";
  if (result.columns != step.table[0]) return "expected the columns " + text_of(step.table[0]) + "found " + text_of(result.columns);
  const bool any_order = step.text.find("ignoring element order") != std::string::npos;
  auto found = rows_of(graph, result, any_order), expected = rows_of(step, any_order);
  if (step.text.find("in any order") != std::string::npos || step.text.find("should be (") != std::string::npos) {
    std::sort(found.begin(), found.end());
    std::sort(expected.begin(), expected.end());
  }
  return found == expected ? "" : "expected\n" + text_of(expected) + "found\n" + text_of(found);
}

std::string run(const Scenario& scenario) {
  MemoryGraph graph;
  ValueMap parameters;
  for (const auto& step : scenario.steps) {
    if (step.text.find("having executed") != std::string::npos) create(graph, step.block);
    if (step.text.find("parameters are") != std::string::npos)
      for (const auto& row : step.table) map_set(parameters, row[0], parse_value(row[1]));
  }
  const auto& query = scenario.find("executing query")->block;
  const auto* error = scenario.find("should be raised");
  try {
    const auto result = run_query(graph, query, parameters);
    if (error) return "expected: " + error->text + "\nfound " + std::to_string(result.rows.size()) + " rows";
    return compare(graph, result, *scenario.find("the result should be"));
  } catch (const QueryError& found) {
    if (!error) return found.what();
    const bool right = error->text.find(found.kind()) != std::string::npos && error->text.find(": " + found.detail()) != std::string::npos;
    return right ? "" : "expected: " + error->text + "\nfound: " + found.kind() + " " + found.detail() + " " + found.what();
  }
}

std::vector<Scenario> all_scenarios(const std::filesystem::path& root) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root))
    if (entry.path().extension() == ".feature") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<Scenario> list;
  for (const auto& file : files)
    for (auto& scenario : read_feature(file)) list.push_back(std::move(scenario));
  return list;
}

}  // namespace

TEST_CASE("the openCypher compatibility kit's MATCH ... RETURN scenarios pass", "[query][tck]") {
  std::size_t count = 0;
  for (const auto& scenario : all_scenarios(ENTENTE_SOURCE_DIR "/tests/data/tck")) {
    if (!only_matches(scenario)) continue;
    ++count;
    INFO(scenario.name << "\n" << scenario.find("executing query")->block);
    std::string difference;
    try {
      difference = run(scenario);
    } catch (const std::exception& error) {
      difference = std::string("failed: ") + error.what();
    }
    INFO(difference);
    CHECK(difference.empty());
  }
  INFO("scenarios with examples written out: " << count);
  CHECK(count >= 600);
}

TEST_CASE("how many scenarios of a whole compatibility kit pass", "[.tck-all]") {
  const char* root = std::getenv("ENTENTE_TCK");
  if (!root) return;
  std::map<std::string, std::pair<int, int>> by_feature;
  for (const auto& scenario : all_scenarios(root)) {
    const auto* query = scenario.find("executing query");
    if (!query) continue;
    std::string difference;
    try {
      difference = run(scenario);
    } catch (const std::exception& error) {
      difference = error.what();
    }
    auto& [passed, failed] = by_feature[scenario.name.substr(0, scenario.name.find(' '))];
    ++(difference.empty() ? passed : failed);
    if (!difference.empty() && std::getenv("ENTENTE_TCK_SHOW")) std::cout << scenario.name << "\n" << query->block << difference << "\n\n";
  }
  for (const auto& [feature, counts] : by_feature)
    std::cout << feature << " " << counts.first << " of " << counts.first + counts.second << "\n";
}
