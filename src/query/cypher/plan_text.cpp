#include <fmt/format.h>

#include "query/cypher/plan.hpp"

namespace entente::cypher {

namespace {

constexpr const char* names[] = {"scan", "check", "expand", "walk", "search", "compare", "path"};

std::string labels_text(const Step& step, const PropertyGraph& graph) {
  std::string text;
  for (const auto& group : step.labels) {
    text += ":";
    for (std::size_t i = 0; i < group.size(); ++i) text += (i ? "|" : "") + graph.label_names()[group[i]];
    if (group.empty()) text += "(no such label)";
  }
  return text;
}

std::string arrow_text(const Step& step, const PropertyGraph& graph) {
  std::string types;
  for (const auto type : step.types) types += (types.empty() ? "" : "|") + graph.type_names()[type];
  if (step.any_type) types = "any";
  return fmt::format("{}-[#{} {}]-{}", step.direction == Direction::left ? "<" : "", step.relationship->slot, types,
                     step.direction == Direction::right ? ">" : "");
}

std::string step_text(const Step& step, const MatchPlan& plan, const PropertyGraph& graph, const std::string& indent) {
  auto text = indent + names[static_cast<int>(step.kind)];
  if (step.relationship)
    text += fmt::format(" #{} {} #{}{}{}", step.from, arrow_text(step, graph), step.to, labels_text(step, graph),
                        step.to_bound ? " bound" : "");
  else if (step.kind == StepKind::path)
    text += fmt::format(" #{} {}", step.pattern->slot, to_text(*step.pattern));
  else if (step.kind != StepKind::compare)
    text += fmt::format(" #{}{}", step.to, labels_text(step, graph));
  if (step.lookup) text += fmt::format(" by {} = {}", step.key, to_text(*step.lookup));
  if (step.kind == StepKind::search || step.kind == StepKind::compare) text += " for " + to_text(*step.pattern);
  text += "\n";
  for (const auto& inner : step.inner) text += step_text(inner, plan, graph, indent + "  ");
  for (const auto predicate : step.predicates) text += fmt::format("{}  where {}\n", indent, to_text(plan.predicates[predicate]));
  return text;
}

}  // namespace

std::string to_text(const MatchPlan& plan, const PropertyGraph& graph) {
  std::string text;
  for (const auto predicate : plan.first_predicates) text += fmt::format("where {}\n", to_text(plan.predicates[predicate]));
  for (const auto& step : plan.steps) text += step_text(step, plan, graph, "");
  return text;
}

}  // namespace entente::cypher
