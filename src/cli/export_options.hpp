// Options that choose a part of a graph and how it is written: shared by the commands that write graphs.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "entente/export/exporter.hpp"
#include "entente/export/selection.hpp"

namespace entente::cli {

/// Adds --around, --hops, --top, --families, --relations, --documents, --min-support, --min-confidence, --since, --until.
void add_selection_options(CLI::App& app, Selection& selection);

/// Adds --title, --layout, --bundle, --no-legend, --time-limit, --no-evidence, --for-spreadsheet, --dynamic.
void add_writing_options(CLI::App& app, ExportOptions& options);

}  // namespace entente::cli
