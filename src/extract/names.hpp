// Comparing names: what is left of a name without determiners, titles and possessive marks, and which names belong together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The words of a name, split at white space and hyphens.
std::vector<std::string> words_of_name(std::string_view name);

/// A name as it is shown: without a leading determiner, a trailing possessive mark and, for a person, without titles.
std::string display_name(std::string_view text, bool is_person);

/// A name as it is compared: lower case, without dots, apostrophes and possessive marks, hyphens as spaces, white space folded.
std::string fold_name(std::string_view name);

/// Whether `letters` ("ASEAN", "U.N.") are the initials of `name`, small words counted or not.
bool is_acronym_of(std::string_view letters, std::string_view name);

/// Whether the name is written like an acronym: two to eight capitals and digits, dots allowed.
bool looks_like_acronym(std::string_view name);

}  // namespace entente
