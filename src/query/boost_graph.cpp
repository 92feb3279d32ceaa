#include "query/boost_graph.hpp"

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/strong_components.hpp>

namespace entente {

namespace {

using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property, boost::no_property,
                                                 std::uint32_t, std::uint32_t>;

Graph make(std::uint32_t vertices, const VertexPairs& arcs) { return Graph(boost::edges_are_sorted, arcs.begin(), arcs.end(), vertices); }

template <class T>
auto by_vertex(const Graph& graph, std::vector<T>& values) {
  return boost::make_iterator_property_map(values.begin(), boost::get(boost::vertex_index, graph));
}

}  // namespace

std::vector<double> boost_page_rank(std::uint32_t vertices, const VertexPairs& arcs, int rounds) {
  const auto graph = make(vertices, arcs);
  std::vector<double> ranks(vertices), scratch(vertices);
  boost::graph::page_rank(graph, by_vertex(graph, ranks), boost::graph::n_iterations(static_cast<std::size_t>(rounds)), 0.85, vertices,
                          by_vertex(graph, scratch));
  return ranks;
}

std::vector<double> boost_betweenness(std::uint32_t vertices, const VertexPairs& arcs) {
  const auto graph = make(vertices, arcs);
  std::vector<double> scores(vertices);
  boost::brandes_betweenness_centrality(
      graph, boost::centrality_map(by_vertex(graph, scores)).vertex_index_map(boost::get(boost::vertex_index, graph)));
  for (auto& score : scores) score /= 2;
  return scores;
}

std::vector<std::uint32_t> boost_components(std::uint32_t vertices, const VertexPairs& arcs) {
  const auto graph = make(vertices, arcs);
  std::vector<std::uint32_t> component(vertices);
  boost::strong_components(graph, by_vertex(graph, component), boost::vertex_index_map(boost::get(boost::vertex_index, graph)));
  return component;
}

}  // namespace entente
