#include "language/tree_decoding.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace entente;

namespace {

double total(const std::vector<float>& scores, const std::vector<std::uint32_t>& heads) {
  double sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) sum += static_cast<double>(scores[i * (heads.size() + 1) + heads[i]]);
  return sum;
}

/// The best total of all trees with one root, by trying all.
double best_total(const std::vector<float>& scores, std::size_t words) {
  double best = -1e30;
  std::vector<std::uint32_t> heads(words, 0);
  while (true) {
    if (is_tree(heads)) best = std::max(best, total(scores, heads));
    std::size_t i = 0;
    while (i < words && heads[i] == words) heads[i++] = 0;
    if (i == words) return best;
    ++heads[i];
  }
}

}  // namespace

TEST_CASE("the decoded tree has one root and the best total of all trees", "[language]") {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    const std::size_t words = 1 + random() % 5;
    std::vector<float> scores(words * (words + 1));
    for (auto& s : scores) s = static_cast<float>(random() % 1000U) / 50.0F - (round % 3 == 0 ? 0.0F : 10.0F);
    const auto heads = decode_tree(scores, words);
    REQUIRE(is_tree(heads));
    CHECK(total(scores, heads) == Approx(best_total(scores, words)));
  }
}

TEST_CASE("large tables with many cycles are decoded", "[language]") {
  std::mt19937 random(12);
  const std::size_t words = 158;
  std::vector<float> scores(words * (words + 1));
  for (auto& s : scores) s = static_cast<float>(random() % 1000U);
  CHECK(is_tree(decode_tree(scores, words)));
}

TEST_CASE("heads with a cycle, two roots or none are no tree", "[language]") {
  CHECK(is_tree({2, 0}));
  CHECK_FALSE(is_tree({2, 1}));
  CHECK_FALSE(is_tree({0, 0}));
  CHECK_FALSE(is_tree({0, 3}));
  CHECK_FALSE(is_tree({}));
}
