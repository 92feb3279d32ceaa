#include "export/layout.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>

#include "export/quadtree.hpp"

namespace entente {

namespace {

constexpr double repulsion = 10, gravity = 0.1, tolerance = 1;

struct Spring {
  std::size_t a;
  std::size_t b;
  double pull;
};

/// One spring a pair of nodes, stronger with the number of parallel edges.
std::vector<Spring> springs_of(const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> counts;
  for (const auto& [a, b] : pairs)
    if (a != b) ++counts[{std::min(a, b), std::max(a, b)}];
  std::vector<Spring> springs;
  springs.reserve(counts.size());
  for (const auto& [ends, count] : counts) springs.push_back({ends.first, ends.second, std::sqrt(static_cast<double>(count))});
  return springs;
}

/// A sunflower with the heaviest nodes inside.
std::vector<Place> sunflower(const std::vector<double>& masses) {
  constexpr double cosine = -0.7373688780783197, sine = 0.6754902942615238;  // of the golden angle
  std::vector<std::size_t> order(masses.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return masses[a] > masses[b]; });
  std::vector<Place> places(masses.size());
  Place direction{1, 0};
  for (std::size_t i = 0; i < order.size(); ++i) {
    const double radius = 10 * std::sqrt(static_cast<double>(i));
    places[order[i]] = {radius * direction.x, radius * direction.y};
    direction = {direction.x * cosine - direction.y * sine, direction.x * sine + direction.y * cosine};
  }
  return places;
}

/// The forces and speeds of ForceAtlas2; names of variables as in its paper.
class ForceAtlas {
 public:
  ForceAtlas(std::size_t nodes, std::vector<Spring> springs)
      : springs_(std::move(springs)), masses_(nodes, 1), forces_(nodes), before_(nodes) {
    for (const auto& spring : springs_) masses_[spring.a] += 1, masses_[spring.b] += 1;
    places_ = sunflower(masses_);
  }

  std::vector<Place> run(std::size_t rounds) {
    for (std::size_t i = 0; i < rounds; ++i) {
      before_.swap(forces_);
      add_repulsion();
      add_attraction();
      move();
    }
    return std::move(places_);
  }

 private:
  void add_repulsion() {
    const Quadtree tree(places_, masses_);
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const auto away = tree.repulsion(places_[i]);
      const double inward = gravity * masses_[i];  // times the distance, so that parts without a tie stay near
      forces_[i] = {repulsion * masses_[i] * away.x - inward * places_[i].x, repulsion * masses_[i] * away.y - inward * places_[i].y};
    }
  }

  void add_attraction() {
    for (const auto& [a, b, pull] : springs_) {
      const double x = pull * (places_[b].x - places_[a].x), y = pull * (places_[b].y - places_[a].y);
      forces_[a].x += x, forces_[a].y += y;
      forces_[b].x -= x, forces_[b].y -= y;
    }
  }

  void move() {
    double swinging = 0, traction = 0;
    std::vector<double> swing(places_.size());
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const double dx = forces_[i].x - before_[i].x, dy = forces_[i].y - before_[i].y;
      const double sx = forces_[i].x + before_[i].x, sy = forces_[i].y + before_[i].y;
      swing[i] = std::sqrt(dx * dx + dy * dy);
      swinging += masses_[i] * swing[i];
      traction += masses_[i] * std::sqrt(sx * sx + sy * sy) / 2;
    }
    const double target = tolerance * traction / std::max(swinging, 1e-12);
    speed_ = std::min(target, 1.5 * speed_);
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const double speed = 0.1 * speed_ / (1 + speed_ * std::sqrt(swing[i]));
      places_[i].x += speed * forces_[i].x;
      places_[i].y += speed * forces_[i].y;
    }
  }

  std::vector<Spring> springs_;
  std::vector<double> masses_;
  std::vector<Place> forces_, before_, places_;
  double speed_ = 1;
};

/// Scales the places to the extent, the middle at 0.
void fit(std::vector<Place>& places) {
  Place least = places.front(), most = least;
  for (const auto& place : places) {
    least = {std::min(least.x, place.x), std::min(least.y, place.y)};
    most = {std::max(most.x, place.x), std::max(most.y, place.y)};
  }
  const double width = std::max({most.x - least.x, most.y - least.y, 1e-9}), scale = layout_extent / width;
  for (auto& place : places) place = {(place.x - (least.x + most.x) / 2) * scale, (place.y - (least.y + most.y) / 2) * scale};
}

/// Pushes discs apart that cover each other; `cell` is the largest distance at which two do.
class Untangler {
 public:
  Untangler(std::vector<Place>& places, const std::vector<double>& radii) : places_(places), radii_(radii) {
    cell_ = 2 * *std::max_element(radii.begin(), radii.end());
  }

  /// Whether all were apart.
  bool pass() {
    std::map<std::pair<std::int64_t, std::int64_t>, std::vector<std::size_t>> grid;
    for (std::size_t i = 0; i < places_.size(); ++i) grid[cell_of(places_[i])].push_back(i);
    apart_ = true;
    for (const auto& [cell, members] : grid)
      for (std::int64_t dx = 0; dx <= 1; ++dx)
        for (std::int64_t dy = dx == 0 ? 0 : -1; dy <= 1; ++dy) {
          const auto other = grid.find({cell.first + dx, cell.second + dy});
          if (other == grid.end()) continue;
          for (const auto a : members)
            for (const auto b : other->second)
              if (a < b || (a != b && (dx != 0 || dy != 0))) part(a, b);
        }
    return apart_;
  }

 private:
  std::pair<std::int64_t, std::int64_t> cell_of(const Place& place) const {
    return {static_cast<std::int64_t>(std::floor(place.x / cell_)), static_cast<std::int64_t>(std::floor(place.y / cell_))};
  }

  void part(std::size_t a, std::size_t b) {
    const double dx = places_[b].x - places_[a].x, dy = places_[b].y - places_[a].y, wanted = radii_[a] + radii_[b];
    const double distance = std::sqrt(dx * dx + dy * dy);
    if (distance >= wanted) return;
    apart_ = false;
    const double ux = distance > 1e-9 ? dx / distance : 1, uy = distance > 1e-9 ? dy / distance : 0, push = (wanted - distance) / 2;
    const double share = radii_[b] / wanted;  // the smaller one moves more
    places_[a] = {places_[a].x - 2 * push * share * ux, places_[a].y - 2 * push * share * uy};
    places_[b] = {places_[b].x + 2 * push * (1 - share) * ux, places_[b].y + 2 * push * (1 - share) * uy};
  }

  std::vector<Place>& places_;
  const std::vector<double>& radii_;
  double cell_ = 0;
  bool apart_ = true;
};

/// Forces and then pushes on the nodes that `joined` lists; the others stay where they are.
void place_joined(std::vector<Place>& places, const std::vector<Spring>& springs, const std::vector<std::size_t>& joined,
                  const std::vector<double>& radii) {
  std::vector<std::size_t> index(radii.size());
  for (std::size_t i = 0; i < joined.size(); ++i) index[joined[i]] = i;
  auto inner = springs;
  for (auto& spring : inner) spring = {index[spring.a], index[spring.b], spring.pull};
  auto found = ForceAtlas(joined.size(), std::move(inner)).run(std::clamp<std::size_t>(1'000'000 / joined.size(), 20, 400));
  fit(found);
  std::vector<double> inner_radii;
  for (const auto node : joined) inner_radii.push_back(radii[node]);
  Untangler untangler(found, inner_radii);
  for (int pass = 0; pass < 50 && !untangler.pass(); ++pass) {
  }
  for (std::size_t i = 0; i < joined.size(); ++i) places[joined[i]] = found[i];
}

/// Rows below the others.
void place_alone(std::vector<Place>& places, const std::vector<std::size_t>& alone, const std::vector<double>& radii, double bottom) {
  double largest = 0;
  for (const auto node : alone) largest = std::max(largest, radii[node]);
  // Room for names where there are few.
  const double row_step = 2 * largest + 6, step = std::clamp(layout_extent / static_cast<double>(alone.size() + 1), row_step, 200.0);
  const auto columns = std::max<std::size_t>(1, static_cast<std::size_t>(layout_extent / step));
  const auto in_row = std::min(columns, alone.size());
  for (std::size_t i = 0; i < alone.size(); ++i) {
    const auto column = static_cast<double>(i % columns), row = static_cast<double>(i / columns);
    places[alone[i]] = {(column - static_cast<double>(in_row - 1) / 2) * step, bottom - (row + 2) * row_step};
  }
}

}  // namespace

std::vector<Place> force_layout(const std::vector<std::pair<std::size_t, std::size_t>>& pairs, const std::vector<double>& radii) {
  if (radii.empty()) return {};
  const auto springs = springs_of(pairs);
  std::vector<bool> tied(radii.size());
  for (const auto& spring : springs) tied[spring.a] = tied[spring.b] = true;
  std::vector<std::size_t> joined, alone;
  for (std::size_t i = 0; i < radii.size(); ++i) (tied[i] ? joined : alone).push_back(i);
  std::vector<Place> places(radii.size());
  if (!joined.empty()) place_joined(places, springs, joined, radii);
  double bottom = 0;
  for (const auto node : joined) bottom = std::min(bottom, places[node].y);
  place_alone(places, alone, radii, bottom);
  fit(places);
  return places;
}

}  // namespace entente
