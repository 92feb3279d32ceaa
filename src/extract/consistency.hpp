// What can't hold together in one document: a person who leads two States, a part that contains its whole.
#pragma once

#include <vector>

#include "entente/schema/schema.hpp"
#include "extract/assertion_builder.hpp"

namespace entente {

/// Drops asserted readings of a document that contradict surer ones: a person leads one State (the gazetteer's, else the one that is
/// read most surely and most often), and what is inside of something does not contain it.
void drop_contradictions(std::vector<SignedAssertion>& assertions, const std::vector<LocalEntity>& entities, const Schema& schema);

/// Drops "part of" of descriptions of which nothing else is said: in "American workers rejoiced" the workers are no node.
void drop_lone_descriptions(std::vector<SignedAssertion>& assertions, const std::vector<bool>& named);

}  // namespace entente
