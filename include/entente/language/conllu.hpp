// Sentences in and out of CoNLL-U.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/language/sentence.hpp"

namespace entente {

/// A sentence with the text that its spans refer to.
struct TreebankSentence {
  std::string text;
  ParsedSentence sentence;
};

/// Reads CoNLL-U. Rows of multiword tokens and empty nodes are skipped; the text is that of `# text`, else the forms joined as
/// SpaceAfter says. Source: https://universaldependencies.org/format.html
///
/// Throws `InputError` with file and line if a row has not ten columns or a head leads nowhere.
std::vector<TreebankSentence> read_conllu(std::string_view text, const std::string& file);

}  // namespace entente
