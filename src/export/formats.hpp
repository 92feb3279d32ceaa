// The makers of all exporters: what the registry's rows point to.
#pragma once

#include <memory>

#include "entente/export/exporter.hpp"

namespace entente {

std::unique_ptr<Exporter> make_json_ld_exporter();
std::unique_ptr<Exporter> make_assertions_exporter();
std::unique_ptr<Exporter> make_n_quads_exporter();
std::unique_ptr<Exporter> make_turtle_exporter();
std::unique_ptr<Exporter> make_gexf_exporter();
std::unique_ptr<Exporter> make_graphml_exporter();
std::unique_ptr<Exporter> make_neo4j_exporter();
std::unique_ptr<Exporter> make_csv_exporter();
std::unique_ptr<Exporter> make_tsv_exporter();
std::unique_ptr<Exporter> make_html_exporter();
std::unique_ptr<Exporter> make_dot_exporter();
std::unique_ptr<Exporter> make_svg_exporter();
std::unique_ptr<Exporter> make_png_exporter();
std::unique_ptr<Exporter> make_pdf_exporter();

}  // namespace entente
