// A diagram as a DOT graph.
#pragma once

#include "export/diagram.hpp"
#include "export/dot_writer.hpp"

namespace entente {

/// Adds attributes, nodes and lines of `diagram` to `dot`. `with_data` adds the fields of every node and edge as attributes.
void fill_dot(DotWriter& dot, const Diagram& diagram, const ExportOptions& options, bool with_data);

/// The legend (families, types, widths, notes) as a table of HTML-like markup, with the title above.
std::string legend_markup(const Diagram& diagram, const ExportOptions& options);

/// Factor by which a legend must grow to stay readable beside a drawing of this many nodes.
double legend_scale(const Diagram& diagram);

}  // namespace entente
