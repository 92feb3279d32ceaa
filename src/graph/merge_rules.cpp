#include "entente/graph/merge_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "entente/base/file.hpp"
#include "entente/base/fold.hpp"
#include "entente/base/json.hpp"

namespace entente {

namespace {

/// Which names the merge rules make one: a forest of folded names.
class NameGroups {
 public:
  explicit NameGroups(const std::vector<MergeRules::Pair>& pairs) {
    for (const auto& [a, b] : pairs) parent_[root(fold(a))] = root(fold(b));
  }
  bool same(const std::string& a, const std::string& b) { return root(fold(a)) == root(fold(b)); }

 private:
  std::string root(std::string name) const {
    for (auto at = parent_.find(name); at != parent_.end() && at->second != name; at = parent_.find(name)) name = at->second;
    return name;
  }
  std::map<std::string, std::string> parent_;
};

void sort_pairs(std::vector<MergeRules::Pair>& pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

MergeRules::Pair ordered(std::string a, std::string b) {
  if (b < a) std::swap(a, b);
  return {std::move(a), std::move(b)};
}

MergeRules::Pair parse_pair(const JsonDocument& document, const JsonValue& value) {
  const bool well_formed = value.is_array() && value.elements.size() == 2 && value.elements[0].is_string() && value.elements[1].is_string();
  if (!well_formed) throw InputError(document.message(value.offset, "expected a pair of names such as [\"Burma\",\"Myanmar\"]"));
  for (const auto& name : value.elements)
    if (fold(name.string).empty()) throw InputError(document.message(name.offset, "expected the name of an entity, found an empty one"));
  return ordered(value.elements[0].string, value.elements[1].string);
}

}  // namespace

MergeRules parse_merge_rules(std::string_view json, const std::string& file) {
  const auto document = JsonDocument::parse(json, file);
  const auto& root = document.root();
  if (!root.is_object())
    throw InputError(document.message(root.offset, "expected {\"merge\":[[\"A\",\"B\"]],\"separate\":[[\"A\",\"B\"]]}"));
  MergeRules rules;
  const JsonValue* separate = nullptr;
  for (const auto& member : root.members) {
    if (member.key != "merge" && member.key != "separate")
      throw InputError(document.message(member.offset, fmt::format("expected \"merge\" or \"separate\", found \"{}\"", member.key)));
    if (!member.value.is_array()) throw InputError(document.message(member.value.offset, "expected a list of pairs of names"));
    if (member.key == "separate") separate = &member.value;
    for (const auto& value : member.value.elements)
      (member.key == "merge" ? rules.merge : rules.separate).push_back(parse_pair(document, value));
  }
  NameGroups groups(rules.merge);
  for (std::size_t i = 0; i < rules.separate.size(); ++i) {
    const auto& [a, b] = rules.separate[i];
    if (groups.same(a, b))
      throw InputError(
          document.message(separate->elements[i].offset,
                           fmt::format("'{}' and '{}' are to be kept apart, but \"merge\" makes them one; remove one of the rules", a, b)));
  }
  sort_pairs(rules.merge);
  sort_pairs(rules.separate);
  return rules;
}

MergeRules read_merge_rules(const std::filesystem::path& path) { return parse_merge_rules(read_file(path), path.string()); }

MergeRules unite(const MergeRules& a, const MergeRules& b) {
  MergeRules both = a;
  both.merge.insert(both.merge.end(), b.merge.begin(), b.merge.end());
  both.separate.insert(both.separate.end(), b.separate.begin(), b.separate.end());
  sort_pairs(both.merge);
  sort_pairs(both.separate);
  NameGroups groups(both.merge);
  for (const auto& [one, other] : both.separate)
    if (groups.same(one, other))
      throw UsageError(fmt::format("the merge rules contradict each other: '{}' and '{}' are to be kept apart and to be one", one, other));
  return both;
}

}  // namespace entente
