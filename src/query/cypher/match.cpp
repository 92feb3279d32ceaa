#include <algorithm>

#include "query/cypher/path_search.hpp"
#include "query/cypher/plan.hpp"

namespace entente::cypher {

namespace {

/// Runs the steps of a plan depth first. The row holds the partial match; what a step binds it unbinds again.
class Matcher {
 public:
  Matcher(const MatchPlan& plan, Row& row, Context& context, const Sink& sink)
      : plan_(plan), row_(row), context_(context), graph_(context.graph), sink_(sink) {}

  bool run() {
    if (!test(plan_.first_predicates)) return true;
    return run_from(plan_.steps, 0, [this] { return sink_(row_); });
  }

 private:
  using Next = std::function<bool()>;

  Value& slot(int index) { return row_[static_cast<std::size_t>(index)]; }

  bool test(const std::vector<std::size_t>& predicates) {
    return std::all_of(predicates.begin(), predicates.end(), [this](std::size_t i) { return holds(plan_.predicates[i], row_, context_); });
  }

  bool run_from(const std::vector<Step>& steps, std::size_t at, const Next& done) {
    if (at == steps.size()) return done();
    const auto& step = steps[at];
    const Next next = [&, at] { return !test(steps[at].predicates) || run_from(steps, at + 1, done); };
    switch (step.kind) {
      case StepKind::scan:
        return scan(step, next);
      case StepKind::check: {
        const auto* node = slot(step.to).as<NodeRef>();
        return !node || !has_labels(step, node->id) || next();
      }
      case StepKind::expand:
        return expand(step, next);
      case StepKind::walk:
        return walk(step, next);
      case StepKind::search:
        return search(step, next);
      case StepKind::compare:
        return compare(step, next);
      case StepKind::path:
        return path(step, next);
    }
    return true;
  }

  bool has_labels(const Step& step, std::uint32_t node) const {
    return std::all_of(step.labels.begin(), step.labels.end(), [&](const auto& group) {
      return std::any_of(group.begin(), group.end(), [&](std::uint32_t label) { return graph_.has_label(node, label); });
    });
  }

  bool scan(const Step& step, const Next& next) {
    std::optional<std::vector<std::uint32_t>> found;
    if (step.lookup)
      if (const auto value = evaluate(*step.lookup, row_, context_); const auto* text = value.as<std::string>())
        found = graph_.find_nodes(step.key, *text);
    const auto count = found ? static_cast<std::uint32_t>(found->size()) : graph_.node_count();
    bool more = true;
    for (std::uint32_t i = 0; more && i < count; ++i) {
      context_.budget.step();
      const auto node = found ? (*found)[i] : i;
      if (!has_labels(step, node)) continue;
      slot(step.to) = NodeRef{node};
      more = next();
    }
    slot(step.to) = {};
    return more;
  }

  bool type_fits(const Step& step, std::uint32_t relationship) const {
    return step.any_type || std::binary_search(step.types.begin(), step.types.end(), graph_.type_of(relationship));
  }

  /// Calls `visit` for each relationship that leaves `node` in the step's direction; a loop counts once.
  template <class Visit>
  bool each_relationship(const Step& step, std::uint32_t node, const Visit& visit) {
    if (step.direction != Direction::left)
      for (const auto id : graph_.outgoing(node)) {
        context_.budget.step();
        if (type_fits(step, id) && !visit(id)) return false;
      }
    if (step.direction != Direction::right)
      for (const auto id : graph_.incoming(node)) {
        context_.budget.step();
        const bool seen = step.direction == Direction::both && (graph_.source(id) == graph_.target(id) || graph_.symmetric(id));
        if (!seen && type_fits(step, id) && !visit(id)) return false;
      }
    return true;
  }

  bool is_used(std::uint32_t relationship) const { return std::find(used_.begin(), used_.end(), relationship) != used_.end(); }

  /// Whether the far end of a step may be `node`.
  bool end_fits(const Step& step, std::uint32_t node) {
    if (step.to_bound) {
      const auto* bound = slot(step.to).as<NodeRef>();
      if (!bound || bound->id != node) return false;
    }
    return has_labels(step, node);
  }

  bool expand(const Step& step, const Next& next) {
    const auto* from = slot(step.from).as<NodeRef>();
    if (!from) return true;
    const auto node = from->id;
    auto& relationship = slot(step.relationship->slot);
    const auto given = step.relationship_bound ? relationship : Value();
    if (step.relationship_bound && !given.as<RelationshipRef>()) return true;
    const bool more = each_relationship(step, node, [&](std::uint32_t id) {
      if (step.relationship_bound && given.as<RelationshipRef>()->id != id) return true;
      if (is_used(id)) return true;
      const auto end = graph_.other_end(id, node);
      if (!end_fits(step, end)) return true;
      relationship = RelationshipRef{id};
      if (!step.to_bound) slot(step.to) = NodeRef{end};
      used_.push_back(id);
      const bool go_on = next();
      used_.pop_back();
      return go_on;
    });
    if (!step.relationship_bound) relationship = {};
    if (!step.to_bound) slot(step.to) = {};
    return more;
  }

  bool properties_fit(const RelationshipPattern& pattern, std::uint32_t id) {
    for (const auto& map : pattern.properties)
      for (std::size_t i = 0; i < map.names.size(); ++i)
        if (equals(graph_.relationship_property(id, map.names[i]), evaluate(map.arguments[i], row_, context_)) != true) return false;
    return true;
  }

  /// Binds a list of relationships and the far end of a step, and goes on.
  bool emit_walk(const Step& step, std::uint32_t end, const std::vector<std::uint32_t>& walked, const Next& next) {
    if (!end_fits(step, end)) return true;
    ValueList list;
    for (const auto id : walked) list.emplace_back(RelationshipRef{id});
    if (step.reversed) std::reverse(list.begin(), list.end());
    auto& relationships = slot(step.relationship->slot);
    if (step.relationship_bound) {
      if (equals(relationships, Value(list)) != true) return true;
    } else {
      relationships = std::move(list);
    }
    if (!step.to_bound) slot(step.to) = NodeRef{end};
    const bool more = next();
    if (!step.relationship_bound) relationships = {};
    if (!step.to_bound) slot(step.to) = {};
    return more;
  }

  bool walk(const Step& step, const Next& next) {
    const auto* from = slot(step.from).as<NodeRef>();
    if (!from) return true;
    std::vector<std::uint32_t> walked;
    return walk_from(step, from->id, walked, next);
  }

  bool walk_from(const Step& step, std::uint32_t node, std::vector<std::uint32_t>& walked, const Next& next) {
    const auto& pattern = *step.relationship;
    const auto length = static_cast<std::int64_t>(walked.size());
    const auto longest = pattern.maximum ? std::min<std::int64_t>(*pattern.maximum, hop_ceiling) : context_.budget.limits().max_hops;
    if (length >= pattern.minimum && (!pattern.maximum || length <= *pattern.maximum) && !emit_walk(step, node, walked, next)) return false;
    const bool full = length >= longest;
    if (full && pattern.maximum) return true;
    return each_relationship(step, node, [&](std::uint32_t id) {
      if (is_used(id) || !properties_fit(pattern, id)) return true;
      if (full) {
        context_.budget.hop_limit_reached = true;
        return true;
      }
      used_.push_back(id);
      walked.push_back(id);
      const bool more = walk_from(step, graph_.other_end(id, node), walked, next);
      walked.pop_back();
      used_.pop_back();
      return more;
    });
  }

  bool search(const Step& step, const Next& next) {
    const auto* from = slot(step.from).as<NodeRef>();
    const auto* to = step.to_bound ? slot(step.to).as<NodeRef>() : nullptr;
    if (!from || (step.to_bound && !to)) return true;
    PathSearch finder(
        context_, step,
        [&](std::uint32_t node, const std::function<bool(std::uint32_t)>& visit) { return each_relationship(step, node, visit); },
        [&](std::uint32_t id) { return properties_fit(*step.relationship, id); });
    const auto found = [&](std::uint32_t end, const std::vector<std::uint32_t>& walked) { return emit_walk(step, end, walked, next); };
    return to ? finder.between(from->id, to->id, found)
              : finder.from(
                    from->id, [&](std::uint32_t n) { return has_labels(step, n); }, found);
  }

  /// All matches of a longer pattern, sorted by ends and length; the search word says which are kept.
  bool compare(const Step& step, const Next& next) {
    struct Candidate {
      std::uint32_t from, to;
      std::size_t length;
      Row row;
    };
    std::vector<Candidate> candidates;
    run_from(step.inner, 0, [&] {
      std::size_t length = 0;
      for (const auto& relationship : step.pattern->relationships) {
        const auto* list = slot(relationship.slot).as<ValueList>();
        length += list ? list->size() : 1;
      }
      context_.budget.keep(row_.size());
      candidates.push_back({slot(step.from).as<NodeRef>()->id, slot(step.to).as<NodeRef>()->id, length, row_});
      return true;
    });
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
      return std::tie(a.from, a.to, a.length) < std::tie(b.from, b.to, b.length);
    });
    const Row before = row_;
    bool more = true;
    Selection selection(*step.pattern);
    for (std::size_t i = 0; more && i < candidates.size(); ++i) {
      if (i == 0 || candidates[i].from != candidates[i - 1].from || candidates[i].to != candidates[i - 1].to)
        selection = Selection(*step.pattern);
      if (!selection.takes(candidates[i].length)) continue;
      row_ = candidates[i].row;
      more = next();
    }
    row_ = before;
    return more;
  }

  bool path(const Step& step, const Next& next) {
    PathValue value;
    const auto* first = slot(step.pattern->nodes[0].slot).as<NodeRef>();
    if (!first) return true;
    value.nodes.push_back(first->id);
    const auto append = [&](const Value& relationship) {
      const auto id = relationship.as<RelationshipRef>()->id;
      value.relationships.push_back(id);
      value.nodes.push_back(graph_.other_end(id, value.nodes.back()));
    };
    for (const auto& relationship : step.pattern->relationships) {
      const auto& bound = slot(relationship.slot);
      if (const auto* list = bound.as<ValueList>())
        for (const auto& element : *list) append(element);
      else
        append(bound);
    }
    slot(step.pattern->slot) = std::move(value);
    const bool more = next();
    slot(step.pattern->slot) = {};
    return more;
  }

  const MatchPlan& plan_;
  Row& row_;
  Context& context_;
  const PropertyGraph& graph_;
  const Sink& sink_;
  std::vector<std::uint32_t> used_;
};

}  // namespace

bool match(const MatchPlan& plan, Row& row, Context& context, const Sink& sink) { return Matcher(plan, row, context, sink).run(); }

}  // namespace entente::cypher
