// The model's own analysis of a treebank's text, to be scored against it.
#pragma once

#include <string>
#include <vector>

#include "entente/language/language_model.hpp"
#include "entente/language/treebank.hpp"

namespace entente {

/// Analyses the words of `gold` as they are: sentences and words stay, tags, lemmas and trees are the model's.
std::vector<AnnotatedSentence> analyse_words(const LanguageModel& model, const std::vector<AnnotatedSentence>& gold);

/// Analyses the text of `gold` from its characters: documents and paragraphs are given, sentences and words are found.
std::vector<AnnotatedSentence> analyse_text(const LanguageModel& model, const std::vector<AnnotatedSentence>& gold);

/// CoNLL-U of all sentences of an analysed document, numbered after `id`; mentions of probability `least` or more stand in MISC as
/// `Mention=(State` at the first and `Mention=)` at the last word, in one bracket each: `(State)`, `(State(Person)`;
/// words of names as `NER=B-PER`, `NER=I-PER` (LOC, ORG).
std::string to_text(const LanguageModel& model, const EncodedDocument& document, const std::string& text, const std::string& id,
                    float least);

}  // namespace entente
