// Capitals and seats of government: the State in "Moscow objects", a place in "a protest in Moscow".
#pragma once

#include <string>

#include "entente/language/sentence.hpp"

namespace entente {

/// Whether the construction around a capital makes it a place: a preposition of place, "the city of …", "…, the capital", "… in the
/// Gilbert Islands", "… airport", "captured …", "…, Libya". `word` is its head word, `state` the name of the State whose capital it is.
bool is_capital_as_place(const ParsedSentence& sentence, const std::string& text, std::uint32_t word, const std::string& state);

}  // namespace entente
