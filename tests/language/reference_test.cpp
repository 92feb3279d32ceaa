// The heads over a small random model against the outputs of the reference in tools/train.
#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "entente/base/file.hpp"
#include "entente/base/json.hpp"
#include "language/antecedent_head.hpp"
#include "language/encoder.hpp"
#include "language/mention_head.hpp"
#include "language/relation_head.hpp"
#include "language/word_heads.hpp"

using namespace entente;

namespace {

const std::string kData = ENTENTE_SOURCE_DIR "/tests/data/";

/// The expected outputs, and the same sentences through the encoder.
struct Tiny {
  ModelFile file{kData + "tiny.bin"};
  std::string json_text = read_file(kData + "tiny.json");
  JsonDocument json = JsonDocument::parse(json_text, "tiny.json");
  std::string text;
  std::vector<Sentence> sentences;
  WordPieces pieces{file.header().pieces, file.config("max_pieces")};
  Windows windows;
  std::vector<float> vectors;  ///< the reference's, so that each head is tested alone
  std::size_t hidden = file.config("hidden");

  Tiny() {
    for (const auto& words : expected("sentences").elements) {
      Sentence sentence;
      for (const auto& word : words.elements) {
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += word.string + " ";
        sentence.words.push_back({begin, begin + static_cast<std::uint32_t>(word.string.size())});
      }
      sentences.push_back(sentence);
    }
    windows = make_windows(text, sentences, pieces, file.config("max_window"));
    for (const auto& vector : expected("words").elements)
      for (const auto& number : vector.elements) vectors.push_back(static_cast<float>(number.number));
  }

  const JsonValue& expected(std::string_view key) const { return *json.root().find(key); }
  const float* sentence(std::size_t k) const { return vectors.data() + windows.first_word[k] * hidden; }
  std::size_t length(std::size_t k) const { return windows.first_word[k + 1] - windows.first_word[k]; }
};

std::vector<float> numbers(const JsonValue& value) {
  std::vector<float> all;
  if (value.is_number()) all.push_back(static_cast<float>(value.number));
  for (const auto& element : value.elements)
    for (const auto x : numbers(element)) all.push_back(x);
  return all;
}

/// Largest difference as a share of the largest magnitude: a rounding flip of one byte of an activation moves values by that much.
void check_near(const float* found, const std::vector<float>& expected, double tolerance = 1e-3) {
  double largest = 1e-9;
  double worst = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    largest = std::max(largest, std::abs(static_cast<double>(expected[i])));
    worst = std::max(worst, std::abs(static_cast<double>(found[i]) - static_cast<double>(expected[i])));
  }
  CHECK(worst / largest < tolerance);
}

void check_near(const std::vector<float>& found, const std::vector<float>& expected, double tolerance = 1e-3) {
  REQUIRE(found.size() == expected.size());
  check_near(found.data(), expected, tolerance);
}

/// Both mentions' end words, with the types of the reference.
PairInput pair_input(const Tiny& tiny, std::uint32_t sentence, std::vector<std::uint32_t>& numbers_of) {
  PairInput input;
  input.words = tiny.sentence(sentence);
  input.count = tiny.length(sentence);
  const auto& mentions = tiny.expected("mentions").elements;
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const auto m = numbers(mentions[i]);
    if (static_cast<std::uint32_t>(m[0]) != sentence) continue;
    const auto first = static_cast<std::uint32_t>(m[1]);
    const auto last = static_cast<std::uint32_t>(m[2]);
    input.mentions.push_back({{sentence, first, last + 1}, static_cast<std::uint32_t>(m[3])});
    for (const auto word : {first, last}) {
      const auto* vector = input.words + word * tiny.hidden;
      input.mention_vectors.insert(input.mention_vectors.end(), vector, vector + tiny.hidden);
    }
    numbers_of.push_back(i);
  }
  return input;
}

}  // namespace

TEST_CASE("word pieces and shapes are those of the reference", "[language]") {
  const Tiny tiny;
  std::vector<std::string> found;
  for (const auto piece : tiny.windows.pieces) found.push_back(tiny.file.header().pieces[piece]);
  std::vector<std::string> expected;
  for (const auto& piece : tiny.expected("pieces").elements) expected.push_back(piece.string);
  CHECK(found == expected);
  std::vector<float> shapes(tiny.windows.shapes.begin(), tiny.windows.shapes.end());
  CHECK(shapes == numbers(tiny.expected("shapes")));
}

TEST_CASE("the encoder gives the vectors of the reference", "[language]") {
  const Tiny tiny;
  const Encoder encoder(tiny.file);
  const auto rows = encoder.encode(best_kernels(), tiny.windows, 0, 1);
  std::vector<float> words;
  for (const auto row : tiny.windows.word_row)
    words.insert(words.end(), rows.begin() + static_cast<std::ptrdiff_t>(row * tiny.hidden),
                 rows.begin() + static_cast<std::ptrdiff_t>((row + 1) * tiny.hidden));
  check_near(words, tiny.vectors, 1e-2);
}

TEST_CASE("tags, arcs and labels are those of the reference", "[language]") {
  const Tiny tiny;
  const WordHeads heads(tiny.file);
  for (std::size_t k = 0; k < tiny.sentences.size(); ++k) {
    const auto& tree = tiny.expected("trees").elements[k];
    const auto words = tiny.length(k);
    const auto scores = heads.score(best_kernels(), tiny.sentence(k), words);
    const auto check_tags = [&](TagKind kind, const char* name) {
      const auto& expected = tree.find(name)->elements;
      for (std::size_t w = 0; w < words; ++w) check_near(heads.tag_logits(scores, kind, w), numbers(expected[w]));
    };
    check_tags(TagKind::upos, "upos");
    check_tags(TagKind::xpos, "xpos");
    check_tags(TagKind::lemma, "lemma");
    check_tags(TagKind::feats, "feats");
    check_tags(TagKind::name, "ner");
    check_near(heads.arcs(best_kernels(), scores, 0, words), numbers(*tree.find("arcs")));
    std::vector<std::uint32_t> given;
    for (const auto head : numbers(*tree.find("heads"))) given.push_back(static_cast<std::uint32_t>(head));
    check_near(heads.label_logits(best_kernels(), scores, given), numbers(*tree.find("deprel")));
  }
}

TEST_CASE("span scores are those of the reference", "[language]") {
  const Tiny tiny;
  const MentionHead head(tiny.file);
  for (std::size_t k = 0; k < tiny.sentences.size(); ++k) {
    const auto logits = head.logits(best_kernels(), tiny.sentence(k), tiny.length(k));
    for (const auto& span : tiny.expected("spans").elements[k].elements) {
      const auto i = static_cast<std::size_t>(span.elements[0].integer);
      const auto j = static_cast<std::size_t>(span.elements[1].integer);
      check_near(logits.data() + (i * head.width() + (j - i)) * head.classes(), numbers(span.elements[2]));
    }
  }
}

TEST_CASE("antecedent scores are those of the reference", "[language]") {
  const Tiny tiny;
  const AntecedentHead head(tiny.file);
  std::vector<WordRange> mentions;
  std::vector<float> vectors;
  for (const auto& mention : tiny.expected("mentions").elements) {
    const auto m = numbers(mention);
    const auto at = [&](float x) { return static_cast<std::uint32_t>(x); };
    mentions.push_back({at(m[0]), at(m[1]), at(m[2]) + 1});
    for (const auto word : {m[1], m[2]}) {
      const auto* vector = tiny.sentence(at(m[0])) + at(word) * tiny.hidden;
      vectors.insert(vectors.end(), vector, vector + tiny.hidden);
    }
  }
  for (std::uint32_t i = 1; i < mentions.size(); ++i) {
    std::vector<std::uint32_t> candidates;
    for (std::uint32_t j = 0; j < i; ++j) candidates.push_back(j);
    auto expected = numbers(tiny.expected("antecedents").elements[i]);
    expected.resize(i);
    const auto size = static_cast<std::ptrdiff_t>(2 * tiny.hidden);
    std::vector<float> given(vectors.begin() + i * size, vectors.begin() + (i + 1) * size);
    given.insert(given.end(), vectors.begin(), vectors.begin() + i * size);
    check_near(head.scores(best_kernels(), given.data(), mentions, i, candidates), expected);
  }
}

TEST_CASE("relations, modality, triggers and speakers are those of the reference", "[language]") {
  const Tiny tiny;
  const RelationHead head(tiny.file);
  std::vector<std::uint32_t> all;
  auto everyone = pair_input(tiny, 0, all).mention_vectors;
  const auto second = pair_input(tiny, 1, all).mention_vectors;
  everyone.insert(everyone.end(), second.begin(), second.end());
  for (const auto& expected : tiny.expected("pairs").elements) {
    const auto source = static_cast<std::uint32_t>(expected.find("source")->integer);
    const auto target = static_cast<std::uint32_t>(expected.find("target")->integer);
    const auto sentence = static_cast<std::uint32_t>(numbers(tiny.expected("mentions").elements[source])[0]);
    std::vector<std::uint32_t> number;
    const auto input = pair_input(tiny, sentence, number);
    const auto index = [&](std::uint32_t n) {
      return static_cast<std::uint32_t>(std::find(number.begin(), number.end(), n) - number.begin());
    };
    const auto scores = head.score(best_kernels(), input, {{index(source), index(target)}});
    check_near(scores.attention, numbers(*expected.find("alpha")));
    check_near(scores.vectors.data(), numbers(*expected.find("z")));
    check_near(head.relation_logits(scores, 0), numbers(*expected.find("relations")));
    check_near(head.modality_logits(scores, 0), numbers(*expected.find("modality")));
    check_near(head.speaker_scores(best_kernels(), scores, 0, everyone), numbers(*expected.find("speakers")));
  }
}
