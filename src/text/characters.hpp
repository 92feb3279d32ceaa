// Cleaning on the level of characters.
#pragma once

#include "text/mapped_text.hpp"

namespace entente {

/// `text` with ligatures resolved, combining marks composed, invisible characters and controls dropped, and every run of white space
/// made one space; none at the ends.
MappedText clean_characters(const MappedText& text);

}  // namespace entente
