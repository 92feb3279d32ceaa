#include <fmt/format.h>

#include <fstream>

#include "entente/base/error.hpp"
#include "entente/base/file.hpp"
#include "entente/export/selection.hpp"
#include "export/dot.hpp"
#include "export/formats.hpp"
#include "export/process.hpp"

namespace entente {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_drawn = 2000;

class DotExporter : public Exporter {
 public:
  void write(const KnowledgeGraph& graph, const ExportOptions& options, const fs::path& path) const override {
    const bool bundled = options.bundle == "family";
    const auto diagram = make_diagram(graph, options, bundled);
    write_file(path, [&](std::ostream& out) {
      DotWriter dot(out, "entente");
      fill_dot(dot, diagram, options, !bundled);
    });
  }
};

/// Draws by running Graphviz as a program: a layout that takes too long can be ended only so.
class DrawingExporter : public Exporter {
 public:
  explicit DrawingExporter(const char* type) : type_(type) {}

  void write(const KnowledgeGraph& graph, const ExportOptions& options, const fs::path& path) const override {
    if (graph.entities.size() > most_drawn) {
      Selection best;
      best.top = most_drawn;
      draw(select(graph, best), options, path);
    } else {
      draw(graph, options, path);
    }
  }

 private:
  void draw(const KnowledgeGraph& graph, const ExportOptions& options, const fs::path& path) const {
    TemporaryFolder folder;
    const auto source = folder.path() / "graph.dot", drawing = folder.path() / "drawing";
    auto diagram = make_diagram(graph, options, true);
    auto result = lay_out(diagram, options, source, drawing);
    if (result.timed_out && diagram.layout == "dot" && options.layout.empty()) {
      diagram.layout = "sfdp";
      result = lay_out(diagram, options, source, drawing);
    }
    check(result, diagram, options);
    std::ifstream bytes(drawing, std::ios::binary);
    write_file(path, [&](std::ostream& out) { out << bytes.rdbuf(); });
  }

  ProcessResult lay_out(const Diagram& diagram, const ExportOptions& options, const fs::path& source, const fs::path& drawing) const {
    write_file(source, [&](std::ostream& out) {
      DotWriter dot(out, "entente");
      fill_dot(dot, diagram, options, false);
    });
    std::vector<std::string> command = {diagram.layout, std::string("-T") + type_};
    if (std::string_view(type_).starts_with("png")) command.emplace_back(diagram.detail == Detail::dense ? "-Gdpi=60" : "-Gdpi=120");
    command.insert(command.end(), {"-o", drawing.string(), source.string()});
    return run_process(command, options.time_limit);
  }

  static void check(const ProcessResult& result, const Diagram& diagram, const ExportOptions& options) {
    if (result.timed_out)
      throw OutputError(fmt::format(
          "the layout by {} of {} nodes and {} lines took longer than {} s; draw less (--top, --around, --min-support), take another "
          "--layout, or raise --time-limit",
          diagram.layout, diagram.entities.size(), diagram.lines(), options.time_limit.count()));
    if (result.status == 127)
      throw OutputError(fmt::format("'{}' cannot be run: drawings need Graphviz (Debian: graphviz)", diagram.layout));
    if (result.status != 0) throw OutputError(fmt::format("{} failed with status {}: {}", diagram.layout, result.status, result.errors));
  }

  const char* type_;
};

}  // namespace

std::unique_ptr<Exporter> make_dot_exporter() { return std::make_unique<DotExporter>(); }
std::unique_ptr<Exporter> make_svg_exporter() { return std::make_unique<DrawingExporter>("svg"); }
std::unique_ptr<Exporter> make_png_exporter() { return std::make_unique<DrawingExporter>("png:cairo"); }
std::unique_ptr<Exporter> make_pdf_exporter() { return std::make_unique<DrawingExporter>("pdf"); }

}  // namespace entente
