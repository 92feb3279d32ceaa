// The vocabulary as data: node types, relation types, lexicon of frames, gazetteer.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/schema/frame.hpp"

namespace entente {

/// A type of node ("State").
struct NodeType {
  std::string name;
  std::string description;

  bool operator==(const NodeType&) const = default;
};

/// A type of edge ("opposes"). Empty `domain` or `range` allows every node type.
struct RelationType {
  std::string name;
  std::string family;
  std::string plover;         ///< PLOVER event type, empty if none
  std::string inverse_label;  ///< how to read the edge from its target, e.g. "is opposed by"
  std::string description;
  bool symmetric = false;
  std::vector<std::string> domain;
  std::vector<std::string> range;

  bool operator==(const RelationType&) const = default;
};

/// One thing of the world that texts name. All name lists are sorted and without duplicates.
struct GazetteerEntry {
  std::string id;     ///< stable key, e.g. "russia"
  std::string label;  ///< common English short name
  std::string type;
  std::string wikidata;               ///< "Q159", empty if unknown
  std::vector<std::string> names;     ///< proper names and acronyms, matched as written ("Russia", "Russian Federation")
  std::vector<std::string> demonyms;  ///< adjectives and nouns of people ("Russian", "Russians")
  std::vector<std::string>
      metonyms;         ///< names that stand for its government, but are places after a preposition of place ("Moscow", "Kremlin")
  std::string part_of;  ///< id of the entry that it belongs to, empty if none
  std::string leads;    ///< for persons: id of the state or organization, with
  std::string office;   ///< the office and
  std::string from;     ///< first and
  std::string until;    ///< last day of the term (ISO 8601, empty: open)
  std::vector<std::string> context;  ///< words near it that speak for this reading where a name is shared ("Atlanta" for the US state)
  double weight = 1;                 ///< how usual this reading of a shared name is; 1: the usual one

  bool operator==(const GazetteerEntry&) const = default;
};

/// A whole vocabulary, immutable after loading.
struct Schema {
  std::string name;
  std::vector<NodeType> types;
  std::vector<RelationType> relations;
  std::vector<Frame> frames;              ///< sorted
  std::vector<Embedding> embeddings;      ///< sorted
  std::vector<WordClass> word_classes;    ///< sorted
  std::vector<GazetteerEntry> gazetteer;  ///< sorted by id

  const RelationType* find_relation(std::string_view name) const;
  const NodeType* find_type(std::string_view name) const;
  const GazetteerEntry* find_entry(std::string_view id) const;
  /// Whether `lemma` belongs to the word class `name`.
  bool in_class(std::string_view name, std::string_view lemma) const;
  /// Whether the node types may be joined by the relation in this direction.
  bool allows(const RelationType& relation, std::string_view source_type, std::string_view target_type) const;
};

/// The folder with the built-in schemas/ or models/: $ENTENTE_DATA, else beside the installed program, else the source tree.
/// Throws `InputError` naming the places that were tried.
std::filesystem::path data_folder(std::string_view name);

/// Loads the built-in schema, then each of `overlays` in turn: a file there replaces the built-in one of that name unless it says
/// "extends": true, in which case its rows are added and rows of equal name replaced. A folder whose schema.json says
/// "standalone": true drops the types, relations, frames and gazetteer before it and keeps only the words of English.
///
/// Throws `SchemaError` with file, line and column if a file is not well formed or contradicts itself or the others.
Schema load_schema(const std::vector<std::filesystem::path>& overlays = {});

/// What is wrong with a schema folder, one whole message each; empty if it can be loaded over the built-in one.
std::vector<std::string> check_schema(const std::filesystem::path& folder);

}  // namespace entente
