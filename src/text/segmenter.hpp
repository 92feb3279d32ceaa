// Where sentences end: a linear model over the words around a gap.
#pragma once

#include <string_view>
#include <vector>

#include "entente/base/span.hpp"

namespace entente {

/// For each word of a block, whether a sentence ends behind it; always so behind the last one.
///
/// Logistic regression over hashed features of up to three words on either side, trained on UD English EWT and GUM by tools/segment;
/// linear in the number of words.
std::vector<bool> sentence_ends(std::string_view text, const std::vector<Span>& words);

}  // namespace entente
