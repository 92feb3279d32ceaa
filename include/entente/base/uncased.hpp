// Words as an uncased encoder reads them: normalised, split at punctuation, and the shape that normalising loses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The parts of a word: straight quotes, canonical decomposition without marks and controls, lower case, split at white space and
/// around every punctuation mark and ideograph. Source: the basic tokenizer of uncased BERT.
std::vector<std::string> uncased_parts(std::string_view word);

/// `word` in lower case, by the rules of Unicode without those of any language.
std::string lower_case(std::string_view word);

/// How a word is written.
enum class WordShape : std::uint8_t { none, lower, capitalised, upper, single_upper, mixed, with_digit, symbol };

/// The shape of a word that is not empty; case by Unicode properties.
WordShape word_shape(std::string_view word);

}  // namespace entente
