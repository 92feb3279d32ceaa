#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "entente/graph/assertion_lines.hpp"
#include "entente/graph/knowledge_graph.hpp"
#include "graph/json_node.hpp"

namespace entente {

namespace {

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

/// A document that grows line by line; its entities are found again by content.
class Draft {
 public:
  explicit Draft(std::string id) { graph.document.id = std::move(id); }

  LocalEntityId entity(LocalEntity entity) {
    std::sort(entity.aliases.begin(), entity.aliases.end());
    const auto [at, fresh] = known_.emplace(entity, static_cast<std::uint32_t>(graph.entities.size()));
    if (fresh) graph.entities.push_back(std::move(entity));
    return {at->second};
  }

  DocumentGraph graph;

 private:
  std::map<LocalEntity, std::uint32_t> known_;
};

class LineReader {
 public:
  LineReader(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  std::vector<DocumentGraph> read(const std::vector<RelationInfo>& relations) {
    std::size_t at = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (std::uint32_t line = 1; at < text_.size(); ++line) {
      const auto end = std::min(text_.find('\n', at), text_.size());
      const auto content = text_.substr(at, end - at);
      if (!is_blank(content)) {
        const auto document = JsonDocument::parse(content, file_, line);
        const JsonNode node(text_, file_, at, document.root());
        node.find("entities") != nullptr ? read_record(node) : read_assertion(node);
      }
      at = end + 1;
    }
    std::vector<DocumentGraph> documents;
    for (auto& [id, draft] : drafts_) documents.push_back(canonical(std::move(draft.graph), relations));
    return documents;
  }

 private:
  Draft& draft(const std::string& id) { return drafts_.try_emplace(id, id).first->second; }

  void read_record(const JsonNode& node) {
    const auto id = node.text("document");
    auto& document = draft(id);
    for (const auto& part : node.nodes("record")) {
      document.graph.document = {id,
                                 part.text_or("title"),
                                 part.text_or("author"),
                                 part.text_or("date"),
                                 part.text_or("url"),
                                 part.text_or("language"),
                                 part.text_or("sha256"),
                                 part.number_or("sentences", 0, INT64_MAX)};
    }
    for (const auto& part : node.nodes("unlinked")) document.entity(read_entity(part));
  }

  static LocalEntity read_entity(const JsonNode& node) {
    return {node.text("label"), node.text_or("type"), node.text_or("gazetteer"), node.text_or("wikidata"), node.texts("aliases")};
  }

  static JsonNode only(const JsonNode& node, std::string_view key) {
    const auto nodes = node.nodes(key);
    if (nodes.size() != 1) node.fail_at(key, fmt::format("expected an object for \"{}\"", key));
    return nodes.front();
  }

  static void read_span(const JsonNode& node, std::string_view key, Span& span, std::string& text) {
    const auto* value = node.find(key);
    if (value == nullptr || value->is_null()) return;
    const auto part = only(node, key);
    span = part.span("start", "end");
    text = part.text_or("text");
  }

  static Modality modality(const JsonNode& node) {
    const auto word = node.text_or("modality", "asserted");
    for (const auto known : {Modality::asserted, Modality::possible, Modality::negated})
      if (word == to_string(known)) return known;
    node.fail_at("modality", fmt::format("expected asserted, possible or negated, found '{}'", word.substr(0, 60)));
  }

  void read_assertion(const JsonNode& node) {
    auto& document = draft(node.text("document"));
    const auto source = only(node, "source"), target = only(node, "target");
    Assertion a;
    a.source = document.entity(read_entity(source));
    a.target = document.entity(read_entity(target));
    a.relation = node.text("relation");
    a.modality = modality(node);
    if (const auto* speaker = node.find("attributed_to"); speaker != nullptr && !speaker->is_null())
      a.attributed_to = document.entity(read_entity(only(node, "attributed_to")));
    if (const auto* time = node.find("time"); time != nullptr && !time->is_null()) a.time = node.text("time");
    read_span(source, "mention", a.source_mention, a.source_text);
    read_span(target, "mention", a.target_mention, a.target_text);
    read_span(node, "trigger", a.trigger, a.trigger_text);
    read_span(node, "sentence", a.sentence, a.sentence_text);
    a.confidence = node.real_or("confidence", 1);
    a.by = node.text_or("by");
    document.graph.assertions.push_back(std::move(a));
  }

  std::string_view text_;
  const std::string& file_;
  std::map<std::string, Draft> drafts_;
};

}  // namespace

std::vector<DocumentGraph> parse_assertion_lines(std::string_view text, const std::string& file,
                                                 const std::vector<RelationInfo>& relations) {
  return LineReader(text, file).read(relations);
}

bool is_assertion_lines(std::string_view text) {
  const auto first_line = text.substr(0, std::min(text.find('\n'), text.size()));
  return first_line.find("\"document\"") != std::string_view::npos && first_line.find("\"@context\"") == std::string_view::npos;
}

}  // namespace entente
