// What a user forces or forbids when entities of different documents are merged.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// Pairs of names. A name is a label in any spelling, a key, a gazetteer id or a Wikidata item, and may end in its type in
/// parentheses: "Georgia (State)". Each pair and each list is sorted, without duplicates.
struct MergeRules {
  using Pair = std::pair<std::string, std::string>;
  std::vector<Pair> merge;     ///< one entity, whatever their gazetteer ids and types
  std::vector<Pair> separate;  ///< never one entity by any rule

  bool empty() const { return merge.empty() && separate.empty(); }
  bool operator==(const MergeRules&) const = default;
};

/// Reads `{"merge":[["A","B"],…],"separate":[["A","B"],…]}`; `file` is the name for messages.
///
/// Throws `InputError` with line and column if it is something else, or if rules contradict each other.
MergeRules parse_merge_rules(std::string_view json, const std::string& file);

/// The rules in a file.
MergeRules read_merge_rules(const std::filesystem::path& path);

/// All rules of both. Throws `UsageError` if they contradict each other.
MergeRules unite(const MergeRules& a, const MergeRules& b);

}  // namespace entente
