// One sub-command of the program.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

namespace entente::cli {

/// Exit codes of the program.
enum ExitCode { done = 0, nothing_found = 1, usage = 2, bad_input = 3 };

/// A sub-command: adds its options to a CLI11 app, then runs.
class Command {
 public:
  virtual ~Command() = default;
  virtual std::string name() const = 0;
  virtual std::string description() const = 0;
  /// Shown under --help.
  virtual std::string examples() const = 0;
  virtual void add_options(CLI::App& app) = 0;
  /// Returns an exit code; errors are thrown as `entente::Error`.
  virtual int run() = 0;
};

/// All sub-commands in the order in which --help lists them.
std::vector<std::unique_ptr<Command>> all_commands();

/// "did you mean X?" for a word that is none of `known`; empty if none is near.
std::string did_you_mean(const std::string& word, const std::vector<std::string>& known);

}  // namespace entente::cli
