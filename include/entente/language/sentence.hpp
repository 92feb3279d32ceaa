// A sentence with its words, tags and dependency tree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/span.hpp"
#include "entente/text/document.hpp"

namespace entente {

/// One word by the rules of Universal Dependencies (2.x). `head` counts words of the sentence from 1, 0 is the root.
struct Token {
  Span span;
  std::string lemma;
  std::string upos;
  std::string xpos;
  std::string feats;   ///< "Number=Sing|Tense=Past", empty if none
  std::string deprel;  ///< with subtype, e.g. "nsubj:pass"
  std::uint32_t head = 0;
  std::string name = {};  ///< "B-PER", "I-LOC", "B-ORG": first or later word of a name of a person, place or organization; empty if none

  bool operator==(const Token&) const = default;
};

/// One sentence; its tree is complete and has one root unless there are no tokens.
struct ParsedSentence {
  Span span;  ///< bytes of the document's clean text
  BlockKind block = BlockKind::paragraph;
  std::uint32_t section = 0;  ///< sentences of one section may share a window
  std::vector<Token> tokens;

  bool operator==(const ParsedSentence&) const = default;
};

/// CoNLL-U rows of a sentence, with `# text`, ending with an empty line. Source: https://universaldependencies.org/format.html
std::string to_text(const ParsedSentence& sentence, std::string_view document_text);

}  // namespace entente
