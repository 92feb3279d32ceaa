// Sentences and words of a document, before they are analysed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/base/span.hpp"
#include "entente/text/document.hpp"

namespace entente {

/// One sentence as spans of the clean text; `words` are in order and do not overlap. A clitic (do|n't) has its own span.
struct Sentence {
  Span span;
  BlockKind block = BlockKind::paragraph;
  std::uint32_t section = 0;  ///< grows at headings and where blocks that are left out lie between
  std::vector<Span> words;

  bool operator==(const Sentence&) const = default;
};

/// Splits the analysed blocks of a document into sentences and words by the conventions of the English UD treebanks.
///
/// A document in another language than English has none; a sentence in another language (a quotation) is left out.
std::vector<Sentence> split_sentences(const Document& document);

/// The words of a text that is one sentence.
std::vector<Span> split_words(std::string_view sentence);

/// Puts the words of a sentence behind `text`, a space after each, and gives the sentence that they are.
Sentence append_words(const std::vector<std::string>& words, std::string& text);

}  // namespace entente
