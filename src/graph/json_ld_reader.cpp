#include "graph/json_ld_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>

#include "entente/base/error.hpp"
#include "entente/graph/iri.hpp"
#include "graph/json_ld_nodes.hpp"

namespace entente {

namespace {

/// Texts up to this size are parsed whole for a better message.
constexpr std::size_t parse_whole_limit = std::size_t{64} << 20;

template <class T, class Name>
std::optional<std::uint32_t> position(const std::vector<T>& sorted, std::string_view name, const Name& name_of) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), name, [&](const T& t, std::string_view n) { return name_of(t) < n; });
  if (at == sorted.end() || name_of(*at) != name) return std::nullopt;
  return static_cast<std::uint32_t>(at - sorted.begin());
}

class Reader {
 public:
  Reader(std::string_view text, const std::string& file, ReadDetail detail, Integrity integrity)
      : text_(text), file_(file), detail_(detail), integrity_(integrity) {}

  ParsedGraph read() {
    const auto slices = slice_graph(text_, file_);
    read_context(slices.context);
    for (const auto& slice : slices.nodes) read_node(slice);
    sort_nodes();
    for (const auto& slice : entities_) read_entity(slice);
    sort_entities();
    for (const auto& slice : edges_) add_edge(slice);
    sort_edges();
    if (detail_ == ReadDetail::structure) leave_structure();
    return std::move(parsed_);
  }

 private:
  [[noreturn]] void fail(std::size_t offset, std::string_view what) const { throw InputError(message_at(text_, file_, offset, what)); }

  JsonDocument parse(const JsonSlice& slice) const {
    try {
      return JsonDocument::parse(slice.of(text_), file_, slice.line);
    } catch (const InputError&) {
      // Columns of that message count from the slice; in the whole text they are right.
      const bool starts_line = slice.begin == 0 || text_[slice.begin - 1] == '\n';
      if (!starts_line && text_.size() <= parse_whole_limit) (void)JsonDocument::parse(text_, file_);
      throw;
    }
  }

  void read_context(const JsonSlice& slice) {
    const auto document = parse(slice);
    const JsonNode context(text_, file_, slice.begin, document.root());
    const auto entities = context.text("ent");
    if (!entities.ends_with("entity/")) context.fail_at("ent", "expected an IRI that ends in entity/");
    graph_.base = entities.substr(0, entities.size() - 7);
    try {
      check_base(graph_.base);
    } catch (const UsageError& error) {
      context.fail_at("ent", error.what());
    }
    for (const auto& [prefix, path] : {std::pair("rel", "rel/"), std::pair("edge", "edge/"), std::pair("doc", "doc/")})
      if (context.text(prefix) != graph_.base + path) context.fail_at(prefix, fmt::format("expected \"{}{}\"", graph_.base, path));
  }

  void read_node(const JsonSlice& slice) {
    const auto document = parse(slice);
    const JsonNode node(text_, file_, slice.begin, document.root());
    const auto type = node.text("@type");
    if (type == "Document") {
      read_document(node);
    } else if (type == "Relation") {
      read_relation(node);
    } else if (type == "Graph") {
      read_header(node);
    } else if (type == "Edge" || type == "Loop") {
      edges_.push_back(slice);
    } else {
      entities_.push_back(slice);
    }
  }

  void read_header(const JsonNode& node) {
    node.check_members({"@type", "@id", "version", "rules"});
    if (node.number_or("version", 1, 1000) != 1) node.fail_at("version", "this program reads version 1 of the format; install a newer one");
    if (node.find("rules") == nullptr) return;
    try {
      graph_.rules = parse_merge_rules(node.text("rules"), "rules");
    } catch (const InputError& error) {
      node.fail_at("rules", fmt::format("cannot be read as merge rules: {}", error.what()));
    }
  }

  void read_document(const JsonNode& node) {
    node.check_members({"@type", "@id", "title", "author", "published", "date", "url", "language", "sha256", "sentences"});
    graph_.documents.push_back({node.name("@id", "doc"), node.text_or("title"), node.text_or("author"),
                                node.text_or("published", node.text_or("date")), node.text_or("url"), node.text_or("language"),
                                node.text_or("sha256"), node.number_or("sentences", 0, std::numeric_limits<std::int64_t>::max())});
  }

  void read_relation(const JsonNode& node) {
    node.check_members({"@type", "@id", "name", "family", "plover", "inverseLabel", "symmetric"});
    graph_.relations.push_back({node.name("@id", "rel"), node.text_or("family"), node.text_or("inverseLabel"), node.text_or("plover"),
                                node.truth_or("symmetric", false)});
  }

  template <class T, class Name>
  void sort_by_name(std::vector<T>& things, const Name& name_of, std::string_view kind) const {
    std::sort(things.begin(), things.end(), [&](const T& a, const T& b) { return name_of(a) < name_of(b); });
    const auto twice = std::adjacent_find(things.begin(), things.end(), [&](const T& a, const T& b) { return name_of(a) == name_of(b); });
    if (twice != things.end()) fail(0, fmt::format("the file defines the {} '{}' twice", kind, name_of(*twice)));
  }

  void sort_nodes() {
    sort_by_name(
        graph_.documents, [](const DocumentRecord& d) -> const std::string& { return d.id; }, "document");
    sort_by_name(
        graph_.relations, [](const RelationInfo& r) -> const std::string& { return r.name; }, "relation");
  }

  void sort_entities() {
    sort_by_name(
        graph_.entities, [](const Entity& e) -> const std::string& { return e.key; }, "entity");
  }

  void read_entity(const JsonSlice& slice) {
    const auto document = parse(slice);
    const JsonNode node(text_, file_, slice.begin, document.root());
    node.check_members({"@type", "@id", "name", "alias", "wikidata", "sameAs", "mergeReason", "appearance"}, "rel:");
    auto& entity = graph_.entities.emplace_back();
    entity.key = node.name("@id", "ent");
    entity.label = node.text("name");
    entity.type = type_of_term(node.text("@type"));
    entity.wikidata = node.text_or("wikidata");
    entity.aliases = node.texts("alias");
    entity.merge_reasons = node.texts("mergeReason");
    std::sort(entity.aliases.begin(), entity.aliases.end());
    std::sort(entity.merge_reasons.begin(), entity.merge_reasons.end());
    for (const auto& part : node.nodes("appearance")) read_appearance(part, entity);
    std::sort(entity.appearances.begin(), entity.appearances.end());
  }

  void read_appearance(const JsonNode& node, Entity& entity) {
    node.check_members({"@type", "@id", "document", "name", "nodeType", "gazetteer", "wikidata", "alias"});
    const auto id = node.name("document", "doc");
    const auto document = find_document(graph_, id);
    if (!document) node.fail_at("document", fmt::format("there is no document '{}' in this graph", id.substr(0, 100)));
    entity.appearances.push_back(
        {*document, {node.text("name"), node.text("nodeType"), node.text_or("gazetteer"), node.text_or("wikidata"), node.texts("alias")}});
    if (integrity_ == Integrity::verified && node.text("@id") != "ent:" + appearance_name(graph_, entity, entity.appearances.back()))
      node.fail_at("@id", changed_since_written);
  }

  void add_edge(const JsonSlice& slice) {
    const auto document = parse(slice);
    auto edge = read_edge(JsonNode(text_, file_, slice.begin, document.root()), graph_, integrity_);
    if (detail_ == ReadDetail::without_evidence_text)
      for (auto& e : edge.evidence)
        for (auto* text : {&e.sentence_text, &e.source_text, &e.target_text, &e.trigger_text, &e.by}) text->clear();
    if (edge.source == edge.target) {
      graph_.loops.push_back(std::move(edge));
    } else {
      graph_.edges.push_back(std::move(edge));
      parsed_.edge_ranges.push_back({slice.begin, slice.end});
    }
  }

  void sort_edges() {
    const auto place = [](const Edge& e) { return std::tie(e.source, e.relation, e.target, e.negated); };
    const auto less = [&](const Edge& a, const Edge& b) { return place(a) < place(b); };
    std::sort(graph_.loops.begin(), graph_.loops.end(), less);
    std::vector<std::uint32_t> order(graph_.edges.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return less(graph_.edges[a], graph_.edges[b]); });
    std::vector<Edge> edges;
    std::vector<ByteRange> ranges;
    for (const auto i : order) {
      if (!edges.empty() && place(edges.back()) == place(graph_.edges[i]))
        fail(parsed_.edge_ranges[i].begin, "this edge stands here for the second time");
      edges.push_back(std::move(graph_.edges[i]));
      ranges.push_back(parsed_.edge_ranges[i]);
    }
    graph_.edges = std::move(edges);
    parsed_.edge_ranges = std::move(ranges);
  }

  void leave_structure() {
    for (auto& entity : graph_.entities) entity.appearances.clear();
    for (auto* edges : {&graph_.edges, &graph_.loops})
      for (auto& edge : *edges) edge.evidence = {};
  }

  std::string_view text_;
  const std::string& file_;
  ReadDetail detail_;
  Integrity integrity_;
  ParsedGraph parsed_;
  KnowledgeGraph& graph_ = parsed_.graph;
  std::vector<JsonSlice> entities_, edges_;
};

}  // namespace

std::optional<DocumentId> find_document(const KnowledgeGraph& graph, std::string_view id) {
  const auto at = position(graph.documents, id, [](const DocumentRecord& d) { return std::string_view(d.id); });
  return at ? std::optional(DocumentId{*at}) : std::nullopt;
}

std::optional<RelationId> find_relation(const KnowledgeGraph& graph, std::string_view name) {
  const auto at = position(graph.relations, name, [](const RelationInfo& r) { return std::string_view(r.name); });
  return at ? std::optional(RelationId{*at}) : std::nullopt;
}

ParsedGraph parse_any_layout(std::string_view text, const std::string& file, ReadDetail detail, Integrity integrity) {
  return Reader(text, file, detail, integrity).read();
}

ParsedGraph parse_graph_text(std::string_view text, const std::string& file, ReadDetail detail) {
  if (auto parsed = parse_own_layout(text, detail)) return std::move(*parsed);
  return parse_any_layout(text, file, detail);
}

Edge parse_one_edge(std::string_view text, const std::string& file, ByteRange range, const KnowledgeGraph& graph, Integrity integrity) {
  const auto document = JsonDocument::parse(text.substr(range.begin, range.end - range.begin), file);
  return read_edge(JsonNode(text, file, range.begin, document.root()), graph, integrity);
}

KnowledgeGraph parse_json_ld(std::string_view text, const std::string& file, ReadDetail detail) {
  return parse_graph_text(text, file, detail).graph;
}

KnowledgeGraph read_graph(const std::filesystem::path& path, ReadDetail detail) {
  if (path == "-") return parse_json_ld(read_standard_input(), "standard input", detail);
  const MappedFile file(path);
  return parse_json_ld(file.bytes(), path.string(), detail);
}

GraphFile::GraphFile(const std::filesystem::path& path, ReadDetail detail) : name_(path.string()), detail_(detail), file_(path) {
  auto parsed = parse_graph_text(file_.bytes(), name_, detail);
  graph_ = std::move(parsed.graph);
  ranges_ = std::move(parsed.edge_ranges);
}

Edge GraphFile::edge(EdgeId id) const {
  const auto integrity = detail_ == ReadDetail::structure ? Integrity::apart : Integrity::as_found;
  return parse_one_edge(file_.bytes(), name_, ranges_[id.value], graph_, integrity);
}

}  // namespace entente
