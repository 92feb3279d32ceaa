#include "entente/text/sentences.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "entente/base/unicode.hpp"
#include "text/language.hpp"
#include "text/segmenter.hpp"

namespace entente {

namespace {

/// The dot of "etc." and the like at the end of a sentence is its full stop, too, and a word of its own by the treebanks.
void part_last_full_stop(std::string_view text, std::vector<Span>& words) {
  using namespace std::string_view_literals;
  static constexpr std::array kShort = {"etc."sv, "inc."sv, "corp."sv, "co."sv, "ltd."sv, "p.m."sv, "a.m."sv};
  const auto last = words.back();
  const auto word = lower(last.of(text));
  if (words.size() < 2 || std::find(kShort.begin(), kShort.end(), word) == kShort.end()) return;
  words.back().end = last.end - 1;
  words.push_back({last.end - 1, last.end});
}

}  // namespace

Sentence append_words(const std::vector<std::string>& words, std::string& text) {
  Sentence sentence;
  for (const auto& word : words) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += word;
    sentence.words.push_back({begin, static_cast<std::uint32_t>(text.size())});
    text += ' ';
  }
  if (!sentence.words.empty()) sentence.span = {sentence.words.front().begin, sentence.words.back().end};
  return sentence;
}

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
      part_last_full_stop(document.text, sentence.words);
      sentence.span = {sentence.words.front().begin, sentence.words.back().end};
      if (!is_foreign(sentence.span.of(document.text))) sentences.push_back(std::move(sentence));
      sentence = {{}, block.kind, section, {}};
    }
  }
  return sentences;
}

}  // namespace entente
