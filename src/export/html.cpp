#include <algorithm>
#include <cmath>
#include <ostream>
#include <streambuf>

#include "entente/base/error.hpp"
#include "entente/base/file.hpp"
#include "entente/base/json_writer.hpp"
#include "entente/schema/schema.hpp"
#include "export/formats.hpp"
#include "export/layout.hpp"
#include "export/style.hpp"

namespace entente {

namespace {

/// Passes bytes on with "<" as "\u003c": JSON in a page then cannot end its script element, and "<" stands only in JSON strings.
class PageBuffer : public std::streambuf {
 public:
  explicit PageBuffer(std::ostream& out) : out_(out) {}

 protected:
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    std::string_view rest(text, static_cast<std::size_t>(size));
    while (true) {
      const auto at = rest.find('<');
      out_ << rest.substr(0, at);
      if (at == std::string_view::npos) return out_ ? size : 0;
      out_ << "\\u003c";
      rest.remove_prefix(at + 1);
    }
  }
  int_type overflow(int_type c) override {
    const char byte = traits_type::to_char_type(c);
    return xsputn(&byte, 1) == 1 ? c : traits_type::eof();
  }

 private:
  std::ostream& out_;
};

/// Radii of nodes on the screen, in pixels: larger with the number of edges, smaller in a large graph.
std::vector<double> node_sizes(const KnowledgeGraph& graph) {
  std::vector<double> sizes(graph.entities.size());
  for (const auto& edge : graph.edges) sizes[edge.source.value] += 1, sizes[edge.target.value] += 1;
  const double least = sizes.size() > 800 ? 2.2 : sizes.size() > 200 ? 3 : 4;
  for (auto& size : sizes) size = std::min(24.0, least + 1.3 * std::sqrt(size));
  return sizes;
}

std::vector<Place> places_of(const KnowledgeGraph& graph, const std::vector<double>& sizes) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (const auto& edge : graph.edges) pairs.emplace_back(edge.source.value, edge.target.value);
  auto radii = sizes;
  for (auto& radius : radii) radius = 1.25 * radius + 1;  // the picture is some 800 pixels wide
  return force_layout(pairs, radii);
}

double rounded(double value) { return std::round(value * 10) / 10; }

/// The graph as src/export/page/data.js reads it: references are places in lists, spans are their first code point.
class PageData {
 public:
  PageData(const KnowledgeGraph& graph, std::ostream& out) : graph_(graph), families_(families_in_use(graph)), json_(out) {}

  void write(const ExportOptions& options) {
    json_.begin_object().member("title", options.title);
    documents();
    vocabulary();
    nodes();
    json_.key("edges").begin_array();
    for (const auto& edge : graph_.edges) write_edge(edge);
    json_.end_array().end_object();
    json_.flush();
  }

 private:
  void documents() {
    json_.key("documents").begin_array();
    for (const auto& d : graph_.documents)
      json_.line_break()
          .begin_object()
          .member("id", d.id)
          .member("title", d.title)
          .member("date", d.date)
          .member("url", d.url)
          .end_object();
    json_.end_array();
  }

  void vocabulary() {
    json_.key("families").begin_array();
    for (const auto& name : families_) {
      const auto style = family_style(graph_, name);
      json_.begin_object()
          .member("name", name)
          .member("color", style.color)
          .member("line", style.line)
          .member("twin", style.twin)
          .end_object();
    }
    json_.end_array().key("types").begin_object();
    for (const auto& name : types_in_use(graph_)) json_.member(name, type_style(graph_, name).dark);
    json_.end_object().key("relations").begin_array();
    for (const auto& relation : graph_.relations) {
      std::size_t family = 0;
      while (family < families_.size() && families_[family] != relation.family) ++family;
      json_.begin_object().member("name", relation.name).member("family", family).member("symmetric", relation.symmetric).end_object();
    }
    json_.end_array();
  }

  void nodes() {
    const auto sizes = node_sizes(graph_);
    const auto places = places_of(graph_, sizes);
    json_.key("nodes").begin_array();
    for (std::size_t i = 0; i < places.size(); ++i) {
      const auto& e = graph_.entities[i];
      json_.line_break()
          .begin_object()
          .member("key", e.key)
          .member("label", e.label)
          .member("type", e.type)
          .member("wikidata", e.wikidata)
          .member("aliases", e.aliases)
          .member("x", rounded(places[i].x))
          .member("y", rounded(places[i].y))
          .member("size", rounded(sizes[i]))
          .end_object();
    }
    json_.end_array();
  }

  void write_edge(const Edge& edge) {
    json_.line_break().begin_object().member("s", edge.source.value).member("t", edge.target.value).member("r", edge.relation.value);
    json_.member("neg", edge.negated).member("conf", edge.confidence).member("first", edge.first).member("last", edge.last);
    json_.key("ev").begin_array();
    for (const auto& e : edge.evidence) {
      json_.begin_object().member("d", e.document.value).member("m", static_cast<unsigned>(e.modality)).member("conf", e.confidence);
      if (e.attributed_to.valid()) json_.member("who", e.attributed_to.value);
      json_.member_if("time", e.time).member_if("by", e.by).member("text", e.sentence_text).member("at", e.sentence.begin);
      json_.member("srw", e.source_text)
          .member("sr", e.source_mention.begin)
          .member("tgw", e.target_text)
          .member("tg", e.target_mention.begin);
      json_.member("trw", e.trigger_text).member("tr", e.trigger.begin).end_object();
    }
    json_.end_array().end_object();
  }

  const KnowledgeGraph& graph_;
  std::vector<std::string> families_;
  JsonWriter json_;
};

class HtmlExporter : public Exporter {
 public:
  void write(const KnowledgeGraph& graph, const ExportOptions& options, const std::filesystem::path& path) const override {
    const auto file = data_folder("web") / "page.template.html";
    const auto page = read_file(file);
    constexpr std::string_view place = "/*DATA*/";
    const auto at = page.find(place);
    if (at == std::string::npos) throw InputError(file.string() + ": has no place for the graph; rebuild it by tools/page/build.sh");
    write_file(path, [&](std::ostream& out) {
      out << std::string_view(page).substr(0, at);
      PageBuffer buffer(out);
      std::ostream escaped(&buffer);
      PageData(graph, escaped).write(options);
      out << std::string_view(page).substr(at + place.size());
    });
  }
};

}  // namespace

std::unique_ptr<Exporter> make_html_exporter() { return std::make_unique<HtmlExporter>(); }

}  // namespace entente
