#include "graph/resolution.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "entente/base/slug.hpp"
#include "graph/name_key.hpp"

namespace entente {

namespace {

/// The signatures that a name in a user's rules means.
std::vector<std::uint32_t> signatures_named(const std::vector<Signature>& signatures, const std::string& name) {
  std::string bare = name, type;
  if (const auto open = name.rfind(" ("); open != std::string::npos && name.ends_with(')')) {
    type = name.substr(open + 2, name.size() - open - 3);
    const bool is_type = std::any_of(signatures.begin(), signatures.end(), [&](const Signature& s) { return s.type == type; });
    is_type ? bare.resize(open) : type.clear();
  }
  const auto key = slug(bare);
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < signatures.size(); ++i) {
    const auto& s = signatures[i];
    if (!type.empty() && s.type != type) continue;
    if (s.gazetteer_id == bare || s.wikidata == bare || s.label == bare || s.key == name_key(bare, s.type) || slug(s.label) == key)
      found.push_back(i);
  }
  return found;
}

void join_by(Clusters& clusters, std::string Signature::*id, std::string_view prefix) {
  std::map<std::string_view, std::uint32_t> first;
  for (std::uint32_t i = 0; i < clusters.signatures().size(); ++i) {
    const std::string& value = clusters.signatures()[i].*id;
    if (value.empty()) continue;
    const auto [at, fresh] = first.emplace(value, i);
    if (!fresh) clusters.join(i, at->second, fmt::format("{}{}", prefix, value));
  }
}

}  // namespace

void apply_merge_rules(Clusters& clusters, const MergeRules& rules, Diagnostics& diagnostics) {
  const auto named = [&](const std::string& name) {
    auto found = signatures_named(clusters.signatures(), name);
    if (found.empty()) diagnostics.add({"merge rules", fmt::format("no document names '{}'", name), false});
    return found;
  };
  for (const auto& [a, b] : rules.separate) clusters.separate(named(a), named(b));
  for (const auto& [a, b] : rules.merge) {
    auto all = named(a);
    const auto others = named(b);
    if (all.empty() || others.empty()) continue;
    all.insert(all.end(), others.begin(), others.end());
    for (std::size_t i = 1; i < all.size(); ++i) clusters.join(all[i], all[0], fmt::format("rule: {} = {}", a, b), false, true);
  }
}

void join_equal_ids(Clusters& clusters) {
  join_by(clusters, &Signature::gazetteer_id, "gazetteer:");
  join_by(clusters, &Signature::wikidata, "Wikidata ");
}

}  // namespace entente
