// The best dependency tree of a table of scores.
#pragma once

#include <cstdint>
#include <vector>

namespace entente {

/// Heads (0 the root, j + 1 word j) of the tree with one root that has the highest sum of `scores` [words][words + 1].
///
/// Takes each word's best head if that is a tree, else Chu-Liu/Edmonds (Chu and Liu 1965, Edmonds 1967) in O(words^3) at worst.
/// Equal scores give the lower head.
std::vector<std::uint32_t> decode_tree(const std::vector<float>& scores, std::size_t words);

/// Whether `heads` form one tree with one root.
bool is_tree(const std::vector<std::uint32_t>& heads);

}  // namespace entente
