// Names of persons, places and organizations: spans of tags, reading and scoring of annotated files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/language/sentence.hpp"

namespace entente {

/// Words [first, last) of a sentence that are a name of one kind: "PER", "LOC" or "ORG".
struct NameSpan {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string kind;

  auto operator<=>(const NameSpan&) const = default;
};

/// Makes tags well-formed (IOB2) and whole by the tree: a later word of a name that no word of its kind goes before takes the proper nouns
/// before it that belong to it ("Opera" of "Opera House"), or becomes a first word; a name that is part of the name behind it
/// ("El Paso" in "El Paso Energy") becomes one with it.
void mend_names(std::vector<Token>& tokens);

/// The names that well-formed tags ("B-PER", "I-PER", empty for none) make.
std::vector<NameSpan> names_of(const std::vector<std::string>& tags);

/// One sentence of a name file.
struct NamedSentence {
  std::vector<std::string> words;
  std::vector<std::string> tags;  ///< as in `names_of`
  bool begins_document = false;
};

/// Reads tab-separated rows "number, word, tag, …" with an empty line after each sentence and "# newdoc" before each document. Source:
/// Mayhew et al., Universal NER (2024), https://www.universalner.org. `file` names the text in errors.
///
/// Throws `InputError` where a row has fewer than three columns or a tag is not one of O, B-KIND, I-KIND.
std::vector<NamedSentence> read_names(std::string_view text, const std::string& file);

/// Counts of names in the gold annotation, in the analysis, and in both with the same words and kind.
struct NameCounts {
  std::size_t gold = 0;
  std::size_t system = 0;
  std::size_t both = 0;
  std::size_t both_spans = 0;  ///< with the same words, of any kind

  void add(const std::vector<NameSpan>& gold_names, const std::vector<NameSpan>& system_names);
};

}  // namespace entente
