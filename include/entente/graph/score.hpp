// Scoring the edges of one document against annotated ones, at the depths node, pair, family and exact.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "entente/extract/assertion.hpp"
#include "entente/graph/document_graph.hpp"
#include "entente/schema/schema.hpp"

namespace entente {

/// An annotated edge; `optional` ones are accepted but not required.
struct AnnotatedEdge {
  std::string source;
  std::string relation;
  std::string target;
  Modality modality = Modality::asserted;
  bool optional = false;
  std::string attributed_to = {};  ///< empty: the author's own voice
};

/// Entities with all their names, in order of declaration, and edges between them.
struct AnnotatedGraph {
  std::vector<std::pair<std::string, std::vector<std::string>>> entities;
  std::vector<AnnotatedEdge> edges;
};

/// What a document graph says, as an annotation.
AnnotatedGraph to_annotation(const DocumentGraph& graph);

/// Counts behind precision and recall at one depth; they add up over documents.
struct Counts {
  std::size_t right = 0;  ///< system edges that are accepted
  std::size_t system = 0;
  std::size_t found = 0;  ///< required gold edges that the system has
  std::size_t gold = 0;

  double precision() const { return system == 0 ? 0 : static_cast<double>(right) / static_cast<double>(system); }
  double recall() const { return gold == 0 ? 0 : static_cast<double>(found) / static_cast<double>(gold); }
  double f1() const { return precision() + recall() == 0 ? 0 : 2 * precision() * recall() / (precision() + recall()); }
  Counts& operator+=(const Counts& other);
};

/// An edge between gold entities: (relation or family, source, target).
using EdgeName = std::tuple<std::string, std::string, std::string>;

struct GraphScore {
  Counts node;
  Counts pair;
  Counts family;
  Counts exact;
  std::size_t modality_right = 0;  ///< exact hits with a modality that the gold edge has
  std::size_t exact_hits = 0;
  std::size_t attributed_gold = 0;    ///< exact hits that somebody is quoted for in the gold graph
  std::size_t attributed_system = 0;  ///< in the system's
  std::size_t attributed_right = 0;   ///< in both, the same one
  std::vector<EdgeName> missed;
  std::vector<EdgeName> extra;

  GraphScore& operator+=(const GraphScore& other);
};

/// Compares the distinct edges of a document. A system entity stands for the gold entity that shares a name with it (exactly, else by
/// a subset of its words); direction counts unless the relation is symmetric; a directed edge also matches a symmetric gold edge of its
/// family.
GraphScore score_graph(const AnnotatedGraph& gold, const AnnotatedGraph& system, const Schema& schema);

/// Agreement of confidence with correctness in ten bins.
struct Calibration {
  std::vector<std::size_t> count = std::vector<std::size_t>(10);
  std::vector<double> confidence = std::vector<double>(10);  ///< sums
  std::vector<double> right = std::vector<double>(10);

  void add(double confidence_of_one, bool is_right);
  /// Mean over all assertions of |mean confidence - share that is right| of their bin.
  double error() const;
};

}  // namespace entente
