#include "export/dot_graph.hpp"

#include <graphviz/cgraph.h>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <ostream>

#include "entente/base/error.hpp"
#include "export/clean_text.hpp"

namespace entente {

namespace {

std::mutex one_at_a_time;

// Graphviz reads a string in runs of at most 16,384 bytes; a spliced line (backslash, line break), which reading drops, ends a run.
constexpr std::size_t longest_run = 8000;

int put(void* channel, const char* text) {
  auto& out = *static_cast<std::ostream*>(channel);
  out.write(text, static_cast<std::streamsize>(std::strlen(text)));
  return out ? 0 : EOF;
}

int flush(void*) { return 0; }

Agiodisc_t stream_io = {nullptr, put, flush};

bool is_word(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '#'; }

// libcgraph takes char* but does not write to them.
char* mutable_text(const std::string& text) { return const_cast<char*>(text.c_str()); }

}  // namespace

std::string dot_text(std::string_view text) {
  if (text == "-.") return "&#45;.";
  std::string value;
  std::size_t run = 0;  // bytes since the last line splice
  for_each_code_point(text, [&](char32_t c, std::string_view bytes) {
    const auto before = value.size();
    if (run > longest_run) {
      value += "\\\n";
      run = 0;
    }
    if (c == '\\')
      value += "\\\\";
    else if (!is_xml_character(c) || c == 0xFEFF)
      value += "\xEF\xBF\xBD";
    else if (c == '&' && bytes.data() + 1 < text.data() + text.size() && is_word(bytes.data()[1]))
      value += "&amp;";
    else
      value += bytes;
    run += value.size() - before;
  });
  return value;
}

std::string dot_markup(std::string_view text) {
  std::string markup;
  for_each_code_point(text, [&](char32_t c, std::string_view bytes) {
    switch (c) {
      case '&':
        markup += "&amp;";
        break;
      case '<':
        markup += "&lt;";
        break;
      case '>':
        markup += "&gt;";
        break;
      default:
        markup += is_xml_character(c) ? bytes : std::string_view("\xEF\xBF\xBD");
    }
  });
  return markup;
}

std::string dot_url(std::string_view url) {
  std::string value;
  for (const char c : url) value += c == '&' ? std::string("&amp;") : std::string(1, c);
  return value;
}

struct DotGraph::State {
  std::unique_lock<std::mutex> lock{one_at_a_time};
  Agdisc_t disciplines = {&AgMemDisc, &AgIdDisc, &stream_io};
  Agraph_t* graph = nullptr;
};

DotGraph::DotGraph(std::string_view name) : state_(std::make_unique<State>()) {
  state_->graph = agopen(mutable_text(std::string(name)), Agdirected, &state_->disciplines);
  if (state_->graph == nullptr) throw OutputError("libcgraph cannot make a graph");
  set("linelength", "0");  // else long values are broken by a backslash at the line end, which few readers know
}

DotGraph::~DotGraph() {
  if (state_->graph != nullptr) agclose(state_->graph);
}

void DotGraph::set(const std::string& name, const std::string& value) {
  agattr(state_->graph, AGRAPH, mutable_text(name), mutable_text(value));
}

void DotGraph::set_markup_label(const std::string& markup) {
  char* label = agstrdup_html(state_->graph, mutable_text(markup));
  agattr(state_->graph, AGRAPH, const_cast<char*>("label"), label);
  agstrfree(state_->graph, label);
}

void DotGraph::set_node_default(const std::string& name, const std::string& value) {
  agattr(state_->graph, AGNODE, mutable_text(name), mutable_text(value));
}

void DotGraph::set_edge_default(const std::string& name, const std::string& value) {
  agattr(state_->graph, AGEDGE, mutable_text(name), mutable_text(value));
}

void DotGraph::add_node(const std::string& id, const DotAttributes& attributes) {
  auto* node = agnode(state_->graph, mutable_text(id), 1);
  for (const auto& [name, value] : attributes) agsafeset(node, mutable_text(name), mutable_text(value), const_cast<char*>(""));
}

void DotGraph::add_edge(const std::string& tail, const std::string& head, const std::string& key, const DotAttributes& attributes) {
  auto* a = agnode(state_->graph, mutable_text(tail), 0);
  auto* b = agnode(state_->graph, mutable_text(head), 0);
  if (a == nullptr || b == nullptr) throw OutputError("an edge of the diagram has no node");
  auto* edge = agedge(state_->graph, a, b, mutable_text(key), 1);
  for (const auto& [name, value] : attributes) agsafeset(edge, mutable_text(name), mutable_text(value), const_cast<char*>(""));
}

void DotGraph::write(std::ostream& out) const {
  if (agwrite(state_->graph, &out) == EOF) throw OutputError("libcgraph cannot write the graph");
}

}  // namespace entente
