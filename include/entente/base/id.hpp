// A strongly typed index: ids of different things do not convert into each other.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <limits>

namespace entente {

/// Index of one element of the vector that owns all elements of `Tag`.
template <class Tag>
struct Id {
  std::uint32_t value = std::numeric_limits<std::uint32_t>::max();

  bool valid() const { return value != std::numeric_limits<std::uint32_t>::max(); }
  auto operator<=>(const Id&) const = default;
};

}  // namespace entente

template <class Tag>
struct std::hash<entente::Id<Tag>> {
  std::size_t operator()(const entente::Id<Tag>& id) const noexcept { return id.value; }
};
