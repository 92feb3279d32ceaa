// The tasks of `entente score`, one file each: conllu, graph, corpus.
#pragma once

#include <memory>
#include <vector>

#include "cli/command.hpp"

namespace entente::cli {

std::unique_ptr<Command> make_score_conllu_command();
std::unique_ptr<Command> make_score_names_command();
std::unique_ptr<Command> make_score_graph_command();
std::unique_ptr<Command> make_score_corpus_command();

/// All tasks in the order of the help.
std::vector<std::unique_ptr<Command>> all_score_commands();

}  // namespace entente::cli
