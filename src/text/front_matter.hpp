// Front matter: the fields between --- lines (YAML) or +++ lines (TOML) at the head of a Markdown file.
#pragma once

#include <string_view>

#include "text/raw_document.hpp"

namespace entente {

/// Reads title, author, date and URL into `raw`; gives the number of bytes that the front matter takes, 0 if there is none.
std::size_t read_front_matter(std::string_view text, RawDocument& raw);

}  // namespace entente
