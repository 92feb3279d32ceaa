#include <array>
#include <ostream>
#include <utility>

#include "entente/base/file.hpp"
#include "export/clean_text.hpp"
#include "export/formats.hpp"
#include "export/rdf_terms.hpp"

namespace entente {

namespace {

/// A literal by the grammar of N-Triples: `"`, `\` and control characters escaped, all else as it is.
std::string literal(std::string_view text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string quoted = "\"";
  for_each_code_point(text, [&](char32_t c, std::string_view bytes) {
    if (c == '"' || c == '\\')
      (quoted += '\\') += bytes;
    else if (c == '\n')
      quoted += "\\n";
    else if (c == '\r')
      quoted += "\\r";
    else if (c == '\t')
      quoted += "\\t";
    else if (c < 0x20 || c == 0x7F)
      ((quoted += "\\u00") += digits[c >> 4]) += digits[c & 15];
    else
      quoted += bytes;
  });
  return quoted + '"';
}

void append_iri(std::string& out, const std::string& iri) { ((out += '<') += iri) += '>'; }

void flush_if_long(std::string& text, std::ostream& out, std::size_t most = std::size_t{1} << 16) {
  if (text.size() < most) return;
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  text.clear();
}

/// N-Quads of the default graph (https://www.w3.org/TR/n-quads/), which are N-Triples too.
void write_n_quads(const KnowledgeGraph& graph, std::ostream& out) {
  std::string text;
  for_each_triple(graph, [&](const std::string& subject, const std::string& predicate, const RdfObject& object) {
    append_iri(text, subject);
    append_iri(text += ' ', predicate);
    text += ' ';
    if (object.is_iri) {
      append_iri(text, object.value);
    } else {
      text += literal(object.value);
      if (!object.datatype.empty()) append_iri(text += "^^", object.datatype);
    }
    text += " .\n";
    flush_if_long(text, out);
  });
  flush_if_long(text, out, 0);
}

/// Turtle (https://www.w3.org/TR/turtle/): a block a subject.
class TurtleWriter {
 public:
  TurtleWriter(const KnowledgeGraph& graph, std::ostream& out) : graph_(graph), out_(out) {
    const auto& base = graph.base;
    prefixes_ = {{"kg", base + "ns#"},
                 {"rel", base + "rel/"},
                 {"ent", base + "entity/"},
                 {"edge", base + "edge/"},
                 {"doc", base + "doc/"},
                 {"node", base + "node/"},
                 {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
                 {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
                 {"xsd", "http://www.w3.org/2001/XMLSchema#"},
                 {"skos", "http://www.w3.org/2004/02/skos/core#"},
                 {"schema", "http://schema.org/"},
                 {"prov", "http://www.w3.org/ns/prov#"},
                 {"oa", "http://www.w3.org/ns/oa#"},
                 {"wd", "http://www.wikidata.org/entity/"}};
  }

  void write() {
    for (const auto& [prefix, iri] : prefixes_) text_ += "@prefix " + prefix + ": <" + iri + "> .\n";
    for_each_triple(graph_, [&](const std::string& subject, const std::string& predicate, const RdfObject& object) {
      if (subject != subject_) {
        text_ += subject_.empty() ? "\n" : " .\n\n";
        append_name(subject_ = subject);
      } else {
        text_ += " ;";
      }
      text_ += "\n  ";
      append_name(predicate);
      text_ += ' ';
      if (object.is_iri) {
        append_name(object.value);
      } else {
        text_ += literal(object.value);
        if (!object.datatype.empty()) {
          text_ += "^^";
          append_name(object.datatype);
        }
      }
      flush_if_long(text_, out_);
    });
    if (!subject_.empty()) text_ += " .\n";
    flush_if_long(text_, out_, 0);
  }

 private:
  /// A prefixed name where the local part is plain, else the whole IRI.
  void append_name(const std::string& iri) {
    for (const auto& [prefix, start] : prefixes_) {
      if (!iri.starts_with(start) || iri.size() == start.size()) continue;
      const auto local = std::string_view(iri).substr(start.size());
      const bool plain =
          local.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == std::string_view::npos;
      if (!plain || local.front() == '-') continue;
      ((text_ += prefix) += ':') += local;
      return;
    }
    append_iri(text_, iri);
  }

  const KnowledgeGraph& graph_;
  std::ostream& out_;
  std::vector<std::pair<std::string, std::string>> prefixes_;
  std::string text_;
  std::string subject_;
};

class RdfExporter : public Exporter {
 public:
  explicit RdfExporter(bool turtle) : turtle_(turtle) {}
  void write(const KnowledgeGraph& graph, const ExportOptions&, const std::filesystem::path& path) const override {
    write_file(path, [&](std::ostream& out) { turtle_ ? TurtleWriter(graph, out).write() : write_n_quads(graph, out); });
  }

 private:
  bool turtle_;
};

}  // namespace

std::unique_ptr<Exporter> make_n_quads_exporter() { return std::make_unique<RdfExporter>(false); }
std::unique_ptr<Exporter> make_turtle_exporter() { return std::make_unique<RdfExporter>(true); }

}  // namespace entente
