#include "export/quadtree.hpp"

#include <algorithm>
#include <array>

namespace entente {

namespace {

constexpr int deepest = 24;            // squares below hold all that fall into them
constexpr double far_enough = 1.0;     // a square whose width is this part of its distance acts as one mass
constexpr double least_square = 1e-4;  // of distances, so that masses in one place do not divide by zero

}  // namespace

Quadtree::Quadtree(const std::vector<Place>& places, const std::vector<double>& masses) {
  Place least{1e300, 1e300}, most{-1e300, -1e300};
  for (const auto& place : places) {
    least = {std::min(least.x, place.x), std::min(least.y, place.y)};
    most = {std::max(most.x, place.x), std::max(most.y, place.y)};
  }
  squares_.reserve(places.size() * 3 + 4);
  Square root;
  root.width = std::max({most.x - least.x, most.y - least.y, 1e-9});
  root.middle = {(least.x + most.x) / 2, (least.y + most.y) / 2};
  squares_.push_back(root);
  for (std::size_t i = 0; i < places.size(); ++i) insert(places[i], masses[i]);
  for (auto& square : squares_)
    if (square.mass > 0) square.centre = {square.centre.x / square.mass, square.centre.y / square.mass};
}

std::size_t Quadtree::child(const Square& square, const Place& place) const {
  return static_cast<std::size_t>(square.children) + (place.x > square.middle.x ? 1 : 0) + (place.y > square.middle.y ? 2 : 0);
}

void Quadtree::split(std::size_t square) {
  const auto parent = squares_[square];
  squares_[square].children = static_cast<int>(squares_.size());
  for (int i = 0; i < 4; ++i) {
    Square quarter;
    quarter.width = parent.width / 2;
    quarter.depth = parent.depth + 1;
    quarter.middle = {parent.middle.x + (i % 2 == 1 ? 0.25 : -0.25) * parent.width,
                      parent.middle.y + (i > 1 ? 0.25 : -0.25) * parent.width};
    squares_.push_back(quarter);
  }
  // What the square held so far is one mass; it moves down as such.
  auto& below = squares_[child(squares_[square], {parent.centre.x / parent.mass, parent.centre.y / parent.mass})];
  below.mass = parent.mass;
  below.centre = parent.centre;
}

void Quadtree::insert(const Place& place, double mass) {
  std::size_t at = 0;
  while (true) {
    const bool leaf = squares_[at].children < 0, empty = squares_[at].mass == 0, last = squares_[at].depth == deepest;
    if (leaf && !empty && !last) split(at);
    auto& square = squares_[at];
    square.mass += mass;
    square.centre = {square.centre.x + mass * place.x, square.centre.y + mass * place.y};
    if (square.children < 0) return;
    at = child(square, place);
  }
}

Place Quadtree::repulsion(const Place& place) const {
  Place force;
  std::array<int, 4 * (deepest + 1)> open{};
  std::size_t count = 1;
  while (count > 0) {
    const auto& square = squares_[static_cast<std::size_t>(open[--count])];
    if (square.mass == 0) continue;
    const double dx = place.x - square.centre.x, dy = place.y - square.centre.y;
    const double distance = dx * dx + dy * dy;
    if (square.children >= 0 && square.width * square.width > far_enough * far_enough * distance) {
      for (int i = 0; i < 4; ++i) open[count++] = square.children + i;
      continue;
    }
    const double pull = square.mass / std::max(distance, least_square);
    force.x += dx * pull;
    force.y += dy * pull;
  }
  return force;
}

}  // namespace entente
