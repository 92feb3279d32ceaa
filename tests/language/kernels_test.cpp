#include "language/kernels.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <random>
#include <string>

#include "entente/language/language_model.hpp"
#include "language/encoder.hpp"

using namespace entente;

namespace {

const std::string kTiny = ENTENTE_SOURCE_DIR "/tests/data/tiny.bin";

std::vector<float> random_numbers(std::size_t count, unsigned seed, float spread) {
  std::mt19937 random(seed);
  std::vector<float> numbers(count);
  for (auto& x : numbers) x = spread * (static_cast<float>(random() % 20001U) / 10000.0F - 1.0F);
  return numbers;
}

bool same_bits(const std::vector<float>& a, const std::vector<float>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

}  // namespace

TEST_CASE("all instruction sets give the bits of the reference in float work", "[language]") {
  constexpr std::size_t kSize = 384;
  const auto& reference = *available_kernels().front();
  const auto x = random_numbers(kSize, 1, 9.0F);
  const auto y = random_numbers(kSize * kSize, 2, 2.0F);
  for (const auto* kernels : available_kernels()) {
    CAPTURE(kernels->name);
    const auto run = [&](const Kernels& k) {
      std::vector<float> all(x);
      k.layer_norm(all.data(), y.data(), y.data() + kSize, y.data() + 2 * kSize, kSize);
      k.gelu(all.data(), kSize);
      for (const std::size_t size : {1, 7, 15, 16, 17, 131}) {
        std::vector<float> row(all.begin(), all.begin() + 160);
        k.softmax(row.data(), size);
        all.insert(all.end(), row.begin(), row.begin() + static_cast<std::ptrdiff_t>(size));
      }
      std::vector<float> table(23 * 48);
      k.product(y.data(), kSize, y.data() + 5, 64, table.data(), 48, 23, 100, 48);
      all.insert(all.end(), table.begin(), table.end());
      k.dots(y.data(), kSize, 23, x.data(), kSize, table.data());
      all.insert(all.end(), table.begin(), table.end());
      return all;
    };
    CHECK(same_bits(run(reference), run(*kernels)));
  }
}

TEST_CASE("float kernels compute what they say", "[language]") {
  const auto& kernels = best_kernels();
  auto x = random_numbers(64, 3, 6.0F);
  const auto before = x;
  kernels.gelu(x.data(), x.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    const auto v = static_cast<double>(before[i]);
    CHECK(std::abs(static_cast<double>(x[i]) - 0.5 * v * std::erfc(-v / std::sqrt(2.0))) < 1e-6);
  }
  std::vector<float> row(before.begin(), before.begin() + 48);
  kernels.softmax(row.data(), 37);
  double total = 0;
  for (std::size_t i = 0; i < 37; ++i) total += std::exp(static_cast<double>(before[i]));
  for (std::size_t i = 0; i < 37; ++i)
    CHECK(std::abs(static_cast<double>(row[i]) - std::exp(static_cast<double>(before[i])) / total) < 1e-6);
  for (std::size_t i = 37; i < 48; ++i) CHECK(row[i] == 0.0F);
}

TEST_CASE("integer products are exact on every instruction set, however large the weights", "[language]") {
  std::mt19937 random(4);
  for (const int least : {-63, 63, 20}) {  // any weights; only the largest; only large ones
    constexpr std::size_t kInputs = 96;
    constexpr std::size_t kOutputs = 40;
    std::vector<std::int8_t> weights(kOutputs * kInputs);
    for (auto& w : weights) w = static_cast<std::int8_t>(least + static_cast<int>(random() % static_cast<unsigned>(64 - least)));
    const std::vector<float> scales(kOutputs, 1.0F);
    const Tensor tensor{{kOutputs, kInputs}, nullptr, weights.data(), scales.data()};
    PackedMatrix matrix;
    matrix.add(tensor, nullptr);
    const std::size_t count = 19;
    std::vector<float> in(count * kInputs);
    for (auto& x : in) x = static_cast<float>(static_cast<int>(random() % 255U) - 127);
    for (std::size_t row = 0; row < count; ++row) in[row * kInputs] = 127.0F;  // the scale becomes 1
    for (const auto* kernels : available_kernels()) {
      CAPTURE(kernels->name, least);
      QuantisedRows rows;
      rows.assign(*kernels, in.data(), count, kInputs, kInputs);
      std::vector<float> out(count * matrix.columns());
      matrix.multiply(*kernels, rows, out.data());
      for (std::size_t row = 0; row < count; ++row) {
        for (std::size_t column = 0; column < kOutputs; ++column) {
          double expected = 0;
          for (std::size_t k = 0; k < kInputs; ++k) expected += static_cast<double>(in[row * kInputs + k]) * weights[column * kInputs + k];
          REQUIRE(static_cast<double>(out[row * matrix.columns() + column]) == expected);
        }
      }
    }
  }
}

TEST_CASE("the encoder gives the same bits on every instruction set and in every batch", "[language]") {
  const ModelFile file(kTiny);
  const Encoder encoder(file);
  const WordPieces pieces(file.header().pieces, file.config("max_pieces"));
  std::string text;
  std::vector<Sentence> sentences;
  for (std::uint32_t section = 0; section < 5; ++section) {
    Sentence sentence;
    sentence.section = section;
    for (std::uint32_t i = 0; i < 9 + 7 * section; ++i) {
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += i % 3 == 0 ? "Japan fears " : "islands ";
      sentence.words.push_back({begin, static_cast<std::uint32_t>(text.size()) - 1});
    }
    sentences.push_back(sentence);
  }
  const auto windows = make_windows(text, sentences, pieces, file.config("max_window"));
  REQUIRE(windows.begin.size() == 6);
  const auto together = encoder.encode(*portable_kernels(), windows, 0, 5);
  for (const auto* kernels : available_kernels()) {
    CAPTURE(kernels->name);
    CHECK(same_bits(together, encoder.encode(*kernels, windows, 0, 5)));
    std::vector<float> alone;
    for (std::size_t w = 0; w < 5; ++w) {
      const auto rows = encoder.encode(*kernels, windows, w, w + 1);
      alone.insert(alone.end(), rows.begin(), rows.end());
    }
    CHECK(same_bits(together, alone));
  }
}
