#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <string>

#include "entente/text/sentences.hpp"

namespace {

using namespace entente;

/// Paragraphs of a treebank as a document whose blocks they are, with the spans of its sentences and words.
struct Treebank {
  Document document;
  std::set<Span> sentences;
  std::set<Span> words;
};

void end_paragraph(Treebank& bank, std::string& paragraph) {
  if (paragraph.empty()) return;
  const auto begin = static_cast<std::uint32_t>(bank.document.text.size());
  bank.document.text += paragraph + '\n';
  bank.document.blocks.push_back({{begin, begin + static_cast<std::uint32_t>(paragraph.size())}, BlockKind::paragraph});
  paragraph.clear();
}

Treebank read_treebank(const std::filesystem::path& path) {
  Treebank bank;
  std::ifstream in(path);
  std::string line, text, paragraph;
  std::vector<std::string> forms;
  while (std::getline(in, line)) {
    if (line.rfind("# newpar", 0) == 0 || line.rfind("# newdoc", 0) == 0) end_paragraph(bank, paragraph);
    if (line.rfind("# text = ", 0) == 0) text = line.substr(9);
    if (!line.empty() && isdigit(line[0]) && line.substr(0, line.find('\t')).find_first_of("-.") == std::string::npos) {
      const auto from = line.find('\t') + 1;
      forms.push_back(line.substr(from, line.find('\t', from) - from));
    }
    if (!line.empty() || forms.empty()) continue;
    if (!paragraph.empty()) paragraph += ' ';
    const auto base = static_cast<std::uint32_t>(bank.document.text.size() + paragraph.size());
    paragraph += text;
    bank.sentences.insert({base, base + static_cast<std::uint32_t>(text.size())});
    std::size_t at = 0;
    for (const auto& form : forms) {
      const auto found = text.find(form, at);
      if (found == std::string::npos) continue;
      at = found + form.size();
      bank.words.insert({base + static_cast<std::uint32_t>(found), base + static_cast<std::uint32_t>(at)});
    }
    forms.clear();
  }
  end_paragraph(bank, paragraph);
  return bank;
}

double f1(const std::set<Span>& gold, const std::set<Span>& found) {
  std::size_t hits = 0;
  for (const auto& span : found) hits += gold.count(span);
  return 200.0 * static_cast<double>(hits) / static_cast<double>(gold.size() + found.size());
}

}  // namespace

TEST_CASE("words and sentences of the treebanks' raw text are found", "[text]") {
  const auto folder = std::filesystem::path(ENTENTE_SOURCE_DIR) / "../shared/treebanks";
  if (!std::filesystem::exists(folder)) {
    WARN("skipped: there are no treebanks in " << folder);
    return;
  }
  const std::tuple<const char*, double, double> bars[] = {{"en_ewt-dev.conllu", 98.4, 86.0}, {"en_gum-dev.conllu", 99.4, 95.0}};
  for (const auto& [name, least_words, least_sentences] : bars) {
    const auto bank = read_treebank(folder / name);
    std::set<Span> sentences, words;
    for (const auto& sentence : split_sentences(bank.document)) {
      sentences.insert(sentence.span);
      words.insert(sentence.words.begin(), sentence.words.end());
    }
    const auto words_f1 = f1(bank.words, words);
    const auto sentences_f1 = f1(bank.sentences, sentences);
    std::cout << name << ": words F1 " << words_f1 << ", sentences F1 " << sentences_f1 << '\n';
    CHECK(words_f1 >= least_words);
    CHECK(sentences_f1 >= least_sentences);
  }
}
