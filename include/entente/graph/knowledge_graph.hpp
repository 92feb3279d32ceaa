// The graph of all documents: entities and edges, every edge the sum of its assertions.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/id.hpp"
#include "entente/base/span.hpp"
#include "entente/extract/assertion.hpp"
#include "entente/graph/document_graph.hpp"
#include "entente/graph/merge_rules.hpp"

namespace entente {

struct EntityTag;
struct RelationTag;
struct DocumentTag;
struct EdgeTag;
using EntityId = Id<EntityTag>;      ///< index into `KnowledgeGraph::entities`
using RelationId = Id<RelationTag>;  ///< index into `KnowledgeGraph::relations`
using DocumentId = Id<DocumentTag>;  ///< index into `KnowledgeGraph::documents`
using EdgeId = Id<EdgeTag>;          ///< index into `KnowledgeGraph::edges`

/// What the graph needs to know of a relation type, so that it can be read without its schema.
struct RelationInfo {
  std::string name;
  std::string family;
  std::string inverse_label;
  std::string plover;
  bool symmetric = false;

  auto operator<=>(const RelationInfo&) const = default;
};

/// The part of an entity that one document contributes; the entity is the union of its appearances.
struct Appearance {
  DocumentId document;
  LocalEntity entity;

  auto operator<=>(const Appearance&) const = default;
};

/// One node. `key` is its stable slug ("russia", "kuril-islands"): characters [a-z0-9._~-], unique in the graph.
struct Entity {
  std::string key;
  std::string label;
  std::string type;
  std::string wikidata;
  std::vector<std::string> aliases;        ///< sorted, without the label
  std::vector<std::string> merge_reasons;  ///< why the appearances are one entity, sorted
  std::vector<Appearance> appearances;     ///< sorted by document

  bool operator==(const Entity&) const = default;
};

/// An assertion in the graph: `Assertion` with graph ids. Spans are code points of the document's source.
struct EdgeEvidence {
  DocumentId document;
  Modality modality = Modality::asserted;
  EntityId attributed_to;
  std::string time;
  Span sentence;
  Span source_mention;
  Span target_mention;
  Span trigger;
  std::string sentence_text;
  std::string source_text;
  std::string target_text;
  std::string trigger_text;
  double confidence = 1;
  std::string by;
  // Which of the entity's appearances in this document was meant, counted from 0: not 0 only where two of one document were merged.
  std::uint32_t source_variant = 0;
  std::uint32_t target_variant = 0;
  std::uint32_t attributed_variant = 0;

  auto operator<=>(const EdgeEvidence&) const = default;
};

/// How many assertions of an edge have each modality.
struct ModalityMix {
  std::uint32_t asserted = 0;
  std::uint32_t possible = 0;
  std::uint32_t negated = 0;

  auto operator<=>(const ModalityMix&) const = default;
};

/// All assertions of one (source, relation, target, polarity). For a symmetric relation source <= target by key.
struct Edge {
  std::string key;  ///< 16 hexadecimal digits of the hash of (source key, relation, target key, polarity)
  EntityId source;
  RelationId relation;
  EntityId target;
  bool negated = false;   ///< polarity: true if the text says that it is not so
  double confidence = 0;  ///< 1 - product of (1 - confidence) over documents of the best assertion of each, at most 0.99
  ModalityMix modality;
  std::uint32_t documents = 0;  ///< number of distinct documents
  std::string first;            ///< earliest date (of the text, else of the document), ISO 8601; empty if none
  std::string last;
  std::vector<EdgeEvidence> evidence;  ///< sorted; its size is the support; empty in a graph read as bare structure

  std::size_t support() const {
    return evidence.empty() ? std::size_t{modality.asserted} + modality.possible + modality.negated : evidence.size();
  }
  bool operator==(const Edge&) const = default;
};

/// `key` of the edge: XXH64 of the keys, relation and polarity joined by U+001F.
std::string edge_key(std::string_view source, std::string_view relation, std::string_view target, bool negated);

/// The evidence that speaks most plainly for the edge: asserted before possible, in the author's voice or the source's own before
/// hearsay, then the most confident, then the first.
const EdgeEvidence& best_evidence(const Edge& edge);

/// Whether the edge may be told as a bare fact, source relation target: it is affirmed and its best evidence is asserted, by the
/// author or by the source itself.
bool stated_as_fact(const Edge& edge);

/// IRI that the ids of a graph file hang below, unless the user sets another.
inline constexpr std::string_view default_base = "https://example.org/kg/";

/// The merged graph. Vectors are sorted (documents by id, entities by key, relations by name, edges by key of source, relation,
/// key of target, polarity), so equal graphs are equal bytes; ids are positions in them.
struct KnowledgeGraph {
  std::vector<DocumentRecord> documents;
  std::vector<RelationInfo> relations;
  std::vector<Entity> entities;
  std::vector<Edge> edges;
  std::vector<Edge> loops;  ///< assertions whose ends were merged into one entity: no edges, kept for taking documents out exactly
  MergeRules rules;         ///< what the user forced or forbade when the graph was merged
  std::string base = std::string(default_base);  ///< IRI, ends in "/" or "#"

  const Entity& entity(EntityId id) const { return entities[id.value]; }
  const RelationInfo& relation(RelationId id) const { return relations[id.value]; }
  const DocumentRecord& document(DocumentId id) const { return documents[id.value]; }
  const Edge& edge(EdgeId id) const { return edges[id.value]; }
  /// The entity with this key, by binary search.
  std::optional<EntityId> find_entity(std::string_view key) const;

  bool operator==(const KnowledgeGraph&) const = default;
};

}  // namespace entente
