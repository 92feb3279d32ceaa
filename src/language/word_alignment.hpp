// Which words of two analyses of one text are the same.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entente/base/span.hpp"
#include "entente/language/treebank.hpp"

namespace entente {

/// One word among all words of a treebank, with the characters of its token (white space is not counted).
struct PlacedWord {
  const TreebankWord* word = nullptr;
  Span characters;
  bool multiword = false;  ///< its token holds other words too
  std::int64_t head = -1;  ///< index among all words, -1 the root
};

/// A treebank as one run of characters.
struct PlacedTreebank {
  std::string characters;  ///< without white space, UTF-8; spans count its bytes
  std::vector<Span> tokens;
  std::vector<Span> sentences;
  std::vector<PlacedWord> words;
};

PlacedTreebank place_words(const std::vector<AnnotatedSentence>& sentences);

/// For each word of `system` the index of its word of `gold`, -1 if there is none.
std::vector<std::int64_t> align_words(const PlacedTreebank& gold, const PlacedTreebank& system);

}  // namespace entente
