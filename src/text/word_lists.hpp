// Closed lists that the word and sentence splitters share.
#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

/// True for words that take a dot without ending a sentence by it: Mr, Gen, Inc, Aug.
bool is_abbreviation(std::string_view word);

/// True for prefixes whose hyphen does not split a word: anti, non, re.
bool is_joining_prefix(std::string_view prefix);

/// True for the endings of files and sites, in lower case: pdf, com.
bool is_file_suffix(std::string_view suffix);

/// Where a fused word (lower case) is cut in two, as in "can|not"; 0 if it is none.
std::size_t fused_cut(std::string_view word);

/// Where the clitic at the end of a word begins ("do|n't", "Japan|'s"); 0 if it has none.
std::size_t clitic_cut(std::string_view word);

}  // namespace entente
