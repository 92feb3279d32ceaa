#include "cli/graph_options.hpp"

#include <algorithm>

#include "entente/graph/lookup.hpp"

namespace entente::cli {

void GraphOptions::add_graph(CLI::App& app, const std::vector<std::string>& formats) {
  app.add_option("graph", path_, "Graph file (JSON-LD written by entente), or - for standard input")->required();
  app.add_option("--format", format_, "Form of the answer")->check(CLI::IsMember(formats))->capture_default_str();
}

void GraphOptions::add_filter(CLI::App& app) {
  app.add_option("--relations", filter_.relations, "Use edges of these relations only")->delimiter(',');
  app.add_option("--families", filter_.families, "Use edges of these families only (cooperation, conflict, ...)")->delimiter(',');
  app.add_option("--types", filter_.types, "Pass through entities of these types only")->delimiter(',');
  app.add_option("--avoid", avoid_, "Entities to leave out")->delimiter(',');
  app.add_option("--modality", modalities_, "Use edges with an assertion of one of these")
      ->delimiter(',')
      ->check(CLI::IsMember(std::vector<std::string>{"asserted", "possible", "negated"}))
      ->default_str("asserted,possible");
  app.add_option("--documents", filter_.documents, "Use edges with evidence from these documents (ids or titles)")->delimiter(',');
  app.add_option("--min-confidence", filter_.min_confidence, "Least confidence of an edge")->check(CLI::Range(0.0, 1.0));
  app.add_option("--min-support", filter_.min_support, "Least number of statements behind an edge");
  app.add_option("--since", filter_.since, "Edges last stated on or after this date (YYYY[-MM[-DD]])");
  app.add_option("--until", filter_.until, "Edges first stated on or before this date");
}

void GraphOptions::load() {
  graph_ = read_graph(path_);
  prepare();
}

void GraphOptions::load_structure() {
  if (path_ == "-" || !filter_.documents.empty()) return load();
  file_.emplace(path_, ReadDetail::structure);
  prepare();
}

void GraphOptions::complete(const std::vector<EdgeId>& edges) {
  if (!file_) return;
  for (const auto id : edges) file_->complete(id);
}

void GraphOptions::prepare() {
  index_.emplace(graph());
  for (const auto& name : avoid_) filter_.avoid.push_back(entity(name));
  for (const auto& word : modalities_) filter_.modalities.push_back(parse_modality(word));
  mask_ = apply_filter(graph(), filter_);
}

EntityId GraphOptions::entity(const std::string& name) const { return resolve_entity(graph(), name); }

void GraphOptions::include_denials() {
  if (modalities_.empty()) modalities_ = {"asserted", "possible", "negated"};
}

void GraphOptions::default_families(std::vector<std::string> families) {
  if (filter_.families.empty() && filter_.relations.empty()) filter_.families = std::move(families);
}

}  // namespace entente::cli
