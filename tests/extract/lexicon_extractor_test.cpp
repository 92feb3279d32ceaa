#include "entente/extract/lexicon_extractor.hpp"

#include <catch2/catch.hpp>

#include "entente/base/file.hpp"
#include "entente/language/conllu.hpp"
#include "entente/schema/gazetteer_matcher.hpp"

using namespace entente;

namespace {

const std::string kFolder = ENTENTE_SOURCE_DIR "/tests/data/companies";

std::string name_of(Modality modality) {
  return modality == Modality::asserted ? "asserted" : modality == Modality::possible ? "possible" : "negated";
}

// The mentions of gazetteer names in a sentence.
SentenceMentions mentions_of(const TreebankSentence& one, const Schema& schema, const GazetteerMatcher& matcher) {
  std::vector<Span> words;
  for (const auto& token : one.sentence.tokens) words.push_back(token.span);
  SentenceMentions found;
  for (const auto& match : matcher.match(one.text, words)) {
    Mention mention;
    mention.first_token = match.first_word;
    mention.last_token = match.last_word;
    mention.head_token = match.last_word - 1;
    mention.type = schema.gazetteer[match.readings.front().entry].type;
    found.mentions.push_back(mention);
    found.entities.push_back({LocalEntityId{match.readings.front().entry}});
  }
  return found;
}

// "Kestrel Motors | buys_out | Halden Glass | asserted" lines of a sentence, each with a line break.
std::string read(const TreebankSentence& one, const Schema& schema) {
  const GazetteerMatcher matcher(schema);
  const LexiconExtractor extractor(schema);
  const auto mentions = mentions_of(one, schema, matcher);
  const auto label = [&](std::uint32_t mention) { return schema.gazetteer[mentions.entities[mention][0].value].label; };
  std::string lines;
  for (const auto& candidate : extractor.extract(one.sentence, one.text, mentions)) {
    lines += label(candidate.source) + " | " + candidate.relation + " | " + label(candidate.target) + " | " + name_of(candidate.modality);
    if (candidate.speaker >= 0) lines += " | by " + label(static_cast<std::uint32_t>(candidate.speaker));
    lines += "\n";
  }
  return lines;
}

}  // namespace

TEST_CASE("a schema of companies is read by its own frames alone", "[extract]") {
  const auto schema = load_schema({kFolder});
  const auto sentences = read_conllu(read_file(kFolder + "/sentences.conllu"), "sentences.conllu");
  REQUIRE(sentences.size() == 6);
  CHECK(read(sentences[0], schema) ==
        "Kestrel Motors | buys_out | Halden Glass | asserted\nKestrel Motors | sues | Borealis Batteries | negated\n");
  CHECK(read(sentences[1], schema) == "Kestrel Motors | buys_out | Ostrava Steel | possible | by Halden Glass\n");
  CHECK(read(sentences[2], schema) ==
        "Borealis Batteries | delivers_to | Kestrel Motors | asserted\nBorealis Batteries | sues | Halden Glass | asserted\n");
  CHECK(read(sentences[3], schema) == "Kestrel Motors | merges_with | Borealis Batteries | negated\n");
  CHECK(read(sentences[4], schema) == "Halden Glass | makes | Kestrel One | asserted\nOstrava Steel | owns | Halden Glass | asserted\n");
  CHECK(read(sentences[5], schema).empty());
}

TEST_CASE("a candidate names its trigger words and its rule", "[extract]") {
  const auto schema = load_schema({kFolder});
  const auto sentences = read_conllu(read_file(kFolder + "/sentences.conllu"), "sentences.conllu");
  const GazetteerMatcher matcher(schema);
  const auto found = LexiconExtractor(schema).extract(sentences[1].sentence, sentences[1].text, mentions_of(sentences[1], schema, matcher));
  REQUIRE(found.size() == 1);
  CHECK(found[0].by == "syntax:take over/subj-obj");
  CHECK(found[0].first_trigger == 7);
  CHECK(found[0].last_trigger == 9);
  CHECK(found[0].confidence > 0);
}

TEST_CASE("both members of a mention that stands for two meet each other", "[extract]") {
  const auto schema = load_schema({kFolder});
  auto sentence = read_conllu(
      "1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2\tmerged\tmerge\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t.\t_"
      "\t2\tpunct\t_\t_\n",
      "two")[0];
  SentenceMentions mentions;
  Mention they;
  they.last_token = 1;
  they.type = "Company";
  mentions.mentions = {they};
  mentions.entities = {{LocalEntityId{0}, LocalEntityId{1}}};
  const auto found = LexiconExtractor(schema).extract(sentence.sentence, sentence.text, mentions);
  REQUIRE(found.size() == 1);
  CHECK(found[0].relation == "merges_with");
  CHECK(found[0].source == 0);
  CHECK(found[0].target == 0);
}

TEST_CASE("an empty sentence has no candidates", "[extract]") {
  const auto schema = load_schema({kFolder});
  CHECK(LexiconExtractor(schema).extract({}, "", {}).empty());
}
