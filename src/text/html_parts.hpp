// Which parts of a page are the article and which are around it.
#pragma once

#include <vector>

#include "text/html_page.hpp"

namespace entente {

/// What the text of an element is by its tag, role, class and place.
enum class HtmlPart : std::uint8_t { article, boilerplate, hidden };

/// One answer an element; children of boilerplate are boilerplate.
std::vector<HtmlPart> find_parts(const HtmlPage& page);

/// True for elements that begin a new block of text.
bool is_block_element(std::string_view name);

}  // namespace entente
