#include <fmt/format.h>

#include <cstdio>

#include "cli/command.hpp"

namespace entente::cli {

namespace {

class VersionCommand : public Command {
 public:
  std::string name() const override { return "version"; }
  std::string description() const override { return "Print the version"; }
  std::string examples() const override { return "  entente version\n"; }
  void add_options(CLI::App&) override {}
  int run() override {
    fmt::print("entente {}\n", ENTENTE_VERSION);
    return done;
  }
};

}  // namespace

std::unique_ptr<Command> make_version_command() { return std::make_unique<VersionCommand>(); }

}  // namespace entente::cli
