// The options of every command that asks a graph.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "entente/graph/json_ld.hpp"
#include "entente/query/edge_filter.hpp"
#include "entente/query/graph_index.hpp"

namespace entente::cli {

/// The graph, the form of the answer, and which edges it may rest on.
class GraphOptions {
 public:
  void add_graph(CLI::App& app, const std::vector<std::string>& formats);
  void add_filter(CLI::App& app);
  /// Reads the graph and works the filter out. Throws `InputError` or `UsageError`.
  void load();
  /// The same, but leaves evidence and appearances in the file where the filter does not ask for them.
  void load_structure();
  /// Fetches the evidence of edges that `load_structure` left in the file.
  void complete(const std::vector<EdgeId>& edges);

  const KnowledgeGraph& graph() const { return file_ ? file_->graph() : graph_; }
  const GraphIndex& index() const { return *index_; }
  const EdgeMask& mask() const { return mask_; }
  const std::string& format() const { return format_; }
  /// The entity that a typed name means. Throws `UsageError` if it is unknown or ambiguous.
  EntityId entity(const std::string& name) const;
  /// Uses denied edges too where the user named no modality.
  void include_denials();
  /// Families to use where the user named none.
  void default_families(std::vector<std::string> families);

 private:
  void prepare();

  std::filesystem::path path_;
  std::string format_ = "text";
  EdgeFilter filter_;
  std::vector<std::string> avoid_, modalities_;
  KnowledgeGraph graph_;
  std::optional<GraphFile> file_;  // holds the graph instead after `load_structure`
  std::optional<GraphIndex> index_;
  EdgeMask mask_;
};

}  // namespace entente::cli
