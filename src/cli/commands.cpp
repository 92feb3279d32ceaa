// The registry of sub-commands: one line each.
#include "cli/command.hpp"

namespace entente::cli {

#define ENTENTE_COMMANDS(X) \
  X(add)                    \
  X(build)                  \
  X(export)                 \
  X(explain_merge)          \
  X(import)                 \
  X(merge)                  \
  X(parse)                  \
  X(remove)                 \
  X(schema)                 \
  X(score)                  \
  X(text)                   \
  X(version)

#define DECLARE(name) std::unique_ptr<Command> make_##name##_command();
ENTENTE_COMMANDS(DECLARE)
#undef DECLARE

std::vector<std::unique_ptr<Command>> all_commands() {
  std::vector<std::unique_ptr<Command>> commands;
#define ADD(name) commands.push_back(make_##name##_command());
  ENTENTE_COMMANDS(ADD)
#undef ADD
  return commands;
}

}  // namespace entente::cli
