// Stable keys of entities.
#pragma once

#include <string>
#include <vector>

namespace entente {

/// What a key is made of. `identity` tells apart entities of equal label and type; it is unique.
struct KeySource {
  std::string label;
  std::string type;
  std::string gazetteer_id;
  std::string identity;
};

/// A unique key for each of `sources`, whatever their order: the slug of the label; where several have it, all but the one whose
/// gazetteer id it is get their type after it, and, where that is no help, a hash.
std::vector<std::string> entity_keys(const std::vector<KeySource>& sources);

}  // namespace entente
