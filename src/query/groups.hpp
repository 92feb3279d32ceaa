// From a number for each entity to sorted groups.
#pragma once

#include "entente/query/ranking.hpp"

namespace entente {

/// The entities of equal number together, in the order that `Groups` has.
Groups sorted_groups(const std::vector<std::uint32_t>& group_of);

}  // namespace entente
