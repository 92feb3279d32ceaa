#include "query/cypher/plan.hpp"

#include <algorithm>
#include <set>

#include "query/cypher/slots.hpp"

namespace entente::cypher {

namespace {

using K = ExpressionKind;

/// Builds one plan: places pattern by pattern and node by node, cheapest first.
class Planner {
 public:
  Planner(const std::vector<PathPattern>& patterns, Context& context) : patterns_(patterns), context_(context) {}

  MatchPlan run(const std::vector<Expression>& where) {
    collect_bound();
    collect_predicates(where);
    place_predicates(plan_.first_predicates);
    std::vector<bool> done(patterns_.size());
    for (std::size_t n = 0; n < patterns_.size(); ++n) {
      const auto next = cheapest_pattern(done);
      done[next] = true;
      add_pattern(patterns_[next]);
    }
    plan_.defines.assign(defines_.begin(), defines_.end());
    return std::move(plan_);
  }

 private:
  void collect_bound() {
    for (const auto& pattern : patterns_) {
      for (const auto& node : pattern.nodes) (node.outer ? bound_ : defines_).insert(node.slot);
      for (const auto& relationship : pattern.relationships) (relationship.outer ? bound_ : defines_).insert(relationship.slot);
      if (pattern.slot >= 0) defines_.insert(pattern.slot);
    }
    for (const int slot : bound_) defines_.erase(slot);
  }

  void collect_predicates(const std::vector<Expression>& where) {
    for (const auto& condition : where) {
      if (condition.kind == K::conjunction)
        for (const auto& part : condition.arguments) add_predicate(part);
      else
        add_predicate(condition);
    }
    for (const auto& pattern : patterns_) {
      for (const auto& node : pattern.nodes) add_properties(node.name, node.slot, node.properties);
      for (const auto& relationship : pattern.relationships)
        if (!relationship.variable) add_properties(relationship.name, relationship.slot, relationship.properties);
    }
  }

  /// `{key: value}` in a pattern is the condition `variable.key = value`.
  void add_properties(const std::string& name, int slot, const std::vector<Expression>& properties) {
    for (const auto& map : properties)
      for (std::size_t i = 0; i < map.names.size(); ++i) {
        Expression variable, property, equality;
        variable.kind = K::variable;
        variable.slot = slot;
        variable.name = name.empty() ? "#" + std::to_string(slot) : name;
        property.kind = K::property;
        property.name = map.names[i];
        property.arguments = {variable};
        equality.kind = K::comparison;
        equality.names = {"="};
        equality.arguments = {property, map.arguments[i]};
        property.begin = equality.begin = map.begin;
        add_predicate(equality);
      }
  }

  void add_predicate(const Expression& condition) {
    plan_.predicates.push_back(condition);
    std::set<int> needs;
    for (const int slot : slots_of(condition))
      if (defines_.count(slot)) needs.insert(slot);
    needs_.push_back(std::move(needs));
    placed_.push_back(false);
  }

  /// Moves the predicates whose variables are all bound to `place`.
  void place_predicates(std::vector<std::size_t>& place) {
    for (std::size_t i = 0; i < needs_.size(); ++i) {
      if (placed_[i] || !std::includes(bound_.begin(), bound_.end(), needs_[i].begin(), needs_[i].end())) continue;
      placed_[i] = true;
      place.push_back(i);
    }
  }

  /// The value that a string property of the node must have, if a predicate says so.
  const Expression* lookup_of(int slot, std::string& key) const {
    for (const auto& e : plan_.predicates) {
      if (e.kind != K::comparison || e.names != std::vector<std::string>{"="}) continue;
      for (const std::size_t side : {0, 1}) {
        const auto &property = e.arguments[side], &other = e.arguments[1 - side];
        const bool constant = other.kind == K::parameter || (other.kind == K::literal && other.value.as<std::string>());
        if (constant && property.kind == K::property && property.arguments[0].kind == K::variable && property.arguments[0].slot == slot &&
            context_.graph.find_nodes(property.name, "")) {
          key = property.name;
          return &other;
        }
      }
    }
    return nullptr;
  }

  LabelGroups labels_of(const NodePattern& node) const {
    LabelGroups groups;
    const auto& names = context_.graph.label_names();
    for (const auto& group : node.labels) {
      groups.emplace_back();
      for (const auto& name : group)
        if (const auto found = std::find(names.begin(), names.end(), name); found != names.end())
          groups.back().push_back(static_cast<std::uint32_t>(found - names.begin()));
    }
    return groups;
  }

  /// How many nodes the pattern's node may be, roughly.
  double cost(const NodePattern& node) const {
    if (bound_.count(node.slot)) return 0;
    std::string key;
    if (lookup_of(node.slot, key)) return 1;
    double share = node.labels.empty() ? 1 : 0.3 / static_cast<double>(node.labels.size());
    for (const auto& needs : needs_)
      if (needs == std::set<int>{node.slot}) share *= 0.1;
    return 2 + share * context_.graph.node_count();
  }

  std::size_t cheapest_node(const PathPattern& pattern) const {
    std::size_t best = 0;
    const std::size_t last = pattern.nodes.size() - 1;
    for (std::size_t i = 1; i <= last; ++i) {
      const bool inner = pattern.search != Search::none && i != last;
      if (!inner && cost(pattern.nodes[i]) < cost(pattern.nodes[best])) best = i;
    }
    return best;
  }

  std::size_t cheapest_pattern(const std::vector<bool>& done) const {
    std::size_t best = patterns_.size();
    double least = 0;
    for (std::size_t i = 0; i < patterns_.size(); ++i) {
      if (done[i]) continue;
      const double price = cost(patterns_[i].nodes[cheapest_node(patterns_[i])]);
      if (best == patterns_.size() || price < least) {
        best = i;
        least = price;
      }
    }
    return best;
  }

  void add_pattern(const PathPattern& pattern) {
    const auto start = cheapest_node(pattern);
    if (pattern.search != Search::none && pattern.relationships.size() > 1) {
      add_compare(pattern);
    } else if (pattern.search != Search::none) {
      add_search(pattern, start);
    } else {
      add_node(pattern.nodes[start]);
      for (std::size_t i = start; i < pattern.relationships.size(); ++i) add_relationship(pattern, i, false);
      for (std::size_t i = start; i > 0; --i) add_relationship(pattern, i - 1, true);
    }
    if (pattern.slot < 0) return;
    Step step;
    step.kind = StepKind::path;
    step.pattern = &pattern;
    bound_.insert(pattern.slot);
    push(std::move(step));
  }

  void add_node(const NodePattern& node) {
    Step step;
    step.kind = bound_.count(node.slot) ? StepKind::check : StepKind::scan;
    step.to = node.slot;
    step.labels = labels_of(node);
    if (step.kind == StepKind::scan) step.lookup = lookup_of(node.slot, step.key);
    bound_.insert(node.slot);
    push(std::move(step));
  }

  Step relationship_step(const PathPattern& pattern, std::size_t i, bool reversed) const {
    const auto& relationship = pattern.relationships[i];
    const auto &near = pattern.nodes[i + reversed], &far = pattern.nodes[i + !reversed];
    Step step;
    step.kind = relationship.variable ? StepKind::walk : StepKind::expand;
    step.pattern = &pattern;
    step.relationship = &relationship;
    step.from = near.slot;
    step.to = far.slot;
    step.to_bound = bound_.count(far.slot) > 0;
    step.relationship_bound = bound_.count(relationship.slot) > 0;
    step.reversed = reversed;
    step.direction = relationship.direction;
    if (reversed && step.direction != Direction::both)
      step.direction = step.direction == Direction::left ? Direction::right : Direction::left;
    step.labels = labels_of(far);
    step.any_type = relationship.types.empty();
    const auto& names = context_.graph.type_names();
    for (std::uint32_t type = 0; type < names.size(); ++type)
      if (std::find(relationship.types.begin(), relationship.types.end(), names[type]) != relationship.types.end())
        step.types.push_back(type);
    return step;
  }

  void add_relationship(const PathPattern& pattern, std::size_t i, bool reversed) {
    auto step = relationship_step(pattern, i, reversed);
    bound_.insert(step.to);
    bound_.insert(pattern.relationships[i].slot);
    push(std::move(step));
  }

  void add_search(const PathPattern& pattern, std::size_t start) {
    add_node(pattern.nodes[start]);
    const auto& far = pattern.nodes[1 - start];
    std::string key;
    if (!bound_.count(far.slot) && lookup_of(far.slot, key)) add_node(far);
    auto step = relationship_step(pattern, 0, start == 1);
    step.kind = StepKind::search;
    bound_.insert(step.to);
    bound_.insert(pattern.relationships[0].slot);
    push(std::move(step));
  }

  void add_compare(const PathPattern& pattern) {
    Step step;
    step.kind = StepKind::compare;
    step.pattern = &pattern;
    step.from = pattern.nodes.front().slot;
    step.to = pattern.nodes.back().slot;
    const auto outside = plan_.steps.size();
    const auto start = cheapest_node(pattern);
    add_node(pattern.nodes[start]);
    for (std::size_t i = start; i < pattern.relationships.size(); ++i) add_relationship(pattern, i, false);
    for (std::size_t i = start; i > 0; --i) add_relationship(pattern, i - 1, true);
    step.inner.assign(plan_.steps.begin() + static_cast<std::ptrdiff_t>(outside), plan_.steps.end());
    plan_.steps.resize(outside);
    push(std::move(step));
  }

  void push(Step step) {
    place_predicates(step.predicates);
    plan_.steps.push_back(std::move(step));
  }

  const std::vector<PathPattern>& patterns_;
  Context& context_;
  MatchPlan plan_;
  std::set<int> bound_, defines_;
  std::vector<std::set<int>> needs_;
  std::vector<bool> placed_;
};

}  // namespace

MatchPlan plan_match(const std::vector<PathPattern>& patterns, const std::vector<Expression>& where, Context& context) {
  return Planner(patterns, context).run(where);
}

}  // namespace entente::cypher
