// Small pieces of output text: JSON strings, CSV fields, DOT strings, the width of a text on screen.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// `text` (UTF-8) as a JSON string with its quotes.
std::string json_text(std::string_view text);

/// `text` as a field of RFC 4180, in quotes where it needs them.
std::string csv_field(std::string_view text);

/// `text` as a quoted DOT string that shows exactly these characters.
std::string dot_string(std::string_view text);

/// Columns that `text` takes on a terminal, counting a code point as one.
std::size_t display_width(std::string_view text);

/// `text` with control characters replaced by spaces.
std::string one_line(std::string text);

/// `text` filled up with spaces to `width` columns.
std::string padded(const std::string& text, std::size_t width);

}  // namespace entente
