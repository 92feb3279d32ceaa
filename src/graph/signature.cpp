#include "graph/signature.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "graph/name_key.hpp"

namespace entente {

namespace {

/// A relation that tells whose a thing is: the owner is its source, or its target.
struct OwnerRelation {
  std::string_view relation;
  bool owner_is_source;
};
constexpr std::array<OwnerRelation, 4> owner_relations = {{{"part_of", false}, {"possesses", true}, {"develops", true}, {"deploys", true}}};

std::string identity(const LocalEntity& entity) {
  return entity.gazetteer_id.empty() ? name_key(entity.label, entity.type) : entity.gazetteer_id;
}

/// The one owner that the document names for each of its entities with a generic name.
std::vector<std::string> owners(const DocumentGraph& document) {
  std::vector<std::string> owner(document.entities.size());
  std::vector<bool> several(owner.size());
  std::vector<bool> generic(owner.size());
  bool any = false;
  for (std::size_t i = 0; i < owner.size(); ++i) {
    const auto& entity = document.entities[i];
    generic[i] = entity.gazetteer_id.empty() && entity.wikidata.empty() && entity.type != "Person" && is_generic(entity.label);
    any = any || generic[i];
  }
  if (!any) return owner;
  for (const auto& assertion : document.assertions) {
    for (const auto& [relation, owner_is_source] : owner_relations) {
      if (assertion.relation != relation || assertion.modality == Modality::negated) continue;
      const auto thing = (owner_is_source ? assertion.target : assertion.source).value;
      const auto holder = (owner_is_source ? assertion.source : assertion.target).value;
      if (!generic[thing] || generic[holder]) continue;
      const auto name = identity(document.entities[holder]);
      several[thing] = several[thing] || (!owner[thing].empty() && owner[thing] != name);
      owner[thing] = name;
    }
  }
  for (std::size_t i = 0; i < owner.size(); ++i)
    if (several[i]) owner[i].clear();
  return owner;
}

auto content(const Signature& s) { return std::tie(s.label, s.type, s.gazetteer_id, s.wikidata, s.owner); }

void add_alias_keys(Signature& signature, const LocalEntity& entity) {
  for (const auto& alias : entity.aliases) {
    if (!is_proper(alias) || is_generic(alias)) continue;
    if (signature.type == "Person" && person_name(alias).given.empty()) continue;
    auto key = name_key(alias, entity.type);
    if (!key.empty() && key != signature.key) signature.alias_keys.push_back(std::move(key));
  }
}

void sort_unique(std::vector<std::string>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

/// Puts signatures in order of content.
void sort_by_content(Signatures& signatures) {
  std::vector<std::uint32_t> order(signatures.all.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return content(signatures.all[a]) < content(signatures.all[b]); });
  std::vector<std::uint32_t> position(order.size());
  std::vector<Signature> sorted;
  sorted.reserve(order.size());
  for (const auto old : order) {
    position[old] = static_cast<std::uint32_t>(sorted.size());
    sort_unique(signatures.all[old].alias_keys);
    sorted.push_back(std::move(signatures.all[old]));
  }
  signatures.all = std::move(sorted);
  for (auto& row : signatures.of)
    for (auto& id : row) id = position[id];
}

}  // namespace

Signatures collect_signatures(const std::vector<DocumentGraph>& documents) {
  Signatures signatures;
  std::unordered_map<std::string, std::uint32_t> known;
  std::string text;
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    const auto owner = owners(documents[d]);
    auto& row = signatures.of.emplace_back();
    for (std::size_t i = 0; i < owner.size(); ++i) {
      const auto& entity = documents[d].entities[i];
      text.clear();
      for (const auto* part : {&entity.label, &entity.type, &entity.gazetteer_id, &entity.wikidata, &owner[i]}) {
        text += std::to_string(part->size());
        (text += ':') += *part;
      }
      const auto [at, fresh] = known.emplace(text, static_cast<std::uint32_t>(signatures.all.size()));
      if (fresh) {
        signatures.all.push_back(
            {entity.label, entity.type, entity.gazetteer_id, entity.wikidata, owner[i], 0, d, name_key(entity.label, entity.type), {}});
      }
      auto& signature = signatures.all[at->second];
      ++signature.appearances;
      add_alias_keys(signature, entity);
      row.push_back(at->second);
    }
  }
  sort_by_content(signatures);
  return signatures;
}

}  // namespace entente
