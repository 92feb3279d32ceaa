// Windows: the stretches of a document that the encoder reads at once.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "entente/text/sentences.hpp"
#include "language/word_pieces.hpp"

namespace entente {

/// Words [first, last) of one sentence that lie in one window: the whole sentence unless it is longer than a window.
struct Chunk {
  std::uint32_t sentence = 0;
  std::uint32_t first = 0;  ///< word of the sentence
  std::uint32_t last = 0;
  std::uint32_t window = 0;

  bool operator==(const Chunk&) const = default;
};

/// A document cut into windows. A row is one piece of one window.
struct Windows {
  std::vector<PieceId> pieces;            ///< of all windows, each with its begin and end
  std::vector<std::uint8_t> shapes;       ///< row of the shape embedding of each piece
  std::vector<std::uint32_t> begin;       ///< first row of each window; one more at the end
  std::vector<std::uint32_t> word_row;    ///< row of the first piece of each word of the document
  std::vector<std::uint32_t> first_word;  ///< index of the first word of each sentence; one more at the end
  std::vector<Chunk> chunks;              ///< in order of the text; sentences without words have none
};

/// Packs consecutive sentences of one section into windows of at most `most` pieces; cuts longer sentences between words.
///
/// Takes time and space in proportion to the text, however long a sentence is.
Windows make_windows(std::string_view text, const std::vector<Sentence>& sentences, const WordPieces& vocabulary, std::size_t most);

}  // namespace entente
