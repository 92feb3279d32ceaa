#include "language/relation_head.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace entente {

namespace {

constexpr std::array<std::uint32_t, 7> kDistances{2, 3, 5, 8, 13, 21, 33};  // words, beginnings of the buckets after the first
constexpr std::size_t kModalities = 3;
constexpr float kAuthor = 0.7F;      // below this probability of the author, somebody else is taken to speak
constexpr std::size_t kPairs = 128;  // scored at once

std::size_t padded(std::size_t n) { return (n + 15) / 16 * 16; }

/// Bucket of the words from the start of the source to the start of the target: short to long, backwards before forwards.
std::size_t distance_bucket(const WordRange& source, const WordRange& target) {
  const bool forwards = target.first > source.first;
  const auto words = forwards ? target.first - source.first : source.first - target.first;
  const auto bucket = std::upper_bound(kDistances.begin(), kDistances.end(), words) - kDistances.begin();
  return static_cast<std::size_t>(bucket) + (forwards ? 8 : 0);
}

/// Where a word stands: in the source, in the target, between, before both, after both.
std::size_t place(std::size_t word, const WordRange& source, const WordRange& target) {
  const auto in = [&](const WordRange& range) { return word >= range.first && word < range.last; };
  if (in(source)) return 0;
  if (in(target)) return 1;
  if (word < std::min(source.first, target.first)) return 3;
  return word >= std::max(source.last, target.last) ? 4 : 2;
}

float number(const std::map<std::string, float>& numbers, const std::string& name, float otherwise) {
  const auto found = numbers.find(name);
  return found == numbers.end() ? otherwise : found->second;
}

/// The row of the likeliest speaker among scored ones, -1 for the author.
std::int32_t likeliest_speaker(const Kernels& kernels, std::vector<float> voices) {
  if (voices.empty()) return -1;
  const auto best = static_cast<std::int32_t>(std::max_element(voices.begin(), voices.end()) - voices.begin());
  const auto author = voices.size();
  voices.resize(padded(author + 1));  // the author's score is 0, and softmax needs room
  kernels.softmax(voices.data(), author + 1);
  return voices[author] < kAuthor ? best : -1;
}

}  // namespace

RelationHead::RelationHead(const ModelFile& file)
    : hidden_(file.config("hidden")),
      pair_(file.config("pair")),
      attention_(file.config("attn")),
      relations_(file.labels("relations").size()),
      speaker_size_(file.config("spk")) {
  const auto types = static_cast<std::uint32_t>(file.labels("types").size());
  const auto pair = static_cast<std::uint32_t>(pair_);
  source_ = ends_.add(file, "pr_s", pair_, 2 * hidden_);
  target_ = ends_.add(file, "pr_t", pair_, 2 * hidden_);
  key_ = words_.add(file, "tr_k", attention_, hidden_);
  value_ = words_.add(file, "tr_v", pair_, hidden_);
  query_.add(file, "tr_q", attention_, pair_);
  joined_.add(file, "pr_z", pair_, 2 * pair_);
  outputs_.add(file, "relations", relations_, pair_);
  modality_ = outputs_.add(file, "modality", relations_ * kModalities, pair_);
  speaker_ = outputs_.add(file, "sk_z", speaker_size_, pair_);
  speaker_of_mention_.add(file, "sk_x", speaker_size_, 2 * hidden_);
  distance_ = file.floats("pr_dist", {16, pair});
  source_type_ = file.floats("pr_stype", {types, pair});
  target_type_ = file.floats("pr_ttype", {types, pair});
  place_bias_ = file.floats("tr_pos", {5});
  const auto& header = file.header();
  least_trigger_ = number(header.thresholds, "trigger", least_trigger_);
  for (const auto& relation : file.labels("relations")) {
    thresholds_.push_back(number(header.thresholds, "relation." + relation, 0.0F));
    symmetric_.push_back(std::find(header.symmetric.begin(), header.symmetric.end(), relation) != header.symmetric.end());
    const auto family = header.families.find(relation);
    const auto group = header.calibration.contains(relation + ".a") || family == header.families.end() ? relation : family->second;
    slope_.push_back(number(header.calibration, group + ".a", 1.0F));
    shift_.push_back(number(header.calibration, group + ".b", 0.0F));
  }
}

std::vector<float> RelationHead::first_layer(const Kernels& kernels, const PairInput& input, const std::vector<MentionPair>& pairs) const {
  const auto count = input.mentions.size();
  QuantisedRows rows;
  rows.assign(kernels, input.mention_vectors.data(), count, 2 * hidden_, 2 * hidden_);
  const auto columns = ends_.columns();
  std::vector<float> ends(count * columns);
  ends_.multiply(kernels, rows, ends.data());
  std::vector<float> out(pairs.size() * pair_);
  for (std::size_t p = 0; p < pairs.size(); ++p) {
    const auto& source = input.mentions[pairs[p].source];
    const auto& target = input.mentions[pairs[p].target];
    const auto* s = ends.data() + pairs[p].source * columns + source_;
    const auto* t = ends.data() + pairs[p].target * columns + target_;
    const auto* distance = distance_ + distance_bucket(source.words, target.words) * pair_;
    const auto* source_type = source_type_ + source.type * pair_;
    const auto* target_type = target_type_ + target.type * pair_;
    auto* x = out.data() + p * pair_;
    for (std::size_t i = 0; i < pair_; ++i) x[i] = (((s[i] + t[i]) + distance[i]) + source_type[i]) + target_type[i];
  }
  kernels.gelu(out.data(), out.size());
  return out;
}

void RelationHead::attend(const Kernels& kernels, const PairInput& input, const std::vector<MentionPair>& pairs, std::vector<float>& joined,
                          PairScores& scores) const {
  QuantisedRows rows;
  rows.assign(kernels, input.words, input.count, hidden_, hidden_);
  std::vector<float> words(input.count * words_.columns());
  words_.multiply(kernels, rows, words.data());
  rows.assign(kernels, joined.data(), pairs.size(), pair_, 2 * pair_);
  std::vector<float> queries(pairs.size() * query_.columns());
  query_.multiply(kernels, rows, queries.data());
  const auto scale = 1.0F / std::sqrt(static_cast<float>(attention_));
  std::vector<float> weights(padded(input.count + 1));
  for (std::size_t p = 0; p < pairs.size(); ++p) {
    const auto& source = input.mentions[pairs[p].source].words;
    const auto& target = input.mentions[pairs[p].target].words;
    kernels.dots(words.data() + key_, words_.columns(), input.count, queries.data() + p * query_.columns(), attention_, weights.data());
    for (std::size_t w = 0; w < input.count; ++w) weights[w] = weights[w] * scale + place_bias_[place(w, source, target)];
    weights[input.count] = 0.0F;
    kernels.softmax(weights.data(), input.count + 1);
    kernels.product(weights.data(), weights.size(), words.data() + value_, words_.columns(), joined.data() + p * 2 * pair_ + pair_,
                    2 * pair_, 1, input.count, pair_);
    scores.attention.insert(scores.attention.end(), weights.begin(), weights.begin() + static_cast<std::ptrdiff_t>(input.count + 1));
  }
}

PairScores RelationHead::score(const Kernels& kernels, const PairInput& input, const std::vector<MentionPair>& pairs) const {
  PairScores scores;
  const auto first = first_layer(kernels, input, pairs);
  std::vector<float> joined(pairs.size() * 2 * pair_);
  for (std::size_t p = 0; p < pairs.size(); ++p)
    std::copy_n(first.begin() + static_cast<std::ptrdiff_t>(p * pair_), pair_, joined.begin() + static_cast<std::ptrdiff_t>(p * 2 * pair_));
  attend(kernels, input, pairs, joined, scores);
  QuantisedRows rows;
  rows.assign(kernels, joined.data(), pairs.size(), 2 * pair_, 2 * pair_);
  scores.vectors.resize(pairs.size() * joined_.columns());
  joined_.multiply(kernels, rows, scores.vectors.data());
  kernels.gelu(scores.vectors.data(), scores.vectors.size());
  rows.assign(kernels, scores.vectors.data(), pairs.size(), pair_, joined_.columns());
  scores.outputs.resize(pairs.size() * outputs_.columns());
  outputs_.multiply(kernels, rows, scores.outputs.data());
  return scores;
}

std::vector<float> RelationHead::speaker_scores(const Kernels& kernels, const PairScores& scores, std::size_t pair,
                                                const std::vector<float>& mention_vectors) const {
  const auto count = mention_vectors.size() / (2 * hidden_);
  QuantisedRows rows;
  rows.assign(kernels, mention_vectors.data(), count, 2 * hidden_, 2 * hidden_);
  std::vector<float> mentions(count * speaker_of_mention_.columns());
  speaker_of_mention_.multiply(kernels, rows, mentions.data());
  std::vector<float> out(count);
  kernels.dots(mentions.data(), speaker_of_mention_.columns(), count, relation_logits(scores, pair) + speaker_, speaker_size_, out.data());
  return out;
}

WordRange RelationHead::trigger(const PairScores& scores, std::size_t pair, std::size_t words) const {
  const auto* attention = scores.attention.data() + pair * (words + 1);
  const auto best = static_cast<std::size_t>(std::max_element(attention, attention + words) - attention);
  if (words == 0 || attention[best] < least_trigger_) return {};
  auto first = best;
  auto last = best + 1;
  while (first > 0 && attention[first - 1] >= least_trigger_) --first;
  while (last < words && attention[last] >= least_trigger_) ++last;
  return {0, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
}

float RelationHead::probability(const Kernels& kernels, std::uint32_t relation, float logit) const {
  float two[16] = {slope_[relation] * logit + shift_[relation], 0.0F};
  kernels.softmax(two, 2);
  return two[0];
}

void RelationHead::make_symmetric(PairScores& scores) const {
  const auto columns = outputs_.columns();
  for (std::size_t forth = 0; forth + columns < scores.outputs.size(); forth += 2 * columns) {
    for (std::size_t relation = 0; relation < relations_; ++relation) {
      if (!symmetric_[relation]) continue;
      const auto average = [&](std::size_t column) {
        auto& a = scores.outputs[forth + column];
        auto& b = scores.outputs[forth + columns + column];
        a = b = (a + b) * 0.5F;
      };
      average(relation);
      for (std::size_t k = 0; k < kModalities; ++k) average(modality_ + relation * kModalities + k);
    }
  }
}

void RelationHead::add_relations(const Kernels& kernels, const PairInput& input, const std::vector<MentionPair>& pairs,
                                 const std::vector<float>& speaker_vectors, float slack, std::vector<ScoredRelation>& found) const {
  auto scores = score(kernels, input, pairs);
  make_symmetric(scores);
  for (std::size_t p = 0; p < pairs.size(); ++p) {
    const auto* logits = relation_logits(scores, p);
    std::int32_t speaker = -2;  // not yet looked for
    for (std::uint32_t relation = 0; relation < relations_; ++relation) {
      if (logits[relation] < thresholds_[relation] + slack || (symmetric_[relation] && pairs[p].source > pairs[p].target)) continue;
      if (speaker == -2) {
        speaker = likeliest_speaker(kernels, speaker_scores(kernels, scores, p, speaker_vectors));
      }
      ScoredRelation scored{pairs[p].source,
                            pairs[p].target,
                            relation,
                            logits[relation],
                            probability(kernels, relation, logits[relation]),
                            {},
                            trigger(scores, p, input.count),
                            speaker};
      float modality[16] = {};
      std::copy_n(modality_logits(scores, p) + relation * kModalities, kModalities, modality);
      kernels.softmax(modality, kModalities);
      std::copy_n(modality, kModalities, scored.modality);
      found.push_back(scored);
    }
  }
}

std::vector<ScoredRelation> RelationHead::relations(const Kernels& kernels, const PairInput& input,
                                                    const std::vector<float>& speaker_vectors, float slack) const {
  std::vector<ScoredRelation> found;
  std::vector<MentionPair> pairs;
  const auto count = static_cast<std::uint32_t>(input.mentions.size());
  for (std::uint32_t first = 0; first < count; ++first) {
    for (auto second = first + 1; second < count; ++second) {
      pairs.push_back({first, second});
      pairs.push_back({second, first});
      if (pairs.size() < kPairs && first + 2 != count) continue;
      add_relations(kernels, input, pairs, speaker_vectors, slack, found);
      pairs.clear();
    }
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::tie(a.source, a.target, a.relation) < std::tie(b.source, b.target, b.relation);
  });
  return found;
}

}  // namespace entente
