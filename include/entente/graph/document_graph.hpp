// What one document contributes to the graph: plain data, sorted, with local ids.
#pragma once

#include <string>
#include <vector>

#include "entente/extract/assertion.hpp"

namespace entente {

/// Facts about a document that the graph keeps.
struct DocumentRecord {
  std::string id;
  std::string title;
  std::string author;
  std::string date;
  std::string url;
  std::string language;
  std::string sha256;
  std::uint64_t sentences = 0;

  auto operator<=>(const DocumentRecord&) const = default;
};

/// The entities and assertions of one document.
struct DocumentGraph {
  DocumentRecord document;
  std::vector<LocalEntity> entities;
  std::vector<Assertion> assertions;  ///< sorted

  bool operator==(const DocumentGraph&) const = default;
};

struct RelationInfo;

/// `graph` in the one form that graphs of equal content share.
///
/// Entities are sorted, equal ones united; assertions are sorted, those equal in all and those of an entity with itself left out;
/// for the symmetric ones of `relations` (sorted by name) the source is the smaller end. Bytes that are no UTF-8 become U+FFFD.
DocumentGraph canonical(DocumentGraph graph, const std::vector<RelationInfo>& relations);

/// One line an assertion, `Japan | fears | North Korea | asserted | by Russia @document:120-184`.
std::string to_text(const DocumentGraph& graph);

}  // namespace entente
