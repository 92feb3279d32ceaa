// Large graphs with the shape of real ones: few actors in most edges, many in one or two.
#pragma once

#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "entente/graph/merge.hpp"

namespace entente::bench {

inline std::vector<RelationInfo> relations() {
  return {{"accuses", "conflict", "is accused by", "ACCUSE", false},
          {"allied_with", "cooperation", "is allied with", "", true},
          {"fears", "perception", "is feared by", "", false},
          {"opposes", "conflict", "is opposed by", "REJECT", false},
          {"part_of", "structure", "has as part", "", false},
          {"supplies", "cooperation", "is supplied by", "AID", false},
          {"supports", "cooperation", "is supported by", "SUPPORT", false},
          {"threatens", "conflict", "is threatened by", "THREATEN", false}};
}

/// Documents of fifty assertions each that merge into a graph with nearly `edges` edges among `edges` / 5 actors. The number of an
/// actor is drawn with density falling as its square root, so that the first hundredth of them stands in a tenth of all edges' ends.
inline std::vector<DocumentGraph> hub_documents(std::uint32_t edges, std::uint64_t seed = 1) {
  static const char* const types[] = {"Group", "Organization", "Programme", "State", "Territory"};
  std::mt19937_64 engine(seed);
  const auto actors = edges / 5 + 10;
  const auto draw = [&] {
    const auto u = static_cast<double>(engine() >> 11) / 9007199254740992.0;
    return static_cast<std::uint32_t>(u * u * actors);
  };
  const auto known = relations();
  std::vector<DocumentGraph> documents;
  for (std::uint32_t made = 0; made < edges;) {
    auto& d = documents.emplace_back();
    const auto number = std::to_string(documents.size());
    d.document = {"document-" + number, "Report " + number, "", "2019-0" + std::to_string(1 + engine() % 9) + "-15", "", "en", number, 40};
    std::vector<std::uint32_t> present;
    const auto actor = [&](std::uint32_t index) {
      for (std::uint32_t i = 0; i < present.size(); ++i)
        if (present[i] == index) return LocalEntityId{i};
      present.push_back(index);
      d.entities.push_back({"Actor " + std::to_string(index), types[index % 5], "", "", {}});
      return LocalEntityId{static_cast<std::uint32_t>(present.size() - 1)};
    };
    for (int i = 0; i < 50 && made < edges; ++i, ++made) {
      Assertion a;
      a.source = actor(draw());
      a.target = actor(draw());
      a.relation = known[engine() % known.size()].name;
      a.modality = engine() % 8 == 0 ? Modality::possible : engine() % 12 == 0 ? Modality::negated : Modality::asserted;
      a.source_text = d.entities[a.source.value].label;
      a.target_text = d.entities[a.target.value].label;
      a.trigger_text = a.relation.substr(0, a.relation.size() - 1);
      a.sentence_text =
          "In the morning " + a.source_text + " had it known that it " + a.relation + " what " + a.target_text + " is said to plan.";
      const auto at = static_cast<std::uint32_t>(120 * i);
      a.sentence = {at, at + static_cast<std::uint32_t>(a.sentence_text.size())};
      a.source_mention = {at + 15, at + 25};
      a.target_mention = {at + 60, at + 70};
      a.trigger = {at + 45, at + 52};
      a.confidence = static_cast<double>(50 + engine() % 50) / 100;
      a.by = "model:english-1";
      d.assertions.push_back(std::move(a));
    }
  }
  return documents;
}

}  // namespace entente::bench
