// Text that every format can hold: what a format cannot say is replaced in a stated way.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace entente {

/// Calls `take` with each code point of `text` and its bytes; bytes that are no UTF-8 arrive one by one as U+FFFD.
void for_each_code_point(std::string_view text, const std::function<void(char32_t, std::string_view)>& take);

/// Whether XML 1.0 may hold the character: no control character but tab, newline, carriage return, no surrogate, U+FFFE, U+FFFF.
bool is_xml_character(char32_t c);

/// `text` cut to at most `most` code points, "…" in place of the rest; white space runs become one space.
std::string shorten(std::string_view text, std::size_t most);

/// "cooperates with" for "cooperates_with".
std::string spaced(std::string_view relation);

/// `text` if it is a web address (http or https), percent-encoded where it holds what no URL may; else empty.
std::string web_address(std::string_view text);

/// Address of the page of a Wikidata item "Q159"; empty for anything else.
std::string wikidata_page(std::string_view item);

}  // namespace entente
