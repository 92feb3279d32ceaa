// A document as the reader sees it: clean text, its blocks, and a map back to the source.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/base/span.hpp"

namespace entente {

/// What a stretch of the clean text is; only some kinds are analysed.
enum class BlockKind { heading, paragraph, list_item, quotation, table_cell, footnote, boilerplate };

/// One block of the clean text. Blocks are in order, do not overlap, and sentences never cross them.
struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;

  bool operator==(const Block&) const = default;
};

/// Maps clean bytes to the source: pieces in order of `clean`, each saying which source code points it came from.
///
/// `source` counts Unicode code points of the decoded source (for PDF: of the extracted text). Inside a verbatim piece the
/// mapping is one code point to one; inside another (a ligature, an entity, a joined hyphenation) the whole piece maps to its range.
struct SourcePiece {
  Span clean;
  Span source;
  bool verbatim = true;

  bool operator==(const SourcePiece&) const = default;
};

/// One document; immutable after reading. `text` is valid UTF-8 without NUL, controls or U+FEFF.
struct Document {
  std::string id;        ///< stable name: the path as given (lexically normal), or the id of a JSON Lines record
  std::string title;     ///< empty if unknown
  std::string author;    ///< empty if unknown
  std::string date;      ///< ISO 8601 (YYYY, YYYY-MM or YYYY-MM-DD), empty if unknown
  std::string url;       ///< empty if unknown
  std::string language;  ///< BCP 47 code as detected, e.g. "en"
  std::string sha256;    ///< of the source bytes, hexadecimal
  std::string text;
  std::vector<Block> blocks;
  std::vector<SourcePiece> source_map;

  /// The source range, in code points, that the clean range came from.
  Span to_source(Span clean) const;

  bool operator==(const Document&) const = default;
};

/// True for blocks whose sentences are read for assertions (headings, paragraphs, list items, quotations).
bool is_analysed(BlockKind kind);

}  // namespace entente
