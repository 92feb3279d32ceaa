// A quadtree of masses that gives the repulsion of all of them on a point approximately.
#pragma once

#include <vector>

#include "export/layout.hpp"

namespace entente {

/// The tree of Barnes and Hut (1986): a square far away acts as one mass in its centre of mass.
class Quadtree {
 public:
  /// `places` and `masses` are of equal length.
  Quadtree(const std::vector<Place>& places, const std::vector<double>& masses);

  /// Sum over all masses m at distance d from `place` of m / d, as a vector away from them.
  Place repulsion(const Place& place) const;

 private:
  struct Square {
    Place centre;  ///< of mass once built; the sum of mass times place before
    double mass = 0;
    double width = 0;
    int children = -1;  ///< the first of four
    int depth = 0;
    Place middle;
  };

  void insert(const Place& place, double mass);
  void split(std::size_t square);
  std::size_t child(const Square& square, const Place& place) const;

  std::vector<Square> squares_;
};

}  // namespace entente
