// Algorithms of Boost.Graph over plain arrays; the only place that names Boost.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace entente {

using VertexPairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  ///< sorted by first

std::vector<double> boost_page_rank(std::uint32_t vertices, const VertexPairs& arcs, int rounds);
/// Exact; each undirected edge stands in `arcs` both ways and counts once.
std::vector<double> boost_betweenness(std::uint32_t vertices, const VertexPairs& arcs);
/// Number of the component of each vertex; each undirected edge stands in `arcs` both ways.
std::vector<std::uint32_t> boost_components(std::uint32_t vertices, const VertexPairs& arcs);

}  // namespace entente
