// Writers of graphs in the formats of other tools, and the registry that names them.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "entente/graph/knowledge_graph.hpp"

namespace entente {

/// How to write; each format heeds what concerns it.
struct ExportOptions {
  std::string title;                     ///< heading of diagrams and pages; empty: none
  bool evidence = true;                  ///< write the sentences and documents behind the edges, where the format can leave them out
  bool for_spreadsheet = false;          ///< CSV, TSV: neutralise cells that a spreadsheet would run as a formula
  bool dynamic = false;                  ///< GEXF: dates as intervals of existence
  std::string layout;                    ///< drawings: dot, sfdp, neato, fdp, circo or twopi; empty: by size
  std::string bundle = "auto";           ///< drawings: auto, none, or family (one line for all relations of a family)
  bool legend = true;                    ///< drawings: explain colours and shapes
  std::chrono::seconds time_limit{120};  ///< drawings: for the layout
};

/// Writes graphs in one format. Objects are stateless.
class Exporter {
 public:
  virtual ~Exporter() = default;
  /// Writes to `path`, a file, "-" for standard output, or a folder that is made if need be.
  ///
  /// Throws `OutputError` if it cannot be written and `UsageError` if the format cannot be written to such a path.
  virtual void write(const KnowledgeGraph& graph, const ExportOptions& options, const std::filesystem::path& path) const = 0;
};

/// One row of the registry.
struct ExportFormat {
  std::string name;
  std::vector<std::string> suffixes;  ///< with the dot; the first one is used where a file name is made up
  std::string description;            ///< one line for --help
  bool folder = false;                ///< whether it is written as a folder of files
  std::unique_ptr<Exporter> (*make)() = nullptr;
};

/// All formats in the order in which help lists them.
const std::vector<ExportFormat>& export_formats();

/// The format of this name. Throws `UsageError` listing the known ones if there is none.
const ExportFormat& find_export_format(std::string_view name);

/// The format that the suffix of `path` stands for. Throws `UsageError` if it stands for none.
const ExportFormat& export_format_of(const std::filesystem::path& path);

/// One line a format: name, suffixes, description.
std::string describe_export_formats();

/// Writes `graph` to `path` in the format called `format`, or if that is empty, in the one of the suffix of `path`.
///
/// Throws `UsageError` for an unknown format, `OutputError` if the file cannot be written.
void export_graph(const KnowledgeGraph& graph, std::string_view format, const ExportOptions& options, const std::filesystem::path& path);

}  // namespace entente
