// Identifiers for people and IRIs, made from names.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// `text` in Latin letters without marks, as far as that goes: "Лавров" gives "Lavrov", "Türkiye" gives "Turkiye" (ICU's
/// Any-Latin and Latin-ASCII).
std::string to_latin(std::string_view text);

/// `text` as an identifier: `to_latin`, lower case, all but [a-z0-9._~] between letters and digits replaced by single hyphens.
///
/// "U.S.–Japan Treaty" gives "u.s.-japan-treaty". Longer ones than 80 bytes are cut and end in a hash of the text; a text
/// without any letter or digit gives "x-" and a hash.
std::string slug(std::string_view text);

}  // namespace entente
