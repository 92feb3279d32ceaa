// Entity resolution across documents: which descriptions stand for one thing of the world.
#pragma once

#include "entente/base/diagnostics.hpp"
#include "entente/graph/document_graph.hpp"
#include "entente/graph/merge_rules.hpp"
#include "graph/clusters.hpp"

namespace entente {

// Rules in the order in which they are applied; each changes `clusters` and depends on its content alone.

/// The user's rules. Names that no document has are noted in `diagnostics`.
void apply_merge_rules(Clusters& clusters, const MergeRules& rules, Diagnostics& diagnostics);

/// Equal gazetteer id, then equal Wikidata item.
void join_equal_ids(Clusters& clusters);

/// Equal `name_key` and compatible types. A name that several things with ids bear joins none of them; a generic name does not reach
/// over different owners.
void join_equal_names(Clusters& clusters, const std::vector<DocumentGraph>& documents);

/// Persons: transliterations, initials, left-out middle names; then a single name that is the family name of one full name only.
void join_person_names(Clusters& clusters, const std::vector<DocumentGraph>& documents);

/// An acronym and the one name that it abbreviates, then a label and the one thing of which some document gives it as an alias.
void join_acronyms(Clusters& clusters, const std::vector<DocumentGraph>& documents);
void join_aliases(Clusters& clusters, const std::vector<DocumentGraph>& documents);

}  // namespace entente
