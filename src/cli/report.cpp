#include "cli/report.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "cli/command.hpp"
#include "entente/base/json_writer.hpp"

namespace entente::cli {

namespace {

void print_notes(const std::vector<Diagnostic>& notes, bool quiet) {
  for (const auto& note : notes) {
    if (!note.skipped && quiet) continue;
    // An error of a reader already begins with the place.
    const bool placed = note.message.starts_with(note.source + ":");
    fmt::print(stderr, "{}{}{}\n", note.skipped ? "skipped: " : "", placed ? "" : note.source + ": ", note.message);
  }
}

/// What the summary says of the notes: ", 2 skipped, 1 warning"; empty if there are none.
std::string count_notes(const Diagnostics& diagnostics, std::size_t all) {
  const auto skipped = diagnostics.skipped();
  const auto warnings = all - skipped;
  std::string text;
  if (skipped > 0) text += fmt::format(", {} skipped", skipped);
  if (warnings > 0) text += fmt::format(", {} {}", warnings, warnings == 1 ? "warning" : "warnings");
  return text;
}

void print_json(const std::vector<Diagnostic>& notes, const Progress& total, const KnowledgeGraph& graph, double seconds) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.key("documents").value(static_cast<std::int64_t>(total.documents));
  json.key("sentences").value(static_cast<std::int64_t>(total.sentences));
  json.key("words").value(static_cast<std::int64_t>(total.words));
  json.key("assertions").value(static_cast<std::int64_t>(total.assertions));
  json.key("nodes").value(static_cast<std::int64_t>(graph.entities.size()));
  json.key("edges").value(static_cast<std::int64_t>(graph.edges.size()));
  json.key("seconds").value(seconds);
  json.key("notes").begin_array();
  for (const auto& note : notes) {
    json.begin_object();
    json.key("source").value(note.source);
    json.key("message").value(note.message);
    json.key("skipped").value(note.skipped);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  fmt::print(stderr, "{}\n", text);
}

}  // namespace

int report_run(const Diagnostics& diagnostics, const Progress& total, const KnowledgeGraph& graph, double seconds,
               const ReportOptions& options) {
  const auto notes = diagnostics.sorted();
  if (options.json) {
    print_json(notes, total, graph, seconds);
  } else {
    print_notes(notes, options.quiet);
    if (!options.quiet)
      fmt::print(stderr, "{} documents{}, {} sentences, {} assertions; {} nodes, {} edges; {:.1f} s, {:.0f} words/s\n", total.documents,
                 count_notes(diagnostics, notes.size()), total.sentences, total.assertions, graph.entities.size(), graph.edges.size(),
                 seconds, seconds > 0 ? static_cast<double>(total.words) / seconds : 0.0);
  }
  return diagnostics.skipped() == 0 ? done : bad_input;
}

}  // namespace entente::cli
