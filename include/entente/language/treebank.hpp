// A treebank as CoNLL-U writes it: words, the tokens of the text that they were split from, documents and paragraphs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/language/sentence.hpp"

namespace entente {

/// One syntactic word; fields are as in the file, "_" included.
struct TreebankWord {
  std::string form;
  std::string lemma;
  std::string upos;
  std::string xpos;
  std::string feats;
  std::uint32_t head = 0;
  std::string deprel;
  std::string misc = "_";

  bool operator==(const TreebankWord&) const = default;
};

/// A stretch of text without white space that holds words [first, last) of its sentence; more than one for "don't".
struct TreebankToken {
  std::string form;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool space_after = true;

  bool operator==(const TreebankToken&) const = default;
};

/// One sentence of a treebank.
struct AnnotatedSentence {
  std::string id;    ///< `# sent_id`
  std::string text;  ///< `# text`, else the tokens joined
  bool begins_document = false;
  bool begins_paragraph = false;
  std::vector<TreebankWord> words;
  std::vector<TreebankToken> tokens;

  bool operator==(const AnnotatedSentence&) const = default;
};

/// Reads CoNLL-U; empty nodes are left out. Source: https://universaldependencies.org/format.html
///
/// Throws `InputError` with line, column and what was expected if a row is not well formed or a head is no word of its sentence.
std::vector<AnnotatedSentence> read_treebank(std::string_view text, const std::string& file);

/// CoNLL-U of one sentence with its comments, ending with an empty line. Reading it gives the sentence back.
std::string to_text(const AnnotatedSentence& sentence);

/// A parsed sentence with its text. Words that touch, like "do" and "n't", become one token.
AnnotatedSentence to_annotated(const ParsedSentence& sentence, std::string_view document_text);

}  // namespace entente
