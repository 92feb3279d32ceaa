#include "export/rdf_terms.hpp"

#include <array>
#include <charconv>
#include <deque>
#include <map>
#include <ostream>
#include <streambuf>

#include "entente/base/json.hpp"
#include "entente/graph/json_ld.hpp"

namespace entente {

namespace {

const std::string rdf_type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const std::string xsd = "http://www.w3.org/2001/XMLSchema#";

/// A term of the context.
struct Term {
  std::string iri;
  std::string type;
};

/// 9.1E-1 for 0.91: the canonical form of xsd:double with at most 16 digits, as JSON-LD wants it.
std::string canonical_double(double value) {
  std::array<char, 40> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific, 15).ptr;
  const std::string text(buffer.data(), end);
  const auto e = text.find('e');
  auto mantissa = text.substr(0, e);
  while (mantissa.ends_with('0') && !mantissa.ends_with(".0")) mantissa.pop_back();
  return mantissa + "E" + std::to_string(std::stoi(text.substr(e + 1)));
}

class Expander {
 public:
  Expander(const std::string& context, const TripleSink& sink) : sink_(sink) {
    const auto json = JsonDocument::parse(context, "context");
    for (const auto& member : json.root().members) {
      const auto& value = member.value;
      const auto* id = value.find("@id");
      const auto* type = value.find("@type");
      terms_[member.key] = {id != nullptr ? id->string : value.string, type != nullptr ? type->string : std::string()};
    }
  }

  void expand(std::string_view line) {
    const auto json = JsonDocument::parse(line, "graph");
    waiting_.push_back(&json.root());
    while (!waiting_.empty()) {
      const auto& node = *waiting_.front();
      waiting_.pop_front();
      expand_node(node);
    }
  }

 private:
  /// An IRI for a term of the vocabulary or a compact IRI.
  std::string iri(const std::string& name) const {
    if (const auto term = terms_.find(name); term != terms_.end() && term->second.iri != name) return iri(term->second.iri);
    const auto colon = name.find(':');
    if (colon == std::string::npos) return name;
    const auto prefix = terms_.find(name.substr(0, colon));
    return prefix == terms_.end() || name.compare(colon, 3, "://") == 0 ? name : prefix->second.iri + name.substr(colon + 1);
  }

  void expand_node(const JsonValue& node) {
    const auto subject = iri(node.find("@id")->string);
    for (const auto& member : node.members) {
      if (member.key == "@id") continue;
      if (member.key == "@type") {
        sink_(subject, rdf_type, {true, iri(member.value.string), {}});
        continue;
      }
      const auto term = terms_.find(member.key);
      if (term == terms_.end()) continue;  // JSON-LD drops what the context does not know
      const auto predicate = iri(member.key);
      if (member.value.is_array())
        for (const auto& element : member.value.elements) expand_value(subject, predicate, term->second.type, element);
      else
        expand_value(subject, predicate, term->second.type, member.value);
    }
  }

  void expand_value(const std::string& subject, const std::string& predicate, const std::string& type, const JsonValue& value) {
    if (value.is_object()) {
      sink_(subject, predicate, {true, iri(value.find("@id")->string), {}});
      waiting_.push_back(&value);
    } else if (type == "@id") {
      sink_(subject, predicate, {true, iri(value.string), {}});
    } else if (value.is_boolean()) {
      sink_(subject, predicate, {false, value.boolean ? "true" : "false", xsd + "boolean"});
    } else if (value.is_number()) {
      const bool real = type == "xsd:double" || !value.is_integer();
      const auto datatype = !type.empty() ? iri(type) : xsd + (real ? "double" : "integer");
      sink_(subject, predicate, {false, real ? canonical_double(value.number) : std::to_string(value.integer), datatype});
    } else {
      sink_(subject, predicate, {false, value.string, type.empty() ? std::string() : iri(type)});
    }
  }

  const TripleSink& sink_;
  std::map<std::string, Term> terms_;
  std::deque<const JsonValue*> waiting_;
};

/// Cuts what is written to it into lines and hands on those that are objects of the graph.
class LineBuffer : public std::streambuf {
 public:
  explicit LineBuffer(Expander& expander) : expander_(expander) {}

 protected:
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    std::string_view rest(text, static_cast<std::size_t>(size));
    while (!rest.empty()) {
      const auto end = rest.find('\n');
      line_ += rest.substr(0, end);
      if (end == std::string_view::npos) break;
      take();
      rest.remove_prefix(end + 1);
    }
    return size;
  }
  int_type overflow(int_type c) override {
    const char byte = traits_type::to_char_type(c);
    return xsputn(&byte, 1) == 1 ? c : traits_type::eof();
  }

 private:
  void take() {
    if (in_graph_ && line_.starts_with('{')) {
      if (line_.ends_with(',')) line_.pop_back();
      expander_.expand(line_);
    }
    if (line_.starts_with("\"@graph\":[")) in_graph_ = true;
    line_.clear();
  }

  Expander& expander_;
  std::string line_;
  bool in_graph_ = false;
};

}  // namespace

void for_each_triple(const KnowledgeGraph& graph, const TripleSink& sink) {
  Expander expander(json_ld_context(graph), sink);
  LineBuffer lines(expander);
  std::ostream out(&lines);
  out.exceptions(std::ios::badbit);
  write_json_ld(graph, out);
}

}  // namespace entente
