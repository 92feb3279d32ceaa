// The formats documents come in, and how to tell which one a document is in.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "entente/text/readers.hpp"
#include "text/raw_document.hpp"

namespace entente {

/// A format of single documents: its name, the suffixes of its files, and its reader.
struct Format {
  std::string_view name;
  std::vector<std::string_view> suffixes;
  /// Reads whole documents; null for JSON Lines, whose records are read one by one.
  RawDocument (*read)(std::string_view bytes, const std::string& source);
};

/// All formats.
const std::vector<Format>& formats();

/// The format called `name`; null pointer if there is none.
const Format* format_named(std::string_view name);

/// The format of the files with the suffix of `path` (".gz" set aside), or null pointer.
const Format* format_of_suffix(const std::filesystem::path& path);

/// The format of a document by its first bytes and, where these do not decide, by the suffix of `path`; plain text in the end.
const Format& detect_format(std::string_view head, const std::filesystem::path& path);

/// True if `text` shows the marks of Markdown: headings with #, links, emphasis.
bool looks_like_markdown(std::string_view text);

RawDocument read_markdown(std::string_view bytes, const std::string& source);
RawDocument read_html(std::string_view bytes, const std::string& source);
/// The blocks of a piece of HTML in UTF-8.
std::vector<RawBlock> read_html_fragment(std::string_view html);
RawDocument read_pdf(std::string_view bytes, const std::string& source);
/// Plain text, or Markdown if it looks like it.
RawDocument read_text(std::string_view bytes, const std::string& source);

}  // namespace entente
