#include "entente/schema/schema.hpp"

#include <algorithm>

namespace entente {

namespace {

bool holds(const std::vector<std::string>& types, std::string_view type) {
  return types.empty() || std::find(types.begin(), types.end(), type) != types.end();
}

// Linear: there are a few dozen.
template <class Row>
const Row* find_named(const std::vector<Row>& rows, std::string_view name) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.name == name; });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace

const RelationType* Schema::find_relation(std::string_view relation) const { return find_named(relations, relation); }

const NodeType* Schema::find_type(std::string_view type) const { return find_named(types, type); }

const GazetteerEntry* Schema::find_entry(std::string_view id) const {
  const auto found = std::lower_bound(gazetteer.begin(), gazetteer.end(), id, [](const auto& entry, auto key) { return entry.id < key; });
  return found == gazetteer.end() || found->id != id ? nullptr : &*found;
}

bool Schema::in_class(std::string_view word_class, std::string_view lemma) const {
  const auto* row = find_named(word_classes, word_class);
  return row != nullptr && std::binary_search(row->lemmas.begin(), row->lemmas.end(), lemma);
}

bool Schema::allows(const RelationType& relation, std::string_view source_type, std::string_view target_type) const {
  return holds(relation.domain, source_type) && holds(relation.range, target_type);
}

}  // namespace entente
