// The makers of all exporters: what the registry's rows point to.
#pragma once

#include <memory>

#include "entente/export/exporter.hpp"

namespace entente {

std::unique_ptr<Exporter> make_dot_exporter();
std::unique_ptr<Exporter> make_svg_exporter();
std::unique_ptr<Exporter> make_png_exporter();
std::unique_ptr<Exporter> make_pdf_exporter();

}  // namespace entente
