#include "entente/text/sentences.hpp"

#include "entente/base/unicode.hpp"

namespace entente {

namespace {

bool closes(std::string_view word) {
  return word == "\"" || word == "'" || word == ")" || word == "]" || word == "\u201D" || word == "\u2019";
}
bool ends_sentence(std::string_view word) { return word == "." || word.find_first_of("!?") == 0 || word == "..." || word == "\u2026"; }

}  // namespace

std::vector<Sentence> split_sentences(const Document& document) {
  std::vector<Sentence> sentences;
  std::uint32_t section = 0;
  if (!document.language.empty() && document.language != "en") return sentences;
  for (const auto& block : document.blocks) {
    if (!is_analysed(block.kind) || block.kind == BlockKind::heading) ++section;
    if (!is_analysed(block.kind)) continue;
    Sentence sentence{{}, block.kind, section, {}};
    bool ending = false;
    for (auto word : split_words(block.span.of(document.text))) {
      word = {word.begin + block.span.begin, word.end + block.span.begin};
      const auto text = word.of(document.text);
      if (ending && !closes(text) && !ends_sentence(text) && !is_lower(code_point_at(text, 0))) {
        sentences.push_back(std::move(sentence));
        sentence = {{}, block.kind, section, {}};
        ending = false;
      }
      ending = ends_sentence(text) || (ending && closes(text));
      if (sentence.words.empty()) sentence.span.begin = word.begin;
      sentence.span.end = word.end;
      sentence.words.push_back(word);
    }
    if (!sentence.words.empty()) sentences.push_back(std::move(sentence));
  }
  return sentences;
}

}  // namespace entente
