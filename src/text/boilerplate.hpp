// Telling the article from what stands around it, by the words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/raw_document.hpp"

namespace entente {

/// Marks the blocks of a page that stand around its article: lists of links, short scraps before its first and behind its last
/// paragraph. After jusText (Pomikálek 2011), with links and full stops in place of frequencies.
void mark_around_article(std::vector<RawBlock>& blocks);

/// Marks blocks whose words tell that they are no part of the article in any format: share buttons, cookie notices, legal footers,
/// "Articles by:", notes on the author. `author` is the author's name if known.
void mark_boilerplate(std::vector<RawBlock>& blocks, const std::string& author);

/// True for a line that is a page's own furniture by its words alone ("Share this article", "All rights reserved").
bool is_boilerplate_phrase(std::string_view text);

}  // namespace entente
