#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "export/clean_text.hpp"
#include "export/dot.hpp"
#include "export/tooltips.hpp"

namespace entente {

namespace {

constexpr std::size_t most_named_dense = 120;
constexpr std::size_t most_downwards = 25;  // more in a hierarchy would be very wide; names are wide, so sideways it is more compact

/// Ids are keys; "-." alone would be written without quotes by programs of Graphviz.
std::string node_id(const Entity& entity) { return entity.key == "-." ? "%2D." : dot_text(entity.key); }

/// Nodes grow with their place in the ranking: 1 for the first, falling to 0.
double importance(std::size_t rank, std::size_t nodes) {
  return nodes < 2 ? 1 : 1 - std::log2(1.0 + static_cast<double>(rank)) / std::log2(1.0 + static_cast<double>(nodes));
}

/// The label on at most three lines of some 18 characters.
std::string wrapped(const std::string& label) {
  std::string text, word;
  std::size_t width = 0, lines = 1;
  const auto flush = [&] {
    const auto length = word.size();
    if (width != 0 && width + 1 + length > 18 && lines < 3) {
      text += '\n';
      width = 0;
      ++lines;
    } else if (width != 0) {
      text += ' ';
    }
    text += word;
    width += length + 1;
    word.clear();
  };
  for (const char c : shorten(label, 60)) {
    if (c == ' ')
      flush();
    else
      word += c;
  }
  flush();
  return text;
}

DotAttributes node_data(const KnowledgeGraph& graph, const Entity& entity) {
  std::string documents;
  std::set<std::uint32_t> seen;
  for (const auto& appearance : entity.appearances)
    if (seen.insert(appearance.document.value).second)
      documents += (documents.empty() ? "" : "\n") + graph.document(appearance.document).id;
  DotAttributes data = {{"fullname", entity.label},
                        {"type", entity.type},
                        {"wikidata", entity.wikidata},
                        {"aliases", fmt::format("{}", fmt::join(entity.aliases, "\n"))},
                        {"documents", documents}};
  for (auto& [name, value] : data) value = dot_text(value);
  return data;
}

DotAttributes edge_data(const KnowledgeGraph& graph, const Edge& edge) {
  const auto& relation = graph.relation(edge.relation);
  return {{"relation", dot_text(relation.name)},
          {"family", dot_text(relation.family)},
          {"symmetric", relation.symmetric ? "true" : "false"},
          {"polarity", edge.negated ? "negated" : "affirmed"},
          {"confidence", fmt::format("{}", edge.confidence)},
          {"support", fmt::format("{}", edge.support())},
          {"documents", fmt::format("{}", edge.documents)},
          {"asserted", fmt::format("{}", edge.modality.asserted)},
          {"possible", fmt::format("{}", edge.modality.possible)},
          {"negated", fmt::format("{}", edge.modality.negated)},
          {"first", dot_text(edge.first)},
          {"last", dot_text(edge.last)}};
}

DotAttributes dot_for(const TypeStyle& style) {
  return {{"shape", "circle"}, {"label", ""}, {"width", "0.16"}, {"fillcolor", style.dark}, {"color", "#FFFFFF"}, {"penwidth", "0.5"}};
}

DotAttributes box_for(const Diagram& diagram, const Entity& entity, const TypeStyle& style, double weight) {
  const double spread = diagram.detail == Detail::full ? 4 : diagram.detail == Detail::medium ? 14 : 34;
  const double least = diagram.detail == Detail::full ? 11 : diagram.detail == Detail::medium ? 10 : 12;
  const auto size = least + spread * weight * weight;
  return {{"shape", style.shape},
          {"label", dot_text(wrapped(entity.label))},
          {"fillcolor", style.fill},
          {"color", style.dark},
          {"fontsize", fmt::format("{:.1f}", size)},
          {"margin", fmt::format("{:.2f},{:.2f}", size * 0.009, size * 0.004)}};
}

/// How many others each entity has a line to.
std::vector<std::size_t> neighbour_counts(const Diagram& diagram) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  diagram.for_each_line([&](const Bundle& bundle) {
    pairs.emplace_back(bundle.a.value, bundle.b.value);
    pairs.emplace_back(bundle.b.value, bundle.a.value);
  });
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  std::vector<std::size_t> counts(diagram.graph->entities.size());
  for (const auto& [a, b] : pairs) ++counts[a];
  return counts;
}

void add_nodes(DotWriter& dot, const Diagram& diagram, bool with_data) {
  const auto& graph = *diagram.graph;
  const auto neighbours = neighbour_counts(diagram);
  for (std::size_t i = 0; i < diagram.entities.size(); ++i) {
    const auto id = diagram.entities[i];
    const auto& entity = graph.entity(id);
    const auto& style = diagram.types.at(entity.type);
    const bool dotted = diagram.detail == Detail::dense && diagram.rank[i] >= most_named_dense;
    auto attributes = dotted ? dot_for(style) : box_for(diagram, entity, style, importance(diagram.rank[i], diagram.entities.size()));
    attributes.emplace_back("tooltip", dot_text(node_tooltip(graph, id, neighbours[id.value])));
    attributes.emplace_back("URL", wikidata_page(entity.wikidata));
    attributes.emplace_back("id", dot_text("node-" + entity.key));
    attributes.emplace_back("class", dot_text(entity.type));
    if (with_data)
      for (auto& field : node_data(graph, entity)) attributes.push_back(std::move(field));
    dot.add_node(node_id(entity), attributes);
  }
}

/// The family with most support, and the second, if any.
std::vector<std::string> leading_families(const KnowledgeGraph& graph, const Bundle& bundle) {
  std::map<std::string, std::size_t> support;
  for (const auto* edge : bundle.forward) support[graph.relation(edge->relation).family] += edge->support();
  for (const auto* edge : bundle.backward) support[graph.relation(edge->relation).family] += edge->support();
  std::vector<std::string> families;
  for (const auto& [family, count] : support) families.push_back(family);
  std::stable_sort(families.begin(), families.end(), [&](const auto& a, const auto& b) { return support[a] > support[b]; });
  return families;
}

struct Certainty {
  bool denied = true;
  bool possible = true;
};

Certainty certainty_of(const Bundle& bundle) {
  Certainty certainty;
  for (const auto* list : {&bundle.forward, &bundle.backward})
    for (const auto* edge : *list) {
      certainty.denied &= edge->negated;
      certainty.possible &= edge->modality.asserted == 0 && !edge->negated;
    }
  return certainty;
}

DotAttributes line_style(const Diagram& diagram, const Bundle& bundle) {
  const auto& graph = *diagram.graph;
  const auto families = leading_families(graph, bundle);
  const auto& style = diagram.families.at(families.front());
  const auto certainty = certainty_of(bundle);
  const bool dense = diagram.detail == Detail::dense;
  const std::string alpha = dense ? (certainty.possible ? "44" : "77") : certainty.possible ? "80" : "";
  const auto line = style.color + alpha;
  std::string color = line;
  if (families.size() > 1)
    color = line + ":" + diagram.families.at(families[1]).color + alpha;
  else if (style.twin && !dense)
    color = line + ":#FFFFFF:" + line;
  const double most = dense ? 3 : style.twin ? 3.5 : 5, least = dense ? 0.4 : style.twin ? 0.8 : 1;
  const double width =
      std::min(most, least + (dense ? 0.5 : 0.8) * std::log2(static_cast<double>(std::max<std::size_t>(1, bundle.support()))));
  const bool symmetric =
      std::all_of(bundle.forward.begin(), bundle.forward.end(), [&](const Edge* edge) { return graph.relation(edge->relation).symmetric; });
  const bool both = !bundle.forward.empty() && !bundle.backward.empty();
  const char* direction = both ? "both" : bundle.forward.empty() ? "back" : symmetric ? "none" : "forward";
  return {{"color", color},
          {"style", certainty.denied ? "dashed" : style.line},
          {"penwidth", fmt::format("{:.2f}", width)},
          {"arrowhead", certainty.denied ? "tee" : style.arrowhead},
          {"arrowtail", certainty.denied ? "tee" : style.arrowhead},
          {"arrowsize", dense ? "0.4" : "0.7"},
          {"dir", direction},
          {"fontcolor", style.color}};
}

std::string line_label(const Diagram& diagram, const Bundle& bundle) {
  std::string text;
  std::size_t shown = 0;
  const auto all = bundle.forward.size() + bundle.backward.size();
  for (const auto* list : {&bundle.forward, &bundle.backward})
    for (const auto* edge : *list) {
      if (shown == 3) return text + fmt::format("\n+{} more", all - shown);
      text += (shown == 0 ? "" : "\n") + edge_phrase(*diagram.graph, *edge);
      if (edge->support() > 1) text += fmt::format(" ×{}", edge->support());
      ++shown;
    }
  return text;
}

std::string line_url(const KnowledgeGraph& graph, const Bundle& bundle) {
  for (const auto* list : {&bundle.forward, &bundle.backward})
    for (const auto* edge : *list)
      for (const auto& evidence : edge->evidence)
        if (const auto url = web_address(graph.document(evidence.document).url); !url.empty()) return dot_url(url);
  return {};
}

void add_lines(DotWriter& dot, const Diagram& diagram, bool with_data) {
  const auto& graph = *diagram.graph;
  diagram.for_each_line([&](const Bundle& bundle) {
    const auto& first = bundle.forward.empty() ? *bundle.backward.front() : *bundle.forward.front();
    auto attributes = line_style(diagram, bundle);
    const auto tooltip = dot_text(bundle_tooltip(graph, bundle));
    if (diagram.detail == Detail::full || with_data) {
      attributes.emplace_back("label", dot_text(line_label(diagram, bundle)));
      attributes.emplace_back("labeltooltip", tooltip);
    }
    attributes.emplace_back("tooltip", tooltip);
    attributes.emplace_back("edgetooltip", tooltip);
    attributes.emplace_back("URL", line_url(graph, bundle));
    attributes.emplace_back("id", dot_text("edge-" + first.key));
    attributes.emplace_back("class", dot_text(graph.relation(first.relation).family));
    if (with_data)
      for (auto& field : edge_data(graph, first)) attributes.push_back(std::move(field));
    dot.add_edge(node_id(graph.entity(bundle.a)), node_id(graph.entity(bundle.b)), dot_text(first.key), attributes);
  });
}

void set_graph(DotWriter& dot, const Diagram& diagram, const ExportOptions& options) {
  const std::string font = "DejaVu Sans,Verdana,Arial,sans-serif";
  const bool hierarchy = diagram.layout == "dot";
  dot.set("charset", "UTF-8");
  dot.set("bgcolor", "white");
  dot.set("pad", "0.3");
  dot.set("outputorder", "edgesfirst");
  dot.set("fontname", font);
  dot.set("fontsize", fmt::format("{:.0f}", 11 * legend_scale(diagram)));
  dot.set("labelloc", "b");
  dot.set("labeljust", "l");
  dot.set("tooltip", dot_text(options.title.empty() ? "Graph of who stands how to whom" : options.title));
  dot.set("splines", hierarchy ? "true" : "line");
  dot.set("overlap", hierarchy ? "false" : "prism");
  if (hierarchy) {
    if (diagram.entities.size() > most_downwards) dot.set("rankdir", "LR");
    dot.set("ranksep", "0.6");
    dot.set("nodesep", "0.35");
    dot.set("remincross", "true");
  } else {
    dot.set("K", diagram.detail == Detail::dense ? "0.8" : diagram.entities.size() > 60 ? "1.1" : "2.2");
    dot.set("repulsiveforce", "1.6");
    dot.set("sep", diagram.entities.size() > 60 ? "+6" : diagram.entities.size() > 20 ? "+20" : "+60");
    dot.set("start", "7");
  }
  dot.set_node_default("fontname", font);
  dot.set_node_default("style", "filled");
  dot.set_node_default("fontcolor", "#1A1A1A");
  dot.set_node_default("label", "\\N");
  dot.set_node_default("height", "0.1");
  dot.set_node_default("width", "0.1");
  dot.set_node_default("target", "_blank");
  dot.set_edge_default("fontname", font);
  dot.set_edge_default("fontsize", "9");
  dot.set_edge_default("target", "_blank");
  if (!options.title.empty() || (options.legend && !diagram.families.empty())) dot.set_markup_label(legend_markup(diagram, options));
}

}  // namespace

void fill_dot(DotWriter& dot, const Diagram& diagram, const ExportOptions& options, bool with_data) {
  set_graph(dot, diagram, options);
  add_nodes(dot, diagram, with_data);
  add_lines(dot, diagram, with_data);
  dot.finish();
}

}  // namespace entente
