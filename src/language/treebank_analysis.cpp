#include "entente/language/treebank_analysis.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

/// Sentences of one document, [first, last), by `begins_document`.
template <class Take>
void for_each_document(const std::vector<AnnotatedSentence>& gold, const Take& take) {
  for (std::size_t first = 0; first < gold.size();) {
    auto last = first + 1;
    while (last < gold.size() && !gold[last].begins_document) ++last;
    take(first, last);
    first = last;
  }
}

void take_over(const ParsedSentence& parsed, AnnotatedSentence& sentence) {
  for (std::size_t i = 0; i < parsed.tokens.size(); ++i) {
    const auto& token = parsed.tokens[i];
    auto& word = sentence.words[i];
    word = {word.form, token.lemma, token.upos, token.xpos, token.feats.empty() ? "_" : token.feats, token.head, token.deprel, "_"};
  }
}

/// The text of some sentences as a document of one block a paragraph.
Document join(const std::vector<AnnotatedSentence>& gold, std::size_t first, std::size_t last) {
  Document document;
  std::uint32_t begin = 0;
  const auto end_block = [&] {
    const auto end = static_cast<std::uint32_t>(document.text.size());
    if (end > begin) document.blocks.push_back({{begin, end}, BlockKind::paragraph});
  };
  for (auto i = first; i < last; ++i) {
    if (i > first && gold[i].begins_paragraph) {
      end_block();
      document.text += "\n\n";
      begin = static_cast<std::uint32_t>(document.text.size());
    }
    document.text += gold[i].text;
    const bool more = i + 1 < last && !gold[i + 1].begins_paragraph;
    if (more && !gold[i].tokens.empty() && gold[i].tokens.back().space_after) document.text += ' ';
  }
  end_block();
  return document;
}

}  // namespace

std::vector<AnnotatedSentence> analyse_words(const LanguageModel& model, const std::vector<AnnotatedSentence>& gold) {
  auto analysed = gold;
  for_each_document(gold, [&](std::size_t first, std::size_t last) {
    std::string text;
    std::vector<Sentence> sentences;
    for (auto i = first; i < last; ++i) {
      std::vector<std::string> forms;
      for (const auto& word : gold[i].words) forms.push_back(word.form);
      sentences.push_back(append_words(forms, text));
    }
    const auto document = model.analyse(text, sentences);
    for (auto i = first; i < last; ++i) take_over(document.sentences[i - first], analysed[i]);
  });
  return analysed;
}

std::vector<AnnotatedSentence> analyse_text(const LanguageModel& model, const std::vector<AnnotatedSentence>& gold) {
  std::vector<AnnotatedSentence> analysed;
  for_each_document(gold, [&](std::size_t first, std::size_t last) {
    const auto document = join(gold, first, last);
    const auto encoded = model.analyse(document.text, split_sentences(document));
    for (const auto& sentence : encoded.sentences) analysed.push_back(to_annotated(sentence, document.text));
  });
  return analysed;
}

std::string to_text(const LanguageModel& model, const EncodedDocument& document, const std::string& text, const std::string& id,
                    float least) {
  std::string out;
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    auto sentence = to_annotated(document.sentences[s], text);
    sentence.id = fmt::format("{}-{}", id, s + 1);
    sentence.begins_document = s == 0;
    std::vector<std::string> opening(sentence.words.size());
    std::vector<std::string> closing(sentence.words.size());
    auto mentions = model.mentions(document, s, least);
    std::sort(mentions.begin(), mentions.end(), [](const auto& a, const auto& b) {
      return a.words.first != b.words.first ? a.words.first < b.words.first : a.words.last > b.words.last;
    });
    for (const auto& mention : mentions) {
      opening[mention.words.first] += "(" + model.types()[mention.type];
      closing[mention.words.last - 1] += ")";
    }
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      const auto& name = document.sentences[s].tokens[i].name;
      const auto brackets = opening[i] + closing[i];
      if (brackets.empty() && name.empty()) continue;
      sentence.words[i].misc = (brackets.empty() ? "" : "Mention=" + brackets) + (brackets.empty() || name.empty() ? "" : "|") +
                               (name.empty() ? "" : "NER=" + name);
    }
    out += to_text(sentence);
  }
  return out;
}

}  // namespace entente
