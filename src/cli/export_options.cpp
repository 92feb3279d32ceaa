#include "cli/export_options.hpp"

namespace entente::cli {

void add_selection_options(CLI::App& app, Selection& selection) {
  const auto* group = "What to keep";
  app.add_option("--around", selection.around, "Only this entity and what is near it (repeat for more)")->group(group)->type_name("ENTITY");
  app.add_option("--hops", selection.hops, "How near, in edges")->group(group)->capture_default_str()->type_name("N");
  app.add_option("--top", selection.top, "Only the N best connected entities")->group(group)->type_name("N");
  app.add_option("--families", selection.families, "Only relations of these families")->group(group)->delimiter(',')->type_name("NAME,...");
  app.add_option("--relations", selection.relations, "Only these relations")->group(group)->delimiter(',')->type_name("NAME,...");
  app.add_option("--documents", selection.documents, "Only what these documents say")->group(group)->delimiter(',')->type_name("ID,...");
  app.add_option("--min-support", selection.min_support, "Only edges with at least N assertions")->group(group)->type_name("N");
  app.add_option("--min-confidence", selection.min_confidence, "Only edges of at least this confidence")
      ->group(group)
      ->check(CLI::Range(0.0, 1.0));
  app.add_option("--since", selection.since, "Only what is said of this date or later; undated is left out")
      ->group(group)
      ->type_name("DATE");
  app.add_option("--until", selection.until, "Only what is said of this date or earlier")->group(group)->type_name("DATE");
}

void add_writing_options(CLI::App& app, ExportOptions& options) {
  const auto* group = "How to write it";
  app.add_option("--title", options.title, "Heading of a diagram or page")->group(group);
  app.add_option("--layout", options.layout, "Graphviz layout of a drawing; by size if not given")
      ->group(group)
      ->check(CLI::IsMember({"dot", "sfdp", "fdp", "neato", "circo", "twopi"}));
  app.add_option("--bundle", options.bundle, "Which edges a drawing joins into one line")
      ->group(group)
      ->check(CLI::IsMember({"auto", "none", "family"}))
      ->capture_default_str();
  app.add_flag("!--no-legend", options.legend, "Drawings without a legend")->group(group);
  app.add_option_function<unsigned>(
         "--time-limit", [&options](unsigned seconds) { options.time_limit = std::chrono::seconds(seconds); },
         "Seconds that a layout may take (120)")
      ->group(group)
      ->type_name("SECONDS");
  app.add_flag("!--no-evidence", options.evidence, "Leave out sentences and documents, where the format can")->group(group);
  app.add_flag("--for-spreadsheet", options.for_spreadsheet, "CSV, TSV: an apostrophe before cells that a spreadsheet would run")
      ->group(group);
  app.add_flag("--dynamic", options.dynamic, "GEXF: dates as intervals in which edges exist")->group(group);
}

}  // namespace entente::cli
