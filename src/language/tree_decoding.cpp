#include "language/tree_decoding.hpp"

#include <algorithm>
#include <limits>

namespace entente {

namespace {

constexpr double kImpossible = -1e18;
// Larger than any difference between sums of scores: the best tree then has as few roots as can be, which is one.
constexpr double kRootCost = 1e9;

/// A dense directed graph; node 0 is the root. score[to][from].
using Table = std::vector<std::vector<double>>;

std::vector<std::size_t> best_heads(const Table& score) {
  std::vector<std::size_t> head(score.size(), 0);
  for (std::size_t to = 1; to < score.size(); ++to)
    head[to] = static_cast<std::size_t>(std::max_element(score[to].begin(), score[to].end()) - score[to].begin());
  return head;
}

/// Nodes of one cycle of `head`, none if there is no cycle.
std::vector<std::size_t> find_cycle(const std::vector<std::size_t>& head) {
  std::vector<std::size_t> seen(head.size(), 0);  // 0: not yet, otherwise the start of the walk
  for (std::size_t start = 1; start < head.size(); ++start) {
    auto node = start;
    while (node != 0 && seen[node] == 0) {
      seen[node] = start;
      node = head[node];
    }
    if (node == 0 || seen[node] != start) continue;
    std::vector<std::size_t> cycle;
    for (auto at = head[node];; at = head[at]) {
      cycle.push_back(at);
      if (at == node) return cycle;
    }
  }
  return {};
}

/// One contraction: the cycle becomes the last node of a smaller graph.
struct Contraction {
  std::vector<std::size_t> cycle;
  std::vector<std::size_t> old_of_new;  ///< of the nodes outside the cycle
  std::vector<std::size_t> enters;      ///< for a new node: the node of the cycle at which an arc from it enters
  std::vector<std::size_t> leaves;      ///< for a new node: the node of the cycle from which an arc to it leaves
  Table score;
};

Contraction contract(const Table& score, const std::vector<std::size_t>& head, std::vector<std::size_t> cycle) {
  Contraction c;
  c.cycle = std::move(cycle);
  std::vector<bool> inside(score.size(), false);
  for (const auto node : c.cycle) inside[node] = true;
  for (std::size_t node = 0; node < score.size(); ++node)
    if (!inside[node]) c.old_of_new.push_back(node);
  const auto size = c.old_of_new.size();
  c.score.assign(size + 1, std::vector<double>(size + 1, kImpossible));
  c.enters.assign(size, 0);
  c.leaves.assign(size, 0);
  for (std::size_t i = 0; i < size; ++i) {
    const auto old = c.old_of_new[i];
    for (std::size_t j = 0; j < size; ++j) c.score[i][j] = score[old][c.old_of_new[j]];
    for (const auto node : c.cycle) {
      const auto gain = score[node][old] - score[node][head[node]];
      if (c.enters[i] == 0 || gain > c.score[size][i]) {
        c.score[size][i] = gain;
        c.enters[i] = node;
      }
      if (c.leaves[i] == 0 || score[old][node] > c.score[i][size]) {
        c.score[i][size] = score[old][node];
        c.leaves[i] = node;
      }
    }
  }
  return c;
}

std::vector<std::size_t> expand(const Contraction& c, const std::vector<std::size_t>& smaller, std::vector<std::size_t> head) {
  const auto size = c.old_of_new.size();
  for (std::size_t i = 1; i < size; ++i) head[c.old_of_new[i]] = smaller[i] == size ? c.leaves[i] : c.old_of_new[smaller[i]];
  const auto from = smaller[size];
  head[c.enters[from]] = c.old_of_new[from];
  return head;
}

std::vector<std::size_t> best_arborescence(Table score) {
  std::vector<Contraction> contractions;
  std::vector<std::vector<std::size_t>> heads;
  while (true) {
    heads.push_back(best_heads(score));
    auto cycle = find_cycle(heads.back());
    if (cycle.empty()) break;
    contractions.push_back(contract(score, heads.back(), std::move(cycle)));
    score = contractions.back().score;
  }
  auto head = heads.back();
  for (auto i = contractions.size(); i-- > 0;) head = expand(contractions[i], head, heads[i]);
  return head;
}

}  // namespace

bool is_tree(const std::vector<std::uint32_t>& heads) {
  std::vector<std::size_t> head{0};
  for (const auto h : heads) {
    if (h > heads.size()) return false;
    head.push_back(h);
  }
  return std::count(heads.begin(), heads.end(), 0U) == 1 && find_cycle(head).empty();
}

std::vector<std::uint32_t> decode_tree(const std::vector<float>& scores, std::size_t words) {
  std::vector<std::uint32_t> heads(words);
  for (std::size_t word = 0; word < words; ++word) {
    const auto* row = scores.data() + word * (words + 1);
    std::uint32_t best = 0;
    for (std::uint32_t head = 1; head <= words; ++head)
      if (head != word + 1 && row[head] > row[best]) best = head;
    heads[word] = best;
  }
  if (words == 0 || is_tree(heads)) return heads;
  Table score(words + 1, std::vector<double>(words + 1, kImpossible));
  for (std::size_t word = 0; word < words; ++word) {
    for (std::size_t head = 0; head <= words; ++head)
      if (head != word + 1) score[word + 1][head] = static_cast<double>(scores[word * (words + 1) + head]) - (head == 0 ? kRootCost : 0.0);
  }
  const auto best = best_arborescence(std::move(score));
  for (std::size_t word = 0; word < words; ++word) heads[word] = static_cast<std::uint32_t>(best[word + 1]);
  return heads;
}

}  // namespace entente
