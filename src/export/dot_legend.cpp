#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "export/clean_text.hpp"
#include "export/dot.hpp"

namespace entente {

namespace {

constexpr std::string_view no_break = "&#160;";

/// How a line of the family looks, in characters: the table cannot hold lines.
std::string line_sample(const FamilyStyle& style) {
  std::string_view head = style.arrowhead == "diamond" ? "&#9670;"
                          : style.arrowhead == "odot"  ? "&#9675;"
                          : style.arrowhead == "vee"   ? "&#62;"
                                                       : "&#9654;";
  std::string_view line = style.twin               ? "&#9552;&#9552;&#9552;"
                          : style.line == "dotted" ? "&#183;&#183;&#183;&#183;&#183;"
                                                   : "&#9473;&#9473;&#9473;";
  return fmt::format("<font color=\"{}\"><b>{}{}</b></font>", style.color, line, head);
}

std::string cell(const std::string& content, std::string_view attributes = "") {
  return fmt::format("<td align=\"left\" {}>{}</td>", attributes, content);
}

std::string family_row(const Diagram& diagram) {
  std::string row = "<tr>" + cell("<b>Lines</b>");
  for (const auto& [name, style] : diagram.families) row += cell(line_sample(style) + std::string(no_break) + dot_markup(name));
  return row + "</tr>";
}

std::string type_row(const Diagram& diagram) {
  std::string row = "<tr>" + cell("<b>Nodes</b>");
  std::size_t column = 0;
  for (const auto& [name, style] : diagram.types) {
    if (column != 0 && column % 6 == 0) row += "</tr><tr>" + cell("");
    ++column;
    const auto fill = diagram.detail == Detail::dense ? style.dark : style.fill;
    const auto ink = diagram.detail == Detail::dense ? "#FFFFFF" : "#222222";
    row += cell(fmt::format("<font color=\"{}\">{}{}{}</font>", ink, no_break, dot_markup(name), no_break),
                fmt::format("bgcolor=\"{}\" style=\"rounded\"", fill));
  }
  return row + "</tr>";
}

std::string notes(const Diagram& diagram) {
  std::string text = "A thicker line has more statements behind it; dashed: the text denies it; pale: only possible.";
  if (diagram.detail == Detail::dense) text += " Dots are actors with few relations.";
  if (diagram.alone != 0) text += fmt::format(" {} without relations {} not drawn.", diagram.alone, diagram.alone == 1 ? "is" : "are");
  return text;
}

}  // namespace

double legend_scale(const Diagram& diagram) {
  const auto nodes = static_cast<double>(diagram.entities.size());
  if (diagram.layout == "dot") return 1;
  return std::clamp(std::cbrt(nodes / 40.0), 1.0, 4.0);
}

std::string legend_markup(const Diagram& diagram, const ExportOptions& options) {
  const double scale = legend_scale(diagram);
  std::string markup =
      fmt::format("<table border=\"0\" cellborder=\"0\" cellspacing=\"{0}\" cellpadding=\"{0}\">", static_cast<int>(3 * scale));
  constexpr std::string_view span = "colspan=\"7\"";
  if (!options.title.empty())
    markup += fmt::format(
        "<tr>{}</tr>",
        cell(fmt::format("<font point-size=\"{:.0f}\"><b>{}</b></font>", 18 * scale, dot_markup(shorten(options.title, 120))), span));
  if (options.legend && !diagram.families.empty())
    markup += family_row(diagram) + type_row(diagram) +
              fmt::format("<tr>{}</tr>", cell("<font color=\"#555555\">" + notes(diagram) + "</font>", span));
  return markup + "</table>";
}

}  // namespace entente
