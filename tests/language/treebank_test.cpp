#include "entente/language/treebank.hpp"

#include <catch2/catch.hpp>

#include "entente/base/error.hpp"
#include "entente/language/treebank_score.hpp"

using namespace entente;
using Catch::Matchers::Contains;

namespace {

/// CoNLL-U from "FORM UPOS HEAD DEPREL" rows; "a-b FORM" rows are multiword tokens. Lemmas are the forms.
std::vector<AnnotatedSentence> treebank(const std::vector<std::string>& rows) {
  std::string text;
  std::size_t number = 0;
  for (const auto& row : rows) {
    std::vector<std::string> cells;
    for (std::size_t at = 0; at <= row.size();) {
      const auto end = std::min(row.find(' ', at), row.size());
      cells.push_back(row.substr(at, end - at));
      at = end + 1;
    }
    if (row.empty()) {
      text += "\n";
      number = 0;
    } else if (cells.size() == 2) {
      text += cells[0] + "\t" + cells[1] + "\t_\t_\t_\t_\t_\t_\t_\t_\n";
    } else {
      text += std::to_string(++number) + "\t" + cells[0] + "\t" + cells[0] + "\t" + cells[1] + "\t_\t_\t" + cells[2] + "\t" + cells[3] +
              "\t_\t_\n";
    }
  }
  return read_treebank(text, "test.conllu");
}

const std::vector<std::string> kGold{"1-2 Don't",          "Do AUX 3 aux",     "n't PART 3 advmod",
                                     "attack VERB 0 root", "Guam PROPN 3 obj", ". PUNCT 3 punct"};

}  // namespace

TEST_CASE("reading and writing a treebank gives it back", "[language]") {
  const std::string text =
      "# newdoc\n# newpar\n# sent_id = a-1\n# text = Don't go.\n1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
      "1\tDo\tdo\tAUX\tVB\tMood=Imp\t3\taux\t_\t_\n2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n"
      "3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n";
  const auto sentences = read_treebank(text, "a.conllu");
  REQUIRE(sentences.size() == 1);
  CHECK(sentences[0].tokens.size() == 3);
  CHECK(sentences[0].begins_document);
  CHECK(to_text(sentences[0]) == text);
}

TEST_CASE("empty nodes are left out and a last sentence needs no empty line", "[language]") {
  const auto sentences = read_treebank("1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n1.1\tb\tb\tX\t_\t_\t_\t_\t_\t_", "a.conllu");
  REQUIRE(sentences.size() == 1);
  CHECK(sentences[0].words.size() == 1);
}

TEST_CASE("a wrong treebank is refused with line, column and what was expected", "[language]") {
  const auto refused = [](const std::string& text, const std::string& place, const std::string& what) {
    CHECK_THROWS_WITH(read_treebank(text, "a.conllu"), Contains(place) && Contains(what));
  };
  refused("1\ta\ta\tX\t_\t_\t0\troot\t_\n", "a.conllu:1:", "10 columns");
  refused("1\ta\ta\tX\t_\t_\t0\troot\t_\t_\t_\n", "a.conllu:1:", "more than 10");
  refused("# x\n2\ta\ta\tX\t_\t_\t0\troot\t_\t_\n", "a.conllu:2:1", "word 1 is expected");
  refused("1\ta\ta\tX\t_\t_\t7\troot\t_\t_\n", "a.conllu:1:13", "a head from 0 to 1");
  refused("1\ta\ta\tX\t_\t_\tx\troot\t_\t_\n", "a.conllu:1:13", "a number is expected");
  refused("1\ta\t\tX\t_\t_\t0\troot\t_\t_\n", "a.conllu:1:5", "LEMMA is empty");
  refused("1-3\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n", "a.conllu:2:", "ends at word 3");
}

TEST_CASE("an analysis equal to the gold one has full marks", "[language]") {
  const auto score = score_treebank(treebank(kGold), treebank(kGold));
  for (const auto& agreement :
       {score.tokens, score.sentences, score.words, score.upos, score.lemmas, score.unlabelled, score.labelled_full})
    CHECK(agreement.f1() == 1.0);
  CHECK(score.tokens.gold == 4);
  CHECK(score.words.gold == 5);
}

TEST_CASE("words of a multiword token are aligned by their forms", "[language]") {
  // The system splits the same characters into two tokens: the token is lost, its words are not.
  const auto score = score_treebank(
      treebank(kGold), treebank({"Do AUX 3 aux", "n't ADV 3 advmod", "attack VERB 0 root", "Guam PROPN 3 obj", ". PUNCT 3 punct"}));
  CHECK(score.tokens == Agreement{4, 5, 3});
  CHECK(score.words == Agreement{5, 5, 5});
  CHECK(score.upos == Agreement{5, 5, 4});
  CHECK(score.labelled == Agreement{5, 5, 5});
}

TEST_CASE("a multiword token left whole loses its words but not the others", "[language]") {
  const auto score =
      score_treebank(treebank(kGold), treebank({"Don't AUX 2 aux", "attack VERB 0 root", "Guam PROPN 2 obj", ". PUNCT 2 punct"}));
  CHECK(score.tokens == Agreement{4, 4, 4});
  CHECK(score.words == Agreement{5, 4, 3});
  CHECK(score.labelled == Agreement{5, 4, 3});
}

TEST_CASE("a word whose head was not found is wrong even with the right number", "[language]") {
  const auto gold = treebank({"New PROPN 2 compound", "York PROPN 3 nsubj", "fears VERB 0 root", "it PRON 3 obj"});
  const auto score = score_treebank(gold, treebank({"NewYork PROPN 2 nsubj", "fears VERB 0 root", "it PRON 1 obj"}));
  CHECK(score.words == Agreement{4, 3, 2});
  CHECK(score.unlabelled == Agreement{4, 3, 1});
}

TEST_CASE("subtypes count in one LAS and not in the other, and for labels", "[language]") {
  const auto gold = treebank({"Guam PROPN 2 nsubj:pass", "hit VERB 0 root"});
  const auto score = score_treebank(gold, treebank({"Guam PROPN 2 nsubj", "hit VERB 0 root"}));
  CHECK(score.labelled == Agreement{2, 2, 2});
  CHECK(score.labelled_full == Agreement{2, 2, 1});
  CHECK(score.labels.at("nsubj:pass") == Agreement{1, 0, 0});
  CHECK(score.labels.at("nsubj") == Agreement{0, 1, 0});
  CHECK(score.labels.at("root") == Agreement{1, 1, 1});
}

TEST_CASE("a sentence counts only if both its ends are right", "[language]") {
  const auto gold = treebank({"Go VERB 0 root", "", "Stop VERB 0 root", "", "Wait VERB 0 root"});
  const auto score = score_treebank(gold, treebank({"Go VERB 0 root", "Stop VERB 1 conj", "", "Wait VERB 0 root"}));
  CHECK(score.sentences == Agreement{3, 2, 1});
  CHECK(score.words == Agreement{3, 3, 3});
  CHECK(score.unlabelled == Agreement{3, 3, 2});
}

TEST_CASE("analyses of different texts are not compared", "[language]") {
  CHECK_THROWS_WITH(score_treebank(treebank({"Go VERB 0 root"}), treebank({"Stop VERB 0 root"})), Contains("not of one text"));
}

TEST_CASE("words that touch become one token if the second is a clitic", "[language]") {
  const std::string text = "cannot U.S.-led it's.";
  ParsedSentence sentence;
  sentence.span = {0, static_cast<std::uint32_t>(text.size())};
  for (const Span span : {Span{0, 3}, Span{3, 6}, Span{7, 11}, Span{11, 12}, Span{12, 15}, Span{16, 18}, Span{18, 20}, Span{20, 21}}) {
    Token token;
    token.span = span;
    token.head = sentence.tokens.empty() ? 0 : 1;
    sentence.tokens.push_back(token);
  }
  std::vector<std::string> forms;
  for (const auto& token : to_annotated(sentence, text).tokens) forms.push_back(token.form + (token.space_after ? " " : ""));
  CHECK(forms == std::vector<std::string>{"cannot ", "U.S.", "-", "led ", "it's", ". "});
}
