// What a format's reader hands over: blocks as the markup or layout shows them, before cleaning.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/mapped_text.hpp"

namespace entente {

/// A block as found in the source; its text may still hold line ends, ligatures, footnote marks.
struct RawBlock {
  BlockKind kind = BlockKind::paragraph;
  MappedText text;
  std::uint32_t link_bytes = 0;  ///< how much of the text is link anchors
};

/// A document before cleaning; the fields are as in `Document`, `date` as written.
struct RawDocument {
  std::string title;
  std::string author;
  std::string date;
  std::string url;
  std::string fallback_date;  ///< when the file was made, for want of a better one
  std::string damage;         ///< what was wrong with the bytes, see `damage_note`; empty if nothing
  std::vector<RawBlock> blocks;
};

/// Cleans all blocks (characters, white space) and joins them to a document with text, blocks and source map.
Document assemble(RawDocument&& raw);

/// Blocks of plain text, or of text extracted from a PDF.
RawDocument read_plain_text(std::string_view text);

}  // namespace entente
