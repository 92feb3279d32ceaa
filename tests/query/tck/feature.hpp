// Scenarios of Gherkin feature files, with outlines written out.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace entente::tck {

struct ScenarioStep {
  std::string text;   ///< without Given, When, Then, And
  std::string block;  ///< what stands between triple quotes
  std::vector<std::vector<std::string>> table;
};

struct Scenario {
  std::string name;  ///< feature file and title, with the number of the example
  std::vector<ScenarioStep> steps;

  /// The first step whose text contains `words`; nullptr if there is none.
  const ScenarioStep* find(const std::string& words) const;
};

/// All scenarios of a file.
std::vector<Scenario> read_feature(const std::filesystem::path& path);

/// Whether the scenario's query is MATCH ... RETURN and its graph is made by CREATE alone.
bool only_matches(const Scenario& scenario);

}  // namespace entente::tck
