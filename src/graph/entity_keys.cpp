#include "graph/entity_keys.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "entente/base/hash.hpp"
#include "entente/base/slug.hpp"

namespace entente {

namespace {

using Counts = std::unordered_map<std::string, std::uint32_t>;

Counts count(const std::vector<std::string>& keys) {
  Counts counts;
  counts.reserve(keys.size());
  for (const auto& key : keys) ++counts[key];
  return counts;
}

/// Positions of sources that must take a longer key: those whose key is shared, less the one with the gazetteer id of that name.
std::vector<std::size_t> clashing(const std::vector<KeySource>& sources, const std::vector<std::string>& keys) {
  const auto counts = count(keys);
  std::unordered_map<std::string, std::uint32_t> rightful;
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (sources[i].gazetteer_id == keys[i]) ++rightful[keys[i]];
  std::vector<std::size_t> clashes;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (counts.at(keys[i]) == 1) continue;
    const auto owner = rightful.find(keys[i]);
    if (owner == rightful.end() || owner->second > 1 || sources[i].gazetteer_id != keys[i]) clashes.push_back(i);
  }
  return clashes;
}

}  // namespace

std::vector<std::string> entity_keys(const std::vector<KeySource>& sources) {
  std::vector<std::string> bases, keys;
  for (const auto& source : sources) bases.push_back(slug(source.label));
  keys = bases;
  for (const auto i : clashing(sources, keys)) keys[i] = bases[i] + "-" + slug(sources[i].type);
  // The hash grows until all keys differ; identities do, so it ends.
  for (std::size_t digits = 8; digits <= 48; digits += 8) {
    const auto clashes = clashing(sources, keys);
    if (clashes.empty()) break;
    for (const auto i : clashes) {
      const auto hash =
          hex64(hash64(sources[i].identity)) + hex64(hash64(sources[i].identity + "+")) + hex64(hash64(sources[i].identity + "-"));
      keys[i] = bases[i] + "-" + slug(sources[i].type) + "-" + hash.substr(0, digits);
    }
  }
  return keys;
}

}  // namespace entente
