// A graph in the DOT language: the one place where libcgraph is used.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// Names and values of attributes.
using DotAttributes = std::vector<std::pair<std::string, std::string>>;

/// `text` as a value that means itself in DOT: backslashes doubled, "&" of what looks like a character reference written "&amp;",
/// "-." written "&#45;."; U+FEFF and what XML cannot hold becomes U+FFFD. Undoing these gives `text` again but for U+FFFD.
std::string dot_text(std::string_view text);

/// `text` for an HTML-like label.
std::string dot_markup(std::string_view text);

/// `url` (see `web_address`) as Graphviz 2.42 wants it, which writes it into SVG as it is.
std::string dot_url(std::string_view url);

/// A directed multigraph under construction.
///
/// libcgraph is not thread-safe, not even for separate graphs: an object holds one process-wide lock from construction to
/// destruction. Values must have gone through `dot_text` unless they are meant as escape sequences.
class DotGraph {
 public:
  explicit DotGraph(std::string_view name);
  ~DotGraph();
  DotGraph(const DotGraph&) = delete;
  DotGraph& operator=(const DotGraph&) = delete;

  /// An attribute of the graph.
  void set(const std::string& name, const std::string& value);
  /// The graph's label as HTML-like markup.
  void set_markup_label(const std::string& markup);
  void set_node_default(const std::string& name, const std::string& value);
  void set_edge_default(const std::string& name, const std::string& value);
  void add_node(const std::string& id, const DotAttributes& attributes);
  /// `tail` and `head` are nodes added before.
  void add_edge(const std::string& tail, const std::string& head, const std::string& key, const DotAttributes& attributes);

  /// Throws `OutputError` if libcgraph fails.
  void write(std::ostream& out) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace entente
