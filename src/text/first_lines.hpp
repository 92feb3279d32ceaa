// Title, author and date as the first lines of a document give them.
#pragma once

#include "text/raw_document.hpp"

namespace entente {

/// Fills empty fields of a document from its first blocks ("By X", "Global Herald, 24 January 2018") and marks the blocks that say
/// nothing else as boilerplate; puts the date into ISO form. Blocks must be clean.
void read_first_lines(RawDocument& raw);

}  // namespace entente
