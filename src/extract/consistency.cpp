#include "extract/consistency.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <tuple>

namespace entente {

namespace {

using Edge = std::tuple<std::string, LocalEntityId, LocalEntityId>;

/// Relations that cannot hold in both directions.
bool is_one_way(std::string_view relation) {
  static constexpr std::array<std::string_view, 5> kOneWay = {"leads", "part_of", "located_in", "possesses", "develops"};
  return std::find(kOneWay.begin(), kOneWay.end(), relation) != kOneWay.end();
}

class Judge {
 public:
  Judge(const std::vector<SignedAssertion>& assertions, const std::vector<LocalEntity>& entities, const Schema& schema)
      : entities_(entities), schema_(schema) {
    for (const auto& [assertion, signs] : assertions)
      if (assertion.modality == Modality::asserted)
        weight_[{assertion.relation, assertion.source, assertion.target}] += assertion.confidence;
    for (const auto& [edge, weight] : weight_) {
      const auto& [relation, person, state] = edge;
      if (!is_lead(edge)) continue;
      auto& best = state_of_[person];
      if (!best.valid() || weight > weight_.at({relation, person, best})) best = state;
    }
  }

  bool contradicts(const Assertion& assertion) const {
    if (assertion.modality != Modality::asserted || !is_one_way(assertion.relation)) return false;
    const Edge edge{assertion.relation, assertion.source, assertion.target};
    if (const auto back = weight_.find({assertion.relation, assertion.target, assertion.source}); back != weight_.end()) {
      const auto own = weight_.at(edge);
      if (own < back->second || (own == back->second && assertion.target < assertion.source)) return true;
    }
    if (!is_lead(edge)) return false;
    const auto* known = schema_.find_entry(entity(assertion.source).gazetteer_id);
    const auto* led = known == nullptr ? nullptr : schema_.find_entry(known->leads);
    if (led != nullptr && led->type == "State") return entity(assertion.target).gazetteer_id != led->id;
    return state_of_.at(assertion.source) != assertion.target;
  }

 private:
  const LocalEntity& entity(LocalEntityId id) const { return entities_[id.value]; }

  bool is_lead(const Edge& edge) const {
    return std::get<0>(edge) == "leads" && entity(std::get<1>(edge)).type == "Person" && entity(std::get<2>(edge)).type == "State";
  }

  const std::vector<LocalEntity>& entities_;
  const Schema& schema_;
  std::map<Edge, double> weight_;
  std::map<LocalEntityId, LocalEntityId> state_of_;
};

}  // namespace

void drop_contradictions(std::vector<SignedAssertion>& assertions, const std::vector<LocalEntity>& entities, const Schema& schema) {
  const Judge judge(assertions, entities, schema);
  std::erase_if(assertions, [&](const SignedAssertion& one) { return judge.contradicts(one.assertion); });
}

void drop_lone_descriptions(std::vector<SignedAssertion>& assertions, const std::vector<bool>& named) {
  std::vector<bool> acts(named.size());
  for (const auto& [assertion, signs] : assertions)
    if (assertion.relation != "part_of") acts[assertion.source.value] = acts[assertion.target.value] = true;
  std::erase_if(assertions, [&](const SignedAssertion& one) {
    const auto source = one.assertion.source.value;
    return one.assertion.relation == "part_of" && !named[source] && !acts[source];
  });
}

}  // namespace entente
