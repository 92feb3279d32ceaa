// Footnote marks: numbers and signs glued to words that belong to no sentence.
#pragma once

#include <vector>

#include "text/raw_document.hpp"

namespace entente {

/// Cuts footnote marks out of clean blocks: "2016.1 Moreover" becomes "2016. Moreover" where the numbers rise from one to the next
/// through the document; "[12]", "¹" and "†" behind a word go as well.
void drop_note_marks(std::vector<RawBlock>& blocks);

}  // namespace entente
