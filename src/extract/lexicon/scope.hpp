// Under which operators a word stands: negation, possibility, and whose claim it is.
#pragma once

#include "entente/extract/assertion.hpp"
#include "entente/schema/schema.hpp"
#include "extract/lexicon/mention_map.hpp"
#include "extract/lexicon/roles.hpp"
#include "extract/lexicon/tree.hpp"

namespace entente {

struct Scope {
  Modality modality = Modality::asserted;
  std::int32_t speaker = -1;  ///< index of a mention
};

/// Follows the tree from `word` to the root. `own` is what the word itself does to its relation. All arguments must fit together.
Scope scope_of(Word word, FrameModality own, const Tree& tree, const Roles& roles, const MentionMap& mentions, const Schema& schema);

}  // namespace entente
