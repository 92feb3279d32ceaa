#include "extract/draft_entities.hpp"

#include <algorithm>
#include <array>

#include "extract/names.hpp"

namespace entente {

namespace {

bool is_in(const std::string& type, std::initializer_list<std::string_view> types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

}  // namespace

bool compatible_types(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const auto both = [&](std::initializer_list<std::string_view> types) { return is_in(a, types) && is_in(b, types); };
  return both({"State", "Territory"}) || both({"Organization", "Group", "State"}) || both({"Agreement", "Programme", "Event", "Issue"}) ||
         both({"WeaponSystem", "Programme", "Infrastructure"}) || both({"Territory", "Infrastructure"});
}

LocalEntityId DraftEntities::of_entry(std::int32_t entry) {
  if (const auto found = by_entry_.find(entry); found != by_entry_.end()) return found->second;
  const auto& row = schema_.gazetteer[static_cast<std::size_t>(entry)];
  const auto id = create(row.label, row.type, true);
  drafts_[id.value].entry = entry;
  by_entry_[entry] = id;
  for (const auto& name : row.names) drafts_[id.value].folded.insert(fold_name(name));
  return id;
}

LocalEntityId DraftEntities::create(std::string label, const std::string& type, bool has_name) {
  const LocalEntityId id{static_cast<std::uint32_t>(drafts_.size())};
  drafts_.push_back({label, type, -1, has_name, {}, {fold_name(label)}});
  return id;
}

void DraftEntities::add_alias(LocalEntityId id, const std::string& alias) {
  auto& draft = drafts_[id.value];
  draft.aliases.insert(alias);
  draft.folded.insert(fold_name(alias));
  // A fuller name of an entity that the gazetteer does not know becomes its label.
  if (draft.entry < 0 && draft.type == "Person" && words_of_name(alias).size() > words_of_name(draft.label).size()) draft.label = alias;
}

std::optional<LocalEntityId> DraftEntities::find_exact(const std::string& name, const std::string& type) const {
  const auto folded = fold_name(name);
  std::optional<LocalEntityId> compatible;
  for (std::uint32_t i = 0; i < drafts_.size(); ++i) {
    if (!drafts_[i].folded.contains(folded)) continue;
    if (drafts_[i].type == type) return LocalEntityId{i};
    if (!compatible && compatible_types(drafts_[i].type, type)) compatible = LocalEntityId{i};
  }
  return compatible;
}

bool DraftEntities::is_part(const std::string& folded, const std::string& name, const DraftEntity& draft) const {
  if (looks_like_acronym(name) &&
      (is_acronym_of(name, draft.label) ||
       std::any_of(draft.aliases.begin(), draft.aliases.end(), [&](const auto& alias) { return is_acronym_of(name, alias); })))
    return true;
  for (const auto& known : draft.folded) {
    if (known.size() <= folded.size() + 1) continue;
    if (known.ends_with(" " + folded)) return true;
    if (draft.type != "Person" && draft.type != "State" && known.starts_with(folded + " ") && folded.size() >= 5) return true;
  }
  return false;
}

std::optional<LocalEntityId> DraftEntities::find_partial(const std::string& name, const std::string& type) const {
  const auto folded = fold_name(name);
  if (folded.size() < 2) return std::nullopt;
  std::optional<LocalEntityId> found;
  for (std::uint32_t i = 0; i < drafts_.size(); ++i) {
    if (!drafts_[i].has_name || !compatible_types(drafts_[i].type, type) || drafts_[i].type == "State") continue;
    if (!is_part(folded, name, drafts_[i])) continue;
    if (found) return std::nullopt;
    found = LocalEntityId{i};
  }
  return found;
}

std::optional<LocalEntityId> DraftEntities::state_of(LocalEntityId id) {
  const auto& draft = drafts_[id.value];
  if (draft.type == "State") return id;
  if (draft.entry < 0) return std::nullopt;
  const auto* led = schema_.find_entry(schema_.gazetteer[static_cast<std::size_t>(draft.entry)].leads);
  if (led == nullptr || led->type != "State") return std::nullopt;
  return of_entry(static_cast<std::int32_t>(led - schema_.gazetteer.data()));
}

std::vector<LocalEntity> DraftEntities::finish() const {
  std::vector<LocalEntity> entities;
  for (const auto& draft : drafts_) {
    LocalEntity entity{draft.label, draft.type, "", "", {}};
    if (draft.entry >= 0) {
      const auto& row = schema_.gazetteer[static_cast<std::size_t>(draft.entry)];
      entity.gazetteer_id = row.id;
      entity.wikidata = row.wikidata;
    }
    for (const auto& alias : draft.aliases)
      if (alias != draft.label) entity.aliases.push_back(alias);
    entities.push_back(std::move(entity));
  }
  return entities;
}

}  // namespace entente
