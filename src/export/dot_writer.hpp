// A graph in the DOT language (https://graphviz.org/doc/info/lang.html), written as a stream.
#pragma once

#include <iosfwd>
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

/// Writes a directed multigraph; nothing is kept, so its size does not matter. First attributes and defaults, then nodes, then edges.
///
/// Every name and value is quoted. Values must have gone through `dot_text` unless they are meant as escape sequences.
class DotWriter {
 public:
  DotWriter(std::ostream& out, std::string_view name);

  /// An attribute of the graph.
  void set(std::string_view name, std::string_view value);
  /// The graph's label as HTML-like markup.
  void set_markup_label(std::string_view markup);
  void set_node_default(std::string_view name, std::string_view value);
  void set_edge_default(std::string_view name, std::string_view value);
  /// Empty values but that of "label" are left out: they say nothing.
  void add_node(std::string_view id, const DotAttributes& attributes);
  /// `key` tells parallel edges apart.
  void add_edge(std::string_view tail, std::string_view head, std::string_view key, const DotAttributes& attributes);
  /// Ends the graph.
  void finish();

 private:
  void quoted(std::string_view text);
  void default_of(std::string_view kind, std::string_view name, std::string_view value);
  void list(const DotAttributes& attributes, bool first);
  void flush();

  std::ostream& out_;
  std::string text_;
};

}  // namespace entente
