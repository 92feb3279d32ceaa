// The entities of one document while its mentions are being resolved.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "entente/extract/assertion.hpp"
#include "entente/schema/schema.hpp"

namespace entente {

/// One entity under construction.
struct DraftEntity {
  std::string label;
  std::string type;
  std::int32_t entry = -1;        ///< gazetteer entry, -1 if none
  bool has_name = false;          ///< false while it is only known by a description
  std::set<std::string> aliases;  ///< as they stand in the text
  std::set<std::string> folded;   ///< the same as they are compared
};

/// Drafts in order of their first mention, found again by gazetteer entry or by name.
class DraftEntities {
 public:
  explicit DraftEntities(const Schema& schema) : schema_(schema) {}

  LocalEntityId of_entry(std::int32_t entry);
  LocalEntityId create(std::string label, const std::string& type, bool has_name);
  void add_alias(LocalEntityId id, const std::string& alias);

  /// The draft that has this very name, of a compatible type.
  std::optional<LocalEntityId> find_exact(const std::string& name, const std::string& type) const;
  /// The only draft that the name is a part or an acronym of: a surname, the last or first words of an organization's name.
  std::optional<LocalEntityId> find_partial(const std::string& name, const std::string& type) const;

  /// The State itself, or the State that a person of the gazetteer leads.
  std::optional<LocalEntityId> state_of(LocalEntityId id);

  const DraftEntity& operator[](LocalEntityId id) const { return drafts_[id.value]; }
  std::size_t size() const { return drafts_.size(); }
  std::vector<LocalEntity> finish() const;

 private:
  bool is_part(const std::string& folded, const std::string& name, const DraftEntity& draft) const;

  const Schema& schema_;
  std::vector<DraftEntity> drafts_;
  std::map<std::int32_t, LocalEntityId> by_entry_;
};

/// Whether two node types may be one thing, read differently: equal, or both collective.
bool compatible_types(const std::string& a, const std::string& b);

}  // namespace entente
