#include "entente/graph/score.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace entente {

namespace {

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || static_cast<unsigned char>(c) >= 0x80; }

std::vector<std::string> name_tokens(const std::string& name) {
  std::string text = replace_all(name, "’", "'");
  for (auto& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  for (auto at = text.find("'s"); at != std::string::npos; at = text.find("'s", at + 1))
    if (at + 2 == text.size() || !is_word(text[at + 2])) text.erase(at, 2);
  text = replace_all(text, "'", "");
  std::vector<std::string> words(1);
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+') {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  std::erase_if(words, [](const auto& word) { return word.empty() || word == "the" || word == "a" || word == "an"; });
  return words;
}

std::string normal(const std::string& name) {
  std::string joined;
  for (const auto& word : name_tokens(name)) joined += (joined.empty() ? "" : " ") + word;
  return joined;
}

/// Finds for each system entity the gold entity that it stands for.
class Alignment {
 public:
  Alignment(const AnnotatedGraph& gold, const AnnotatedGraph& system) {
    for (const auto& [id, names] : gold.entities) add(normal(id), id);
    for (const auto& [id, names] : gold.entities)
      for (const auto& name : names) add(normal(name), id);
    for (const auto& [id, names] : system.entities) of_[id] = find(id, names);
  }

  /// The gold id, or the system's own behind "?".
  std::string operator()(const std::string& id) const {
    const auto found = of_.find(id);
    return found == of_.end() ? "?" + id : found->second;
  }

 private:
  void add(const std::string& name, const std::string& id) {
    if (!name.empty() && by_name_.emplace(name, id).second) order_.push_back(name);
  }

  std::string find(const std::string& id, const std::vector<std::string>& names) const {
    if (const auto exact = by_name_.find(normal(id)); exact != by_name_.end()) return exact->second;
    std::map<std::string, int> votes;
    std::set<std::string> seen;
    for (const auto& name : names)
      if (const auto hit = by_name_.find(normal(name)); hit != by_name_.end() && seen.insert(hit->first).second) ++votes[hit->second];
    if (!votes.empty())
      return std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
    return find_subset(id).value_or("?" + id);
  }

  std::optional<std::string> find_subset(const std::string& id) const {
    const auto own_words = name_tokens(id);
    const std::set<std::string> own(own_words.begin(), own_words.end());
    std::optional<std::string> best;
    double most = 0;
    for (const auto& name : order_) {
      const auto words = name_tokens(name);
      const std::set<std::string> other(words.begin(), words.end());
      std::vector<std::string> common;
      std::set_intersection(own.begin(), own.end(), other.begin(), other.end(), std::back_inserter(common));
      if (common.empty() || (common.size() != own.size() && common.size() != other.size())) continue;
      const auto share = static_cast<double>(common.size()) / static_cast<double>(own.size() + other.size() - common.size());
      if (share >= 0.5 && share > most) {
        most = share;
        best = by_name_.at(name);
      }
    }
    return best;
  }

  std::map<std::string, std::string> by_name_;
  std::vector<std::string> order_;
  std::map<std::string, std::string> of_;
};

struct Keys {
  EdgeName pair;
  EdgeName family;
  EdgeName exact;
};

class Scorer {
 public:
  Scorer(const AnnotatedGraph& gold, const AnnotatedGraph& system, const Schema& schema) : schema_(schema), align_(gold, system) {
    for (const auto& edge : gold.edges) add_gold(edge);
    for (const auto& edge : system.edges) add_system(edge);
  }

  GraphScore finish() const {
    GraphScore score;
    score.node = count(system_nodes_, gold_nodes_, gold_nodes_);
    score.pair = count(got_[0], accepted_[0], needed_[0]);
    score.family = count(got_[1], accepted_[1], needed_[1]);
    score.exact = count(got_[2], accepted_[2], needed_[2]);
    std::set_difference(needed_[2].begin(), needed_[2].end(), got_[2].begin(), got_[2].end(), std::back_inserter(score.missed));
    std::set_difference(got_[2].begin(), got_[2].end(), accepted_[2].begin(), accepted_[2].end(), std::back_inserter(score.extra));
    for (const auto& key : got_[2]) {
      if (!accepted_[2].contains(key)) continue;
      ++score.exact_hits;
      const auto& mine = system_modality_.at(key);
      const auto& theirs = gold_modality_.at(key);
      score.modality_right += std::any_of(mine.begin(), mine.end(), [&](auto modality) { return theirs.contains(modality); });
      count_attribution(key, score);
    }
    return score;
  }

 private:
  void count_attribution(const EdgeName& key, GraphScore& score) const {
    const auto mine = system_speakers_.find(key);
    const auto theirs = gold_speakers_.find(key);
    score.attributed_system += mine != system_speakers_.end();
    score.attributed_gold += theirs != gold_speakers_.end();
    if (mine == system_speakers_.end() || theirs == gold_speakers_.end()) return;
    score.attributed_right +=
        std::any_of(mine->second.begin(), mine->second.end(), [&](const auto& speaker) { return theirs->second.contains(speaker); });
  }

  template <class Key>
  static Counts count(const std::set<Key>& got, const std::set<Key>& accepted, const std::set<Key>& needed) {
    Counts counts{0, got.size(), 0, needed.size()};
    for (const auto& key : got) {
      counts.right += accepted.contains(key);
      counts.found += needed.contains(key);
    }
    return counts;
  }

  std::string family(const std::string& relation) const {
    const auto* type = schema_.find_relation(relation);
    return type == nullptr ? relation : type->family;
  }
  bool symmetric(const std::string& relation) const {
    const auto* type = schema_.find_relation(relation);
    return type != nullptr && type->symmetric;
  }

  Keys keys(const std::string& source, const std::string& relation, const std::string& target) const {
    const auto& first = std::min(source, target);
    const auto& second = std::max(source, target);
    const bool either = symmetric(relation);
    return {{"", first, second},
            {family(relation), either ? first : source, either ? second : target},
            {relation, either ? first : source, either ? second : target}};
  }

  void add_gold(const AnnotatedEdge& edge) {
    gold_nodes_.insert(edge.source);
    gold_nodes_.insert(edge.target);
    if (edge.source == edge.target) return;
    const auto key = keys(edge.source, edge.relation, edge.target);
    const EdgeName* depth[] = {&key.pair, &key.family, &key.exact};
    for (int d = 0; d < 3; ++d) {
      accepted_[d].insert(*depth[d]);
      if (!edge.optional) needed_[d].insert(*depth[d]);
    }
    if (symmetric(edge.relation)) {
      either_way_.insert({family(edge.relation), edge.source, edge.target});
      either_way_.insert({family(edge.relation), edge.target, edge.source});
    }
    gold_modality_[key.exact].insert(edge.modality);
    if (!edge.attributed_to.empty()) gold_speakers_[key.exact].insert(edge.attributed_to);
  }

  void add_system(const AnnotatedEdge& edge) {
    const auto source = align_(edge.source);
    const auto target = align_(edge.target);
    system_nodes_.insert(source);
    system_nodes_.insert(target);
    if (source == target) return;
    auto key = keys(source, edge.relation, target);
    if (!accepted_[1].contains(key.family)) key.family = family_match(edge.relation, source, target, key.family);
    got_[0].insert(key.pair);
    got_[1].insert(key.family);
    got_[2].insert(key.exact);
    system_modality_[key.exact].insert(edge.modality);
    if (!edge.attributed_to.empty()) system_speakers_[key.exact].insert(align_(edge.attributed_to));
  }

  /// A symmetric edge answers a directed one of its family in either direction, and a directed one a symmetric.
  EdgeName family_match(const std::string& relation, const std::string& source, const std::string& target, const EdgeName& own) const {
    const auto name = family(relation);
    EdgeName found = own;
    if (symmetric(relation)) {
      for (const auto& other : {EdgeName{name, source, target}, EdgeName{name, target, source}})
        if (accepted_[1].contains(other)) found = other;
    } else if (either_way_.contains({name, source, target})) {
      found = {name, std::min(source, target), std::max(source, target)};
    }
    return found;
  }

  const Schema& schema_;
  Alignment align_;
  std::set<EdgeName> needed_[3];
  std::set<EdgeName> accepted_[3];
  std::set<EdgeName> got_[3];
  std::set<EdgeName> either_way_;
  std::set<std::string> gold_nodes_;
  std::set<std::string> system_nodes_;
  std::map<EdgeName, std::set<Modality>> gold_modality_;
  std::map<EdgeName, std::set<Modality>> system_modality_;
  std::map<EdgeName, std::set<std::string>> gold_speakers_;
  std::map<EdgeName, std::set<std::string>> system_speakers_;
};

}  // namespace

AnnotatedGraph to_annotation(const DocumentGraph& graph) {
  AnnotatedGraph annotation;
  for (const auto& entity : graph.entities) {
    auto names = entity.aliases;
    names.push_back(entity.label);
    annotation.entities.emplace_back(entity.label, std::move(names));
  }
  for (const auto& assertion : graph.assertions)
    annotation.edges.push_back({graph.entities[assertion.source.value].label, assertion.relation,
                                graph.entities[assertion.target.value].label, assertion.modality, false,
                                assertion.attributed_to.valid() ? graph.entities[assertion.attributed_to.value].label : ""});
  return annotation;
}

Counts& Counts::operator+=(const Counts& other) {
  right += other.right;
  system += other.system;
  found += other.found;
  gold += other.gold;
  return *this;
}

GraphScore& GraphScore::operator+=(const GraphScore& other) {
  node += other.node;
  pair += other.pair;
  family += other.family;
  exact += other.exact;
  modality_right += other.modality_right;
  exact_hits += other.exact_hits;
  attributed_gold += other.attributed_gold;
  attributed_system += other.attributed_system;
  attributed_right += other.attributed_right;
  missed.insert(missed.end(), other.missed.begin(), other.missed.end());
  extra.insert(extra.end(), other.extra.begin(), other.extra.end());
  return *this;
}

GraphScore score_graph(const AnnotatedGraph& gold, const AnnotatedGraph& system, const Schema& schema) {
  return Scorer(gold, system, schema).finish();
}

void Calibration::add(double confidence_of_one, bool is_right) {
  const auto bin = static_cast<std::size_t>(std::clamp(confidence_of_one * 10, 0.0, 9.0));
  ++count[bin];
  confidence[bin] += confidence_of_one;
  right[bin] += is_right ? 1 : 0;
}

double Calibration::error() const {
  double sum = 0;
  std::size_t all = 0;
  for (std::size_t i = 0; i < count.size(); ++i) {
    all += count[i];
    sum += std::abs(confidence[i] - right[i]);
  }
  return all == 0 ? 0 : sum / static_cast<double>(all);
}

}  // namespace entente
