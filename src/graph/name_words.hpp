// Word lists behind the comparison of English names.
#pragma once

#include <map>
#include <set>
#include <string>

namespace entente {

/// Articles, prepositions and conjunctions inside names, in lower case.
const std::set<std::string>& small_words();

/// Words that name kinds of bodies, offices and things which many states have, folded.
const std::set<std::string>& generic_words();

/// Titles, offices and suffixes around persons' names, folded.
const std::set<std::string>& title_words();

/// Common family names of languages that put them before the given name, folded.
const std::set<std::string>& family_first_words();

/// British spellings and their American forms, singular, folded.
const std::map<std::string, std::string>& british_spellings();

}  // namespace entente
