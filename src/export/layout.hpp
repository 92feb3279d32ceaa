// Places for the nodes of a graph, by forces: what is joined is near, what is not keeps apart.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace entente {

/// A place in the plane, in units of the drawing, which is `layout_extent` wide.
struct Place {
  double x = 0;
  double y = 0;
};

constexpr double layout_extent = 1000;

/// Places the nodes 0 … `radii.size()` - 1 joined by `pairs` (parallel pairs pull harder, loops do not count) so that discs of
/// `radii` do not cover each other where there is room. The time grows as n log n; a million nodes take a minute.
///
/// ForceAtlas2 (Jacomy, Venturini, Heymann, Bastian 2014, PLoS ONE 9(6): e98679) with the quadtree of Barnes and Hut, then
/// overlapping discs pushed apart. Only additions, multiplications, divisions and square roots are used, in a fixed order, so
/// places are the same on all machines.
std::vector<Place> force_layout(const std::vector<std::pair<std::size_t, std::size_t>>& pairs, const std::vector<double>& radii);

}  // namespace entente
