// The registry of sub-commands: one line each.
#include "cli/command.hpp"

namespace entente::cli {

#define ENTENTE_COMMANDS(X) \
  X(add)                    \
  X(balance)                \
  X(between)                \
  X(build)                  \
  X(communities)            \
  X(components)             \
  X(diff)                   \
  X(explain_merge)          \
  X(export)                 \
  X(import)                 \
  X(merge)                  \
  X(neighbours)             \
  X(parse)                  \
  X(path)                   \
  X(query)                  \
  X(rank)                   \
  X(remove)                 \
  X(schema)                 \
  X(score)                  \
  X(shell)                  \
  X(show)                   \
  X(stats)                  \
  X(text)                   \
  X(version)                \
  X(why)

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
