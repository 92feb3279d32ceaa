#include "export/layout.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "export/quadtree.hpp"

using namespace entente;

namespace {

double distance(const Place& a, const Place& b) { return std::hypot(a.x - b.x, a.y - b.y); }

/// Two rings of 20 nodes each, joined by one pair, and five nodes alone.
std::vector<std::pair<std::size_t, std::size_t>> two_rings() {
  std::vector<std::pair<std::size_t, std::size_t>> pairs = {{0, 20}, {3, 3}};
  for (std::size_t i = 0; i < 20; ++i) {
    pairs.emplace_back(i, (i + 1) % 20);
    pairs.emplace_back(20 + i, 20 + (i + 1) % 20);
  }
  return pairs;
}

}  // namespace

TEST_CASE("a layout fits its extent, keeps discs apart and joined nodes near", "[export]") {
  const std::vector<double> radii(45, 8);
  const auto places = force_layout(two_rings(), radii);
  REQUIRE(places.size() == 45);
  for (const auto& place : places) {
    CHECK(std::abs(place.x) <= layout_extent / 2 + 1e-6);
    CHECK(std::abs(place.y) <= layout_extent / 2 + 1e-6);
  }
  for (std::size_t a = 0; a < places.size(); ++a)
    for (std::size_t b = a + 1; b < places.size(); ++b) CHECK(distance(places[a], places[b]) > 12);
  CHECK(distance(places[5], places[6]) < distance(places[5], places[35]));
}

TEST_CASE("a layout puts nodes without edges below the others", "[export]") {
  const auto places = force_layout(two_rings(), std::vector<double>(45, 4));
  for (std::size_t alone = 40; alone < 45; ++alone)
    for (std::size_t joined = 0; joined < 40; ++joined) CHECK(places[alone].y < places[joined].y);
}

TEST_CASE("a layout of any graph is finite and always the same", "[export]") {
  CHECK(force_layout({}, {}).empty());
  CHECK(force_layout({}, {5})[0].x == 0);
  const auto once = force_layout(two_rings(), std::vector<double>(45, 300)),
             again = force_layout(two_rings(), std::vector<double>(45, 300));
  for (std::size_t i = 0; i < once.size(); ++i) {
    CHECK(std::isfinite(once[i].x));
    CHECK(once[i].x == again[i].x);
    CHECK(once[i].y == again[i].y);
  }
}

TEST_CASE("the quadtree's repulsion is near the sum over all masses", "[export]") {
  std::vector<Place> places;
  std::vector<double> masses;
  for (int i = 0; i < 400; ++i) {
    places.push_back({std::fmod(i * 137.5, 97.0), std::fmod(i * 61.8, 89.0)});
    masses.push_back(1 + i % 5);
  }
  places.push_back(places.front());  // two in one place
  masses.push_back(2);
  const Quadtree tree(places, masses);
  const Place from{-20, 40};
  Place exact;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double dx = from.x - places[i].x, dy = from.y - places[i].y, square = dx * dx + dy * dy;
    exact.x += masses[i] * dx / square;
    exact.y += masses[i] * dy / square;
  }
  const auto found = tree.repulsion(from);
  CHECK(std::hypot(found.x - exact.x, found.y - exact.y) < 0.05 * std::hypot(exact.x, exact.y));
}
