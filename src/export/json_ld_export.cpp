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

}  // namespace

std::unique_ptr<Exporter> make_json_ld_exporter() { return std::make_unique<JsonLdExporter>(); }

}  // namespace entente
