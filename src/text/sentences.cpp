#include "entente/text/sentences.hpp"

#include "text/language.hpp"
#include "text/segmenter.hpp"

namespace entente {

std::vector<Sentence> split_sentences(const Document& document) {
  std::vector<Sentence> sentences;
  std::uint32_t section = 0;
  if (!document.language.empty() && document.language != "en") return sentences;
  for (const auto& block : document.blocks) {
    if (!is_analysed(block.kind) || block.kind == BlockKind::heading) ++section;
    if (!is_analysed(block.kind)) continue;
    const auto text = block.span.of(document.text);
    const auto words = split_words(text);
    const auto ends = sentence_ends(text, words);
    Sentence sentence{{}, block.kind, section, {}};
    for (std::size_t i = 0; i < words.size(); ++i) {
      sentence.words.push_back({words[i].begin + block.span.begin, words[i].end + block.span.begin});
      if (!ends[i]) continue;
      sentence.span = {sentence.words.front().begin, sentence.words.back().end};
      if (!is_foreign(sentence.span.of(document.text))) sentences.push_back(std::move(sentence));
      sentence = {{}, block.kind, section, {}};
    }
  }
  return sentences;
}

}  // namespace entente
