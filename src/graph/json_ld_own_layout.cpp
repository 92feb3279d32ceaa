#include <tuple>

#include "entente/base/error.hpp"
#include "entente/base/hash.hpp"
#include "entente/base/json.hpp"
#include "entente/graph/iri.hpp"
#include "graph/json_ld_reader.hpp"
#include "graph/json_ld_scanner.hpp"
#include "graph/name_table.hpp"

namespace entente {

namespace {

class OwnLayoutReader {
 public:
  OwnLayoutReader(std::string_view text, ReadDetail detail) : text_(text), scan_(text), detail_(detail) {}

  bool read() {
    if (!read_context() || !read_header()) return false;
    while (scan_.take(",\n{\"@type\":\"")) {
      const auto begin = scan_.offset() - 10;
      std::string_view type;
      if (!scan_.take_plain(type) || !read_node(type, begin)) return false;
    }
    return scan_.take("\n]}\n") && scan_.at_end();
  }

  ParsedGraph result() { return std::move(parsed_); }

 private:
  bool read_context() {
    constexpr std::string_view first = "{\"@context\":", then = ",\n\"@graph\":[\n";
    const auto end = text_.find(then);
    if (!text_.starts_with(first) || end == std::string_view::npos) return false;
    const auto context = JsonDocument::parse(text_.substr(first.size(), end - first.size()), "");
    std::string base = context.text_or(context.root(), "ent");
    if (!base.ends_with("entity/")) return false;
    base.resize(base.size() - 7);
    for (const auto& [prefix, path] : {std::pair("rel", "rel/"), std::pair("edge", "edge/"), std::pair("doc", "doc/")})
      if (context.text_or(context.root(), prefix) != base + path) return false;
    graph_.base = base;
    scan_.move_to(end + then.size());
    return true;
  }

  bool read_header() {
    if (!scan_.take("{\"@type\":\"Graph\",\"@id\":\"kg:graph\",\"version\":1")) return false;
    std::string rules;
    if (scan_.take(",\"rules\":\"")) {
      if (!scan_.take_text(rules)) return false;
      graph_.rules = parse_merge_rules(rules, "rules");
    }
    return scan_.take("}");
  }

  bool read_node(std::string_view type, std::size_t begin) {
    const auto rank = type == "Document" ? 0 : type == "Relation" ? 1 : type == "Edge" ? 3 : type == "Loop" ? 4 : 2;
    if (rank < rank_) return false;
    rank_ = rank;
    switch (rank) {
      case 0:
        return read_document();
      case 1:
        return read_relation();
      case 2:
        return read_entity(type);
      case 3:
        if (graph_.edges.capacity() == 0) reserve_edges();
        if (!read_edge(graph_.edges)) return false;
        parsed_.edge_ranges.push_back({begin, scan_.offset()});
        return true;
      default:
        return read_edge(graph_.loops);
    }
  }

  /// Room for as many edges as the rest of the file can hold: growing would move millions of them, untouched room costs nothing.
  void reserve_edges() {
    constexpr std::size_t shortest_edge = 400;
    graph_.edges.reserve(scan_.left() / shortest_edge + 1);
    parsed_.edge_ranges.reserve(scan_.left() / shortest_edge + 1);
  }

  template <std::size_t Size>
  bool optional_text(const char (&key)[Size], std::string& text) {
    return !scan_.take(key) || scan_.take_text(text);
  }
  template <std::size_t Size>
  bool kept_text(const char (&key)[Size], std::string& text) {
    return !scan_.take(key) || (detail_ == ReadDetail::all ? scan_.take_text(text) : scan_.skip_text());
  }

  bool read_document() {
    std::string_view name;
    DocumentRecord d;
    if (!scan_.take(",\"@id\":\"doc:") || !scan_.take_plain(name)) return false;
    d.id = decode_segment(name);
    if (!graph_.documents.empty() && graph_.documents.back().id >= d.id) return false;
    if (!optional_text(",\"title\":\"", d.title) || !optional_text(",\"author\":\"", d.author)) return false;
    if (!optional_text(",\"published\":\"", d.date) || !optional_text(",\"date\":\"", d.date)) return false;
    if (!optional_text(",\"url\":\"", d.url) || !optional_text(",\"language\":\"", d.language)) return false;
    if (!optional_text(",\"sha256\":\"", d.sha256) || !scan_.take(",\"sentences\":") || !scan_.take_number(d.sentences)) return false;
    documents_.add(name);
    graph_.documents.push_back(std::move(d));
    return scan_.take("}");
  }

  bool read_relation() {
    std::string_view name;
    RelationInfo r;
    if (!scan_.take(",\"@id\":\"rel:") || !scan_.take_plain(name) || !scan_.take(",\"name\":\"") || !scan_.take_text(r.name)) return false;
    if (decode_segment(name) != r.name || (!graph_.relations.empty() && graph_.relations.back().name >= r.name)) return false;
    if (!optional_text(",\"family\":\"", r.family) || !optional_text(",\"plover\":\"", r.plover)) return false;
    if (!optional_text(",\"inverseLabel\":\"", r.inverse_label)) return false;
    r.symmetric = scan_.take(",\"symmetric\":true}");
    relations_.add(name);
    graph_.relations.push_back(std::move(r));
    return graph_.relations.back().symmetric || scan_.take(",\"symmetric\":false}");
  }

  bool read_entity(std::string_view type) {
    std::string_view name, item;
    Entity e;
    if (type.find('\\') != std::string_view::npos || !scan_.take(",\"@id\":\"ent:") || !scan_.take_plain(name)) return false;
    e.key = decode_segment(name);
    e.type = type_of_term(type);
    if (!graph_.entities.empty() && graph_.entities.back().key >= e.key) return false;
    if (!scan_.take(",\"name\":\"") || !scan_.take_text(e.label)) return false;
    if (scan_.take(",\"alias\":[") && !scan_.take_texts(e.aliases)) return false;
    if (!optional_text(",\"wikidata\":\"", e.wikidata)) return false;
    if (scan_.take(",\"sameAs\":\"") && !scan_.take_plain(item)) return false;
    if (scan_.take(",\"mergeReason\":[") && !scan_.take_texts(e.merge_reasons)) return false;
    if (scan_.take(",\"appearance\":[") && !(detail_ == ReadDetail::structure ? scan_.skip_to_last_bracket() : read_appearances(name, e)))
      return false;
    while (scan_.take(",\"rel:"))
      if (!scan_.skip_list()) return false;
    entities_.add(name);
    graph_.entities.push_back(std::move(e));
    return scan_.take("}");
  }

  bool read_appearances(std::string_view name, Entity& e) {
    do {
      auto& a = e.appearances.emplace_back();
      std::uint64_t hash = 0;
      if (!scan_.take("{\"@type\":\"Appearance\",\"@id\":\"ent:") || !scan_.take(name) || !take_hash(hash)) return false;
      const auto body = scan_.offset();
      std::string_view document;
      if (!scan_.take(",\"document\":\"doc:") || !scan_.take_plain(document) || !documents_.find(document, a.document.value)) return false;
      if (!scan_.take(",\"name\":\"") || !scan_.take_text(a.entity.label)) return false;
      if (!scan_.take(",\"nodeType\":\"") || !scan_.take_text(a.entity.type)) return false;
      if (!optional_text(",\"gazetteer\":\"", a.entity.gazetteer_id) || !optional_text(",\"wikidata\":\"", a.entity.wikidata)) return false;
      if (scan_.take(",\"alias\":[") && !scan_.take_texts(a.entity.aliases)) return false;
      if (hash64(scan_.since(body)) != hash || !scan_.take("}")) return false;
      if (e.appearances.size() > 1 && !(e.appearances[e.appearances.size() - 2] < a)) return false;
    } while (scan_.take(","));
    return scan_.take("]");
  }

  /// "/", a hash and the closing quote.
  bool take_hash(std::uint64_t& hash) {
    std::string_view digits;
    return scan_.take("/") && scan_.take_plain(digits) && parse_hex64(digits, hash);
  }

  bool read_edge(std::vector<Edge>& edges) {
    std::string_view key, relation, target;
    auto& e = edges.emplace_back();
    if (!scan_.take(",\"@id\":\"edge:") || !scan_.take_plain(key) || !read_source(e.source)) return false;
    if (!scan_.take(",\"relation\":\"rel:") || !scan_.take_plain(relation) || !relations_.find(relation, e.relation.value)) return false;
    if (!scan_.take(",\"target\":\"ent:") || !scan_.take_plain(target) || !entities_.find(target, e.target.value)) return false;
    if (!skip_family(e.relation)) return false;
    e.negated = scan_.take(",\"polarity\":\"negated\"");
    if (!e.negated && !scan_.take(",\"polarity\":\"affirmed\"")) return false;
    e.key = key;
    return is_in_place(edges) && has_its_key(e, target) && read_sums(e) && read_evidence_list(e);
  }

  /// Edges come in order of source: the last one's is likely meant again.
  bool read_source(EntityId& source) {
    std::string_view name;
    if (!scan_.take(",\"source\":\"ent:") || !scan_.take_plain(name)) return false;
    if (name != last_source_name_ && !entities_.find(name, last_source_.value)) return false;
    last_source_name_ = name;
    source = last_source_;
    return source.valid();
  }

  bool skip_family(RelationId relation) {
    if (graph_.relation(relation).family.empty()) return true;
    family_.clear();
    return scan_.take(",\"family\":\"") && scan_.take_text(family_) && family_ == graph_.relation(relation).family;
  }

  bool is_in_place(const std::vector<Edge>& edges) const {
    const auto& e = edges.back();
    if ((e.source == e.target) != (&edges == &graph_.loops)) return false;
    if (e.target < e.source && graph_.relation(e.relation).symmetric) return false;
    if (edges.size() == 1) return true;
    const auto& before = edges[edges.size() - 2];
    return std::tie(before.source, before.relation, before.target, before.negated) < std::tie(e.source, e.relation, e.target, e.negated);
  }

  /// The names in the file spare a look at the entities, as long as they need no decoding.
  bool has_its_key(const Edge& e, std::string_view target) {
    const auto key_of = [&](std::string_view name, EntityId id) {
      return name.find('%') == std::string_view::npos ? name : std::string_view(graph_.entity(id).key);
    };
    buffer_ = key_of(last_source_name_, e.source);
    ((buffer_ += '\x1F') += graph_.relation(e.relation).name) += '\x1F';
    ((buffer_ += key_of(target, e.target)) += '\x1F') += e.negated ? "negated" : "affirmed";
    std::uint64_t key = 0;
    return parse_hex64(e.key, key) && key == hash64(buffer_);
  }

  bool read_sums(Edge& e) {
    std::uint32_t mentions = 0;
    if (!scan_.take(",\"confidence\":") || !scan_.take_fraction(e.confidence)) return false;
    if (!scan_.take(",\"mentions\":") || !scan_.take_number(mentions) || mentions == 0 || mentions > scan_.left() / 80) return false;
    if (!scan_.take(",\"documentCount\":") || !scan_.take_number(e.documents)) return false;
    if (!scan_.take(",\"asserted\":") || !scan_.take_number(e.modality.asserted)) return false;
    if (!scan_.take(",\"possible\":") || !scan_.take_number(e.modality.possible)) return false;
    if (!scan_.take(",\"negated\":") || !scan_.take_number(e.modality.negated)) return false;
    if (!optional_text(",\"since\":\"", e.first) || !optional_text(",\"sinceText\":\"", e.first)) return false;
    if (!optional_text(",\"until\":\"", e.last) || !optional_text(",\"untilText\":\"", e.last)) return false;
    if (std::uint64_t{e.modality.asserted} + e.modality.possible + e.modality.negated != mentions) return false;
    if (detail_ != ReadDetail::structure) e.evidence.resize(mentions);
    return true;
  }

  bool read_evidence_list(Edge& edge) {
    if (!scan_.take(",\"evidence\":[")) return false;
    if (detail_ == ReadDetail::structure) return scan_.skip_to_last_bracket() && scan_.take("}");
    ModalityMix mix;
    for (std::size_t i = 0; i < edge.evidence.size(); ++i) {
      auto& e = edge.evidence[i];
      std::uint64_t hash = 0;
      if (i > 0 && !scan_.take(",")) return false;
      if (!scan_.take("{\"@type\":\"Evidence\",\"@id\":\"edge:") || !scan_.take(edge.key) || !take_hash(hash)) return false;
      const auto body = scan_.offset();
      if (!read_evidence(e) || hash64(scan_.since(body)) != hash || !scan_.take("}")) return false;
      if ((e.modality == Modality::negated) != edge.negated || (i > 0 && e.document < edge.evidence[i - 1].document)) return false;
      ++(e.modality == Modality::asserted ? mix.asserted : e.modality == Modality::possible ? mix.possible : mix.negated);
    }
    return mix == edge.modality && scan_.take("]}");
  }

  bool read_evidence(EdgeEvidence& e) {
    std::string_view document, speaker;
    if (!scan_.take(",\"document\":\"doc:") || !scan_.take_plain(document) || !documents_.find(document, e.document.value)) return false;
    if (!read_modality(e.modality)) return false;
    if (scan_.take(",\"attributedTo\":\"ent:") && (!scan_.take_plain(speaker) || !entities_.find(speaker, e.attributed_to.value)))
      return false;
    if (!optional_text(",\"time\":\"", e.time)) return false;
    if (!scan_.take(",\"confidence\":") || !scan_.take_fraction(e.confidence)) return false;
    if (!kept_text(",\"by\":\"", e.by) || !kept_text(",\"exact\":\"", e.sentence_text)) return false;
    if (!read_span(",\"start\":", ",\"end\":", e.sentence)) return false;
    if (!kept_text(",\"sourceText\":\"", e.source_text) || !read_span(",\"sourceStart\":", ",\"sourceEnd\":", e.source_mention))
      return false;
    if (!kept_text(",\"targetText\":\"", e.target_text) || !read_span(",\"targetStart\":", ",\"targetEnd\":", e.target_mention))
      return false;
    if (!kept_text(",\"triggerText\":\"", e.trigger_text) || !read_span(",\"triggerStart\":", ",\"triggerEnd\":", e.trigger)) return false;
    return !scan_.take(",\"variants\":\"") || read_variants(e);
  }

  bool read_modality(Modality& modality) {
    if (!scan_.take(",\"modality\":\"")) return false;
    for (const auto known : {Modality::asserted, Modality::possible, Modality::negated}) {
      if (!scan_.take(to_string(known))) continue;
      modality = known;
      return scan_.take("\"");
    }
    return false;
  }

  template <std::size_t StartSize, std::size_t EndSize>
  bool read_span(const char (&start)[StartSize], const char (&end)[EndSize], Span& span) {
    if (!scan_.take(start)) return true;
    return scan_.take_number(span.begin) && scan_.take(end) && scan_.take_number(span.end) && span.begin <= span.end;
  }

  bool read_variants(EdgeEvidence& e) {
    return scan_.take_number(e.source_variant) && scan_.take(" ") && scan_.take_number(e.target_variant) && scan_.take(" ") &&
           scan_.take_number(e.attributed_variant) && scan_.take("\"");
  }

  std::string_view text_;
  JsonScanner scan_;
  ReadDetail detail_;
  int rank_ = 0;
  ParsedGraph parsed_;
  KnowledgeGraph& graph_ = parsed_.graph;
  NameTable documents_, relations_, entities_;
  std::string_view last_source_name_;
  EntityId last_source_;
  std::string family_, buffer_;
};

}  // namespace

std::optional<ParsedGraph> parse_own_layout(std::string_view text, ReadDetail detail) {
  OwnLayoutReader reader(text, detail);
  try {
    if (!reader.read()) return std::nullopt;
  } catch (const Error&) {
    return std::nullopt;  // the other reader says what is wrong, and where
  }
  return reader.result();
}

}  // namespace entente
