// How the patterns of one MATCH are matched: a sequence of steps, each binding or testing more of the row.
#pragma once

#include <string>
#include <vector>

#include "query/cypher/runtime.hpp"

namespace entente::cypher {

enum class StepKind : std::uint8_t {
  scan,     // binds node `to` to each node of the graph in turn
  check,    // node `to` is bound: tests its labels
  expand,   // follows one relationship from `from` to `to`
  walk,     // follows a variable number of relationships
  search,   // finds paths between `from` and `to` by a search word
  compare,  // finds all matches of a longer pattern and keeps those that its search word asks for
  path      // binds the path variable
};

/// Labels as ids: the node has one of each group. A label that the graph lacks has no id, so that its group may be empty.
using LabelGroups = std::vector<std::vector<std::uint32_t>>;

struct Step {
  StepKind kind = StepKind::scan;
  const PathPattern* pattern = nullptr;
  const RelationshipPattern* relationship = nullptr;
  int from = -1;
  int to = -1;
  bool to_bound = false;
  bool relationship_bound = false;
  bool reversed = false;  ///< from right to left
  Direction direction = Direction::both;
  std::vector<std::uint32_t> types;  ///< sorted; meaningless if `any_type`
  bool any_type = true;
  LabelGroups labels;  ///< of `to`
  std::string key;     ///< scan: look `key` = `lookup` up in the graph's index
  const Expression* lookup = nullptr;
  std::vector<std::size_t> predicates;  ///< tested after this step, see `MatchPlan::predicates`
  std::vector<Step> inner;              ///< compare: the steps of the pattern
};

struct MatchPlan {
  std::vector<std::size_t> first_predicates;  ///< tested before all steps
  std::vector<Expression> predicates;
  std::vector<Step> steps;
  std::vector<int> defines;  ///< slots that the patterns bind
};

/// Plans `patterns` and the condition `where` (none or one). The plan refers to `patterns`, which must outlive it.
MatchPlan plan_match(const std::vector<PathPattern>& patterns, const std::vector<Expression>& where, Context& context);

/// Gives each extension of `row` that matches to `sink`; the row is as before when it returns. False if the sink stopped it.
bool match(const MatchPlan& plan, Row& row, Context& context, const Sink& sink);

/// One step a line.
std::string to_text(const MatchPlan& plan, const PropertyGraph& graph);

}  // namespace entente::cypher
