#include "export/dot_writer.hpp"

#include <ostream>

#include "export/clean_text.hpp"

namespace entente {

namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16;

// Graphviz reads a string in runs of at most 16,384 bytes; a spliced line (backslash, line break), which reading drops, ends a run.
constexpr std::size_t longest_run = 8000;

bool is_word(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '#'; }

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

DotWriter::DotWriter(std::ostream& out, std::string_view name) : out_(out) {
  text_ = "digraph ";
  quoted(name);
  text_ += " {\n";
}

/// In a quoted string only the quotation mark has to be escaped.
void DotWriter::quoted(std::string_view text) {
  text_ += '"';
  for (const char c : text) {
    if (c == '"') text_ += '\\';
    text_ += c;
  }
  text_ += '"';
}

void DotWriter::set(std::string_view name, std::string_view value) {
  quoted(name);
  text_ += '=';
  quoted(value);
  text_ += ";\n";
}

void DotWriter::set_markup_label(std::string_view markup) { ((text_ += "label=<") += markup) += ">;\n"; }

void DotWriter::default_of(std::string_view kind, std::string_view name, std::string_view value) {
  (text_ += kind) += " [";
  quoted(name);
  text_ += '=';
  quoted(value);
  text_ += "];\n";
}

void DotWriter::set_node_default(std::string_view name, std::string_view value) { default_of("node", name, value); }

void DotWriter::set_edge_default(std::string_view name, std::string_view value) { default_of("edge", name, value); }

void DotWriter::list(const DotAttributes& attributes, bool first) {
  for (const auto& [name, value] : attributes) {
    if (value.empty() && name != "label") continue;
    if (!first) text_ += ", ";
    first = false;
    quoted(name);
    text_ += '=';
    quoted(value);
  }
  text_ += "];\n";
  if (text_.size() > buffer_size) flush();
}

void DotWriter::add_node(std::string_view id, const DotAttributes& attributes) {
  quoted(id);
  text_ += " [";
  list(attributes, true);
}

void DotWriter::add_edge(std::string_view tail, std::string_view head, std::string_view key, const DotAttributes& attributes) {
  quoted(tail);
  text_ += " -> ";
  quoted(head);
  text_ += " [key=";
  quoted(key);
  list(attributes, false);
}

void DotWriter::finish() {
  text_ += "}\n";
  flush();
}

void DotWriter::flush() {
  out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
  text_.clear();
}

}  // namespace entente
