// Title, author, date and address of a page as its head, its JSON-LD and its time elements give them.
#pragma once

#include "text/html_page.hpp"
#include "text/raw_document.hpp"

namespace entente {

/// A document with the fields that the page gives and no blocks. Sources: https://ogp.me, https://schema.org/Article, Dublin Core.
RawDocument read_metadata(const HtmlPage& page);

}  // namespace entente
