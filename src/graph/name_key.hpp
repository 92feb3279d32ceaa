// Names of entities reduced to what must agree for two of them to be spellings of one name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The words of `label` in `fold`ed form, without a leading article, a bracketed addition, dots of abbreviations, possessive endings
/// and punctuation: "the U.S.–Japan pact (1960)" gives us, japan, pact.
std::vector<std::string> name_words(std::string_view label);

/// `label` without regard to article, case, accents, hyphens, possessive, plural and British or American spelling; equal for
/// variants of one name. Empty only if the label has no letter or digit.
std::string name_key(std::string_view label, std::string_view type);

/// Whether `label` names something that many owners have ("Foreign Ministry", "nuclear programme"): no word of it is a name.
bool is_generic(std::string_view label);

/// Whether the words between articles and prepositions all begin with a capital or digit: a name, not a description.
bool is_proper(std::string_view label);

/// `label` in lower case if it is an acronym of 2 to 8 capitals (dots aside), else empty.
std::string as_acronym(std::string_view label);

/// The acronyms that abbreviate `label`, in lower case: initials with and without small words; none for single words.
std::vector<std::string> acronyms_of(std::string_view label);

/// A person's name in parts, folded, without titles and suffixes.
struct PersonName {
  std::vector<std::string> given;  ///< given names and initials before the family name
  std::string family;              ///< last word; the only one of a single name
};

PersonName person_name(std::string_view label);

/// `word` without differences of transliteration: Sergei and Sergey, Zelensky and Zelenskyy agree.
std::string loose(std::string_view word);

/// Whether `word` is a family name of a language that puts it first (Kim, Xi, Nguyen).
bool is_family_first(std::string_view word);

}  // namespace entente
