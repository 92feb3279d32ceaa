#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <new>

#include "cli/command.hpp"
#include "entente/base/error.hpp"
#include "entente/base/file.hpp"

namespace {

using namespace entente::cli;

extern "C" void on_interrupt(int signal) {
  entente::discard_unfinished_files();
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

int report(const std::string& message, int code) {
  fmt::print(stderr, "entente: {}\n", message);
  return code;
}

int run(Command& command) {
  try {
    return command.run();
  } catch (const entente::UsageError& error) {
    return report(error.what(), usage);
  } catch (const entente::NothingFound& error) {
    return report(error.what(), nothing_found);
  } catch (const entente::Error& error) {
    return report(error.what(), bad_input);
  } catch (const std::bad_alloc&) {
    return report("not enough memory", bad_input);
  }
}

/// The first argument if it is neither an option nor a command: then CLI11's own message is no help.
std::string unknown_command(int argc, char** argv, const std::vector<std::string>& names) {
  if (argc < 2 || argv[1][0] == '-') return {};
  const std::string word = argv[1];
  for (const auto& name : names)
    if (name == word) return {};
  return word;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGINT, on_interrupt);
  std::signal(SIGTERM, on_interrupt);
  CLI::App app{"Entente reads documents and builds one knowledge graph of who stands how to whom."};
  app.require_subcommand(1);
  app.set_version_flag("--version", "entente " ENTENTE_VERSION);
  const auto commands = all_commands();
  std::vector<std::pair<CLI::App*, Command*>> table;
  std::vector<std::string> names;
  for (const auto& command : commands) {
    auto* sub = app.add_subcommand(command->name(), command->description());
    sub->footer("Examples:\n" + command->examples());
    command->add_options(*sub);
    table.emplace_back(sub, command.get());
    names.push_back(command->name());
  }
  if (const auto word = unknown_command(argc, argv, names); !word.empty())
    return report(fmt::format("there is no command '{}'{}; 'entente --help' lists them", word, did_you_mean(word, names)), usage);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return code == 0 ? done : usage;
  }
  for (const auto& [sub, command] : table)
    if (sub->parsed()) return run(*command);
  return usage;
}
