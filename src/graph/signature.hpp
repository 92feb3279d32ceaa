// The different descriptions of entities in all documents: what entity resolution works on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/graph/document_graph.hpp"

namespace entente {

/// Entities of any documents that agree in label, type and ids. `owner` keeps "Foreign Ministry" of Russia and of Japan apart: what
/// the document says that the thing is part of or belongs to; empty for names that need no owner, or if it is unknown.
struct Signature {
  std::string label;
  std::string type;
  std::string gazetteer_id;
  std::string wikidata;
  std::string owner;
  std::uint32_t appearances = 0;
  std::uint32_t first_document = 0;     ///< position of the first document with it
  std::string key;                      ///< `name_key` of the label
  std::vector<std::string> alias_keys;  ///< of aliases that are names of their own, sorted
};

/// All signatures in order of their content, and for each document the signature of each of its entities.
struct Signatures {
  std::vector<Signature> all;
  std::vector<std::vector<std::uint32_t>> of;
};

/// `documents` are canonical and sorted by id.
Signatures collect_signatures(const std::vector<DocumentGraph>& documents);

}  // namespace entente
