#include "query/tck/feature.hpp"

#include <regex>
#include <sstream>

#include "entente/base/file.hpp"

namespace entente::tck {

namespace {

using Table = std::vector<std::vector<std::string>>;

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(" \t\r"), end = text.find_last_not_of(" \t\r");
  return begin == std::string::npos ? "" : text.substr(begin, end - begin + 1);
}

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> row;
  std::string cell;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') {
      cell += line[++i];
    } else if (line[i] == '|') {
      row.push_back(trimmed(cell));
      cell.clear();
    } else {
      cell += line[i];
    }
  }
  return row;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

/// Writes an outline out for one row of its examples.
Scenario filled(const Scenario& outline, const std::vector<std::string>& names, const std::vector<std::string>& values) {
  auto scenario = outline;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto hole = "<" + names[i] + ">";
    for (auto& step : scenario.steps) {
      step.text = replaced(step.text, hole, values[i]);
      step.block = replaced(step.block, hole, values[i]);
      for (auto& row : step.table)
        for (auto& cell : row) cell = replaced(cell, hole, values[i]);
    }
  }
  return scenario;
}

void finish(std::vector<Scenario>& list, Scenario& scenario, const Table& examples) {
  if (scenario.name.empty()) return;
  if (examples.empty()) list.push_back(scenario);
  for (std::size_t i = 1; i < examples.size(); ++i) {
    list.push_back(filled(scenario, examples[0], examples[i]));
    list.back().name += " #" + std::to_string(i);
  }
}

}  // namespace

const ScenarioStep* Scenario::find(const std::string& words) const {
  for (const auto& step : steps)
    if (step.text.find(words) != std::string::npos) return &step;
  return nullptr;
}

std::vector<Scenario> read_feature(const std::filesystem::path& path) {
  std::istringstream in(read_file(path));
  std::vector<Scenario> list;
  Scenario scenario, background;
  Table examples;
  bool in_examples = false, in_background = false;
  for (std::string line; std::getline(in, line);) {
    const auto text = trimmed(line);
    if (text.rfind("Background", 0) == 0) {
      in_background = true;
    } else if (text.rfind("Scenario", 0) == 0) {
      finish(list, scenario, examples);
      if (in_background) background.steps = scenario.steps;
      scenario = {path.stem().string() + " " + text.substr(text.find(':') + 2), background.steps};
      examples.clear();
      in_examples = in_background = false;
    } else if (text.rfind("Examples", 0) == 0) {
      in_examples = true;
    } else if (text == "\"\"\"") {
      const auto indent = line.find('"');
      while (std::getline(in, line) && trimmed(line) != "\"\"\"")
        scenario.steps.back().block += (line.size() > indent ? line.substr(indent) : "") + "\n";
    } else if (!text.empty() && text[0] == '|') {
      (in_examples ? examples : scenario.steps.back().table).push_back(cells(text));
    } else if (std::regex_search(text, std::regex("^(Given|When|Then|And|But) "))) {
      scenario.steps.push_back({text.substr(text.find(' ') + 1), {}, {}});
    }
  }
  finish(list, scenario, examples);
  return list;
}

bool only_matches(const Scenario& scenario) {
  static const std::regex strings(R"('(\\.|[^'\\])*'|"(\\.|[^"\\])*"|`[^`]*`)"), with(R"((STARTS|ENDS)\s+WITH)", std::regex::icase);
  static const std::regex clauses(R"(\b(CREATE|MERGE|DELETE|DETACH|SET|REMOVE|CALL|UNWIND|WITH|OPTIONAL|UNION)\b)", std::regex::icase);
  static const std::regex match(R"(^\s*MATCH\b[^]*\bRETURN\b)", std::regex::icase), create(R"(^\s*CREATE\b)", std::regex::icase);
  int queries = 0;
  for (const auto& step : scenario.steps) {
    const auto bare = std::regex_replace(std::regex_replace(step.block, strings, "''"), with, "?");
    if (step.text.find("executing query") != std::string::npos || step.text.find("executing control") != std::string::npos) {
      ++queries;
      if (!std::regex_search(bare, match) || std::regex_search(bare, clauses)) return false;
    }
    if (step.text.find("having executed") != std::string::npos) {
      const auto rest = std::regex_replace(bare, std::regex(R"(\bCREATE\b)", std::regex::icase), "");
      if (!std::regex_search(bare, create) || std::regex_search(rest, clauses) || bare.find("duration(") != std::string::npos) return false;
    }
    if (step.text.find("procedure") != std::string::npos || step.text.rfind("the ", 0) == 0) {
      if (step.text.rfind("the result", 0) != 0) return false;
    }
  }
  return queries == 1;
}

}  // namespace entente::tck
