#include "entente/base/file.hpp"
#include "entente/graph/assertion_lines.hpp"
#include "entente/graph/json_ld.hpp"
#include "export/formats.hpp"

namespace entente {

namespace {

class JsonLdExporter : public Exporter {
 public:
  void write(const KnowledgeGraph& graph, const ExportOptions&, const std::filesystem::path& path) const override {
    write_graph(path, graph);
  }
};

class AssertionsExporter : public Exporter {
 public:
  void write(const KnowledgeGraph& graph, const ExportOptions&, const std::filesystem::path& path) const override {
    write_file(path, [&](std::ostream& out) { write_assertion_lines(graph, out); });
  }
};

}  // namespace

std::unique_ptr<Exporter> make_json_ld_exporter() { return std::make_unique<JsonLdExporter>(); }

std::unique_ptr<Exporter> make_assertions_exporter() { return std::make_unique<AssertionsExporter>(); }

}  // namespace entente
