// How well the lexicon's frames read annotated sentences whose trees and mentions are given.
//
//   lexicon_gold_trees [--errors|--frames] TREEBANK.conllu… -- ANNOTATED.jsonl…
//
// Annotated sentences that the treebanks lack are skipped. Counts (source, relation, target) of each sentence once.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "entente/base/file.hpp"
#include "entente/base/json.hpp"
#include "entente/extract/lexicon_extractor.hpp"
#include "entente/language/conllu.hpp"

using namespace entente;

namespace {

struct Counts {
  int gold = 0, found = 0, right = 0, right_modality = 0;
};
using Edge = std::tuple<std::string, std::string, std::string>;

struct Annotated {
  std::string modality, words;  // source, trigger and target words
};

struct Options {
  bool errors = false, frames = false;
  std::vector<std::string> treebanks, annotated;
};

struct Entities {
  std::vector<std::string> ids, types;
  std::vector<std::pair<std::string, std::uint32_t>> aliases;  // longest first
};

Entities read_entities(const JsonValue& header) {
  Entities all;
  for (const auto& entity : header.find("entities")->elements) {
    const auto id = static_cast<std::uint32_t>(all.ids.size());
    all.ids.push_back(entity.find("id")->string);
    all.types.push_back(entity.find("type")->string);
    all.aliases.emplace_back(all.ids.back(), id);
    for (const auto& alias : entity.find("aliases")->elements) all.aliases.emplace_back(alias.string, id);
  }
  std::stable_sort(all.aliases.begin(), all.aliases.end(), [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  return all;
}

std::string name_of(Modality modality) {
  return modality == Modality::asserted ? "asserted" : modality == Modality::possible ? "possible" : "negated";
}

class Bench {
 public:
  explicit Bench(const Options& options) : options_(options), schema_(load_schema()), extractor_(schema_) {
    for (const auto& path : options.treebanks)
      for (auto& one : read_conllu(read_file(path), path)) trees_.emplace(one.text, std::move(one));
  }

  void run() {
    for (const auto& path : options_.annotated) {
      const auto text = read_file(path);
      std::uint32_t number = 0;
      for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = std::string_view(text).substr(at, end - at);
        at = end + 1;
        if (line.empty()) continue;
        const auto document = JsonDocument::parse(line, path, ++number);
        if (document.root().find("entities") != nullptr) entities_ = read_entities(document.root());
        if (document.root().find("assertions") != nullptr) sentence(document.root());
      }
    }
    print();
  }

 private:
  // Adds a mention of `words` at each place where they stand on word borders outside of longer mentions.
  void mention(const TreebankSentence& tree, std::string_view words, std::uint32_t entity, SentenceMentions& out, bool once) const {
    if (words.empty()) return;
    const auto& tokens = tree.sentence.tokens;
    for (std::size_t at = tree.text.find(words); at != std::string::npos; at = tree.text.find(words, at + 1)) {
      Mention m;
      m.last_token = 0;
      m.first_token = static_cast<std::uint32_t>(tokens.size());
      for (std::uint32_t i = 0; i < tokens.size(); ++i)
        if (tokens[i].span.begin < at + words.size() && tokens[i].span.end > at) {
          m.first_token = std::min(m.first_token, i);
          m.last_token = i + 1;
        }
      if (m.first_token >= m.last_token || (tokens[m.first_token].span.begin != at && !once)) continue;
      if (tokens[m.last_token - 1].span.end != at + words.size() && !once) continue;
      m.head_token = m.last_token - 1;
      m.type = entities_.types[entity];
      bool covered = false;
      for (std::size_t k = 0; k < out.mentions.size(); ++k)
        covered = covered || (out.mentions[k].first_token <= m.first_token && m.last_token <= out.mentions[k].last_token && !once) ||
                  (out.mentions[k].first_token == m.first_token && out.mentions[k].last_token == m.last_token &&
                   out.entities[k][0].value == entity);
      if (covered) continue;
      out.mentions.push_back(m);
      out.entities.push_back({LocalEntityId{entity}});
    }
  }

  std::uint32_t id_of(const std::string& name) const {
    return static_cast<std::uint32_t>(std::find(entities_.ids.begin(), entities_.ids.end(), name) - entities_.ids.begin());
  }

  void sentence(const JsonValue& row) {
    const auto found = trees_.find(row.find("text")->string);
    if (found == trees_.end()) return;
    ++sentences_;
    const auto& tree = found->second;
    SentenceMentions mentions;
    std::map<Edge, Annotated> gold;
    for (const auto& a : row.find("assertions")->elements) {
      const auto& cells = a.elements;
      for (const auto& [name, words] : {std::pair(0, 5), std::pair(2, 7)})
        if (id_of(cells[name].string) < entities_.ids.size()) mention(tree, cells[words].string, id_of(cells[name].string), mentions, true);
      gold[edge(cells[0].string, cells[1].string, cells[2].string)] = {cells[3].string,
                                                                       cells[5].string + " | " + cells[6].string + " | " + cells[7].string};
    }
    for (const auto& [alias, entity] : entities_.aliases) mention(tree, alias, entity, mentions, false);
    score(tree, mentions, gold);
  }

  Edge edge(std::string source, std::string relation, std::string target) const {
    const auto* type = schema_.find_relation(relation);
    if (type != nullptr && type->symmetric && target < source) std::swap(source, target);
    return {source, relation, target};
  }

  void score(const TreebankSentence& tree, const SentenceMentions& mentions, const std::map<Edge, Annotated>& gold) {
    std::set<Edge> seen;
    bool shown = false;
    const auto show = [&](const std::string& line) {
      if (!options_.errors) return;
      if (!shown) fmt::print("\n# {}\n", tree.text);
      shown = true;
      fmt::print("{}\n", line);
    };
    for (const auto& candidate : extractor_.extract(tree.sentence, tree.text, mentions)) {
      const auto e = edge(entities_.ids[mentions.entities[candidate.source][0].value], candidate.relation,
                          entities_.ids[mentions.entities[candidate.target][0].value]);
      if (!seen.insert(e).second) continue;
      const auto hit = gold.find(e);
      const bool right = hit != gold.end();
      for (auto* counts : {&all_, &by_relation_[candidate.relation]}) {
        ++counts->found;
        counts->right += right;
        counts->right_modality += right && hit->second.modality == name_of(candidate.modality);
      }
      auto& frame = by_frame_[candidate.by + " " + candidate.relation];
      ++frame.found;
      frame.right += right;
      if (right && hit->second.modality != name_of(candidate.modality))
        show(fmt::format("MOD {} {} {}: {} for {} ({})", std::get<0>(e), candidate.relation, std::get<2>(e), name_of(candidate.modality),
                         hit->second.modality, candidate.by));
      if (!right)
        show(fmt::format("FP  {} {} {} ({} {:.2f})", std::get<0>(e), candidate.relation, std::get<2>(e), candidate.by,
                         candidate.confidence));
    }
    for (const auto& [e, annotated] : gold) {
      ++all_.gold;
      ++by_relation_[std::get<1>(e)].gold;
      if (!seen.contains(e))
        show(fmt::format("FN  {} {} {} {}   [{}]", std::get<0>(e), std::get<1>(e), std::get<2>(e), annotated.modality, annotated.words));
    }
  }

  static std::string figures(const Counts& c) {
    const double p = c.found == 0 ? 0 : 1.0 * c.right / c.found;
    const double r = c.gold == 0 ? 0 : 1.0 * c.right / c.gold;
    return fmt::format("gold {:5} found {:5} right {:5}  P {:.3f} R {:.3f} F1 {:.3f}  modality {:.3f}", c.gold, c.found, c.right, p, r,
                       p + r == 0 ? 0 : 2 * p * r / (p + r), c.right == 0 ? 0 : 1.0 * c.right_modality / c.right);
  }

  void print() const {
    if (options_.frames)
      for (const auto& [name, c] : by_frame_) fmt::print("{:5} {:5} {:.2f} {}\n", c.found, c.right, 1.0 * c.right / c.found, name);
    for (const auto& [relation, c] : by_relation_) fmt::print("{:<18} {}\n", relation, figures(c));
    fmt::print("{:<18} {}\n{} sentences\n", "all", figures(all_), sentences_);
  }

  const Options& options_;
  Schema schema_;
  LexiconExtractor extractor_;
  std::map<std::string, TreebankSentence> trees_;
  Entities entities_;
  int sentences_ = 0;
  Counts all_;
  std::map<std::string, Counts> by_relation_, by_frame_;
};

}  // namespace

int main(int argc, char** argv) {
  Options options;
  bool annotated = false;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--errors") {
      options.errors = true;
    } else if (argument == "--frames") {
      options.frames = true;
    } else if (argument == "--") {
      annotated = true;
    } else {
      (annotated ? options.annotated : options.treebanks).push_back(argument);
    }
  }
  try {
    Bench(options).run();
  } catch (const Error& error) {
    fmt::print(stderr, "lexicon_gold_trees: {}\n", error.what());
    return 3;
  }
  return 0;
}
