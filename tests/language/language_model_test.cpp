#include "entente/language/language_model.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <thread>

#include "entente/base/error.hpp"
#include "entente/base/file.hpp"
#include "language/tree_decoding.hpp"
#include "language/windows.hpp"

using namespace entente;
using Catch::Matchers::Contains;

namespace {

const std::string kTiny = ENTENTE_SOURCE_DIR "/tests/data/tiny.bin";

/// Sentences of words cut at spaces, one a line.
std::vector<Sentence> lines(const std::string& text) {
  std::vector<Sentence> sentences;
  for (std::uint32_t at = 0; at < text.size();) {
    const auto end = static_cast<std::uint32_t>(std::min(text.find('\n', at), text.size()));
    auto& sentence = sentences.emplace_back();
    sentence.span = {at, end};
    while (at < end) {
      const auto space = static_cast<std::uint32_t>(std::min<std::size_t>(text.find(' ', at), end));
      if (space > at) sentence.words.push_back({at, space});
      at = space + 1;
    }
    at = end + 1;
  }
  return sentences;
}

std::string repeated(const std::string& word, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += word + " ";
  return text;
}

/// A model file with the bytes of the tiny one after `damage`.
class DamagedModel {
 public:
  template <class Damage>
  explicit DamagedModel(const Damage& damage) : path_(std::filesystem::temp_directory_path() / "entente_damaged_model.bin") {
    auto bytes = read_file(kTiny);
    damage(bytes);
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~DamagedModel() { std::filesystem::remove(path_); }
  void check_refused(const std::string& why) const { CHECK_THROWS_WITH(LanguageModel(path_), Contains(why)); }

 private:
  std::filesystem::path path_;
};

bool is_nested_or_apart(const WordRange& a, const WordRange& b) {
  return a.last <= b.first || b.last <= a.first || (a.first <= b.first && b.last <= a.last) || (b.first <= a.first && a.last <= b.last);
}

}  // namespace

TEST_CASE("a missing, foreign, cut or damaged model file is refused with the reason", "[language]") {
  CHECK_THROWS_AS(LanguageModel("no/such/model.bin"), ModelError);
  DamagedModel([](auto& bytes) { bytes.clear(); }).check_refused("does not begin with ENTMODEL");
  DamagedModel([](auto& bytes) { bytes[0] = 'X'; }).check_refused("does not begin with ENTMODEL");
  DamagedModel([](auto& bytes) { bytes[8] = 2; }).check_refused("format version 2");
  DamagedModel([](auto& bytes) { bytes.resize(bytes.size() / 2); }).check_refused("was cut short");
  DamagedModel([](auto& bytes) { bytes += "x"; }).check_refused("was cut short or joined");
  DamagedModel([](auto& bytes) { bytes[bytes.size() - 9] ^= 4; }).check_refused("checksum is wrong");
  DamagedModel([](auto& bytes) { bytes[40] ^= 1; }).check_refused("checksum is wrong");
}

TEST_CASE("every sentence gets one whole tree and all tags, of any content", "[language]") {
  const LanguageModel model(kTiny);
  const std::string text =
      "Japan fears that .\nx\n!!! ??? ###\n你好 世界 мир\nhttp://a.b/c?d=e&f " + std::string(3000, 'a') + "\n" + repeated("ALL CAPS", 300);
  const auto document = model.analyse(text, lines(text));
  for (const auto& sentence : document.sentences) {
    std::vector<std::uint32_t> heads;
    for (const auto& token : sentence.tokens) {
      heads.push_back(token.head);
      CHECK_FALSE(token.upos.empty());
      CHECK_FALSE(token.lemma.empty());
      CHECK((token.deprel == "root") == (token.head == 0));
    }
    CHECK(is_tree(heads));
  }
}

TEST_CASE("a document without sentences and sentences without words are analysed to nothing", "[language]") {
  const LanguageModel model(kTiny);
  CHECK(model.analyse("", {}).sentences.empty());
  const auto document = model.analyse("a", {Sentence{}, Sentence{{0, 1}, BlockKind::paragraph, 0, {{0, 1}}}, Sentence{}});
  REQUIRE(document.sentences.size() == 3);
  CHECK(document.sentences[1].tokens.size() == 1);
  CHECK(model.mentions(document, 0, 0.0F).empty());
}

TEST_CASE("a sentence of ten thousand words takes time in proportion", "[language]") {
  const LanguageModel model(kTiny);
  const auto seconds = [&](std::size_t words) {
    const auto text = repeated("islands", words);
    const auto sentences = lines(text);
    const auto start = std::chrono::steady_clock::now();
    const auto document = model.analyse(text, sentences);
    model.mentions(document, 0, 0.5F);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  seconds(500);
  CHECK(seconds(10000) < 100 * seconds(1000) + 1);
}

TEST_CASE("a document's analysis does not depend on what stands in other sections or on other threads", "[language]") {
  const LanguageModel model(kTiny);
  const std::string text = "Japan fears the missiles .\nNATO will deploy THAAD .\nIts islands oppose Japan .";
  auto sentences = lines(text);
  for (std::uint32_t i = 0; i < sentences.size(); ++i) sentences[i].section = i;
  const auto whole = model.analyse(text, sentences);
  std::vector<EncodedDocument> single(sentences.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < sentences.size(); ++i) threads.emplace_back([&, i] { single[i] = model.analyse(text, {sentences[i]}); });
  for (auto& thread : threads) thread.join();
  std::vector<float> vectors;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    CHECK(single[i].sentences[0] == whole.sentences[i]);
    vectors.insert(vectors.end(), single[i].vectors.begin(), single[i].vectors.end());
  }
  REQUIRE(vectors.size() == whole.vectors.size());
  CHECK(std::memcmp(vectors.data(), whole.vectors.data(), vectors.size() * sizeof(float)) == 0);
}

TEST_CASE("mentions are sorted, inside their sentence, and nest or stand apart", "[language]") {
  const LanguageModel model(kTiny);
  const std::string text = "Japan fears that the U.S. will deploy THAAD near its islands .\nNATO .";
  const auto document = model.analyse(text, lines(text));
  const auto mentions = model.mentions(document, 0, 0.0F);
  REQUIRE_FALSE(mentions.empty());
  CHECK(std::is_sorted(mentions.begin(), mentions.end()));
  for (const auto& a : mentions) {
    CHECK(a.words.first < a.words.last);
    CHECK(a.words.last <= 12);
    CHECK(a.type < model.types().size());
    for (const auto& b : mentions) CHECK(is_nested_or_apart(a.words, b.words));
  }
}

TEST_CASE("relations are given above their threshold, symmetric ones once", "[language]") {
  const LanguageModel model(kTiny);
  const std::string text = "Japan fears that the U.S. will deploy THAAD near its islands .";
  const auto document = model.analyse(text, lines(text));
  const std::vector<TypedRange> mentions{{{0, 0, 1}, 0}, {{0, 3, 5}, 0}, {{0, 7, 8}, 4}};
  const auto all = model.relations(document, 0, mentions, {}, -1000);
  const auto pairs = 6U * model.relations().size();
  CHECK(all.size() <= pairs);
  CHECK(all.size() >= pairs / 2);
  const auto some = model.relations(document, 0, mentions, {}, 0);
  CHECK(some.size() < all.size());
  for (const auto& relation : some) {
    CHECK(relation.logit >= model.threshold(relation.relation));
    CHECK(relation.source != relation.target);
    CHECK(relation.modality[0] + relation.modality[1] + relation.modality[2] == Approx(1.0F));
    CHECK(relation.trigger.last <= 12);
    CHECK(relation.speaker < 3);
  }
}

TEST_CASE("windows hold whole sentences of one section and at most their size", "[language]") {
  std::vector<std::string> vocabulary{"[UNK]", "[CLS]", "[SEP]", "a"};
  const WordPieces pieces(vocabulary, 12);
  const auto text = repeated("a", 10) + "\n" + repeated("a", 10) + "\n" + repeated("a", 45) + "\n" + repeated("a", 5);
  auto sentences = lines(text);
  sentences[3].section = 1;
  const auto windows = make_windows(text, sentences, pieces, 22);
  CHECK(windows.begin == std::vector<std::uint32_t>{0, 22, 44, 66, 73, 80});
  CHECK(windows.chunks == std::vector<Chunk>{{0, 0, 10, 0}, {1, 0, 10, 0}, {2, 0, 20, 1}, {2, 20, 40, 2}, {2, 40, 45, 3}, {3, 0, 5, 4}});
  CHECK(windows.first_word == std::vector<std::uint32_t>{0, 10, 20, 65, 70});
  CHECK(windows.word_row[20] == 23);
  CHECK(windows.shapes[1] == 9);
  CHECK(windows.shapes[2] == 1);
}
