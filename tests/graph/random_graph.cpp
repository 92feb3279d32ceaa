#include "graph/random_graph.hpp"

#include <random>

namespace entente::test {

namespace {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(engine_() % n); }
  bool one_in(std::uint32_t n) { return below(n) == 0; }
  template <class T>
  const T& any(const std::vector<T>& list) {
    return list[below(static_cast<std::uint32_t>(list.size()))];
  }

 private:
  std::mt19937_64 engine_;
};

const std::vector<LocalEntity>& cast() {
  static const std::vector<LocalEntity> entities = {
      {"Russia", "State", "russia", "Q159", {"Kremlin", "Moscow"}},
      {"Russia", "State", "russia", "Q159", {"Russian Federation"}},
      {"Russia", "State", "", "", {}},
      {"Georgia", "State", "georgia", "Q230", {"Tbilisi"}},
      {"Georgia", "Territory", "georgia-us", "Q1428", {"Peach State"}},
      {"Georgia", "Territory", "", "", {}},
      {"Sergei Lavrov", "Person", "", "", {"Lavrov"}},
      {"Sergey Lavrov", "Person", "", "", {}},
      {"Lavrov", "Person", "", "", {}},
      {"S. Lavrov", "Person", "", "", {}},
      {"Ivan Petrov", "Person", "", "", {}},
      {"Oleg Petrov", "Person", "", "", {}},
      {"Petrov", "Person", "", "", {}},
      {"Northern Trade Council", "Organization", "", "", {"NTC"}},
      {"NTC", "Organization", "", "", {}},
      {"the Northern Trade Council", "Group", "", "", {}},
      {"Foreign Ministry", "Organization", "", "", {"ministry"}},
      {"nuclear programme", "Programme", "", "", {}},
      {"nuclear programmes", "Programme", "", "", {}},
      {"Paris", "Territory", "", "", {}},
      {"Paris", "Agreement", "", "", {}},
      {"Türkiye", "State", "turkiye", "Q43", {"Ankara", "Turkey"}},
      {"Turkiye", "State", "", "", {}},
      {"Лавров", "Person", "", "", {}},
      {"北京", "Territory", "", "Q956", {}},
  };
  return entities;
}

std::string text(Dice& dice, const RandomOptions& options, const std::string& plain) {
  return options.hostile && dice.one_in(4) ? dice.any(hostile_strings()) : plain;
}

LocalEntity entity(Dice& dice, const RandomOptions& options) {
  auto entity = dice.any(cast());
  if (dice.one_in(6)) entity.label = text(dice, options, "Actor " + std::to_string(dice.below(20)));
  if (dice.one_in(4)) entity.aliases.push_back(text(dice, options, "alias " + std::to_string(dice.below(5))));
  if (options.hostile && dice.one_in(12)) entity.type = dice.any(hostile_strings());
  return entity;
}

Span span(Dice& dice) {
  const auto begin = dice.below(5000);
  return dice.one_in(5) ? Span{} : Span{begin, begin + dice.below(200)};
}

Assertion assertion(Dice& dice, const RandomOptions& options, std::uint32_t entities) {
  static const std::vector<std::string> times = {"", "", "2019", "2019-02-01", "2018-11/2019-01-15", "-0044-03-15"};
  Assertion a;
  a.source = {dice.below(entities)};
  a.target = {dice.below(entities)};
  a.relation = dice.any(random_relations()).name;
  a.modality = static_cast<Modality>(dice.below(3));
  if (dice.one_in(3)) a.attributed_to = {dice.below(entities)};
  a.time = dice.any(times);
  a.sentence = span(dice);
  a.source_mention = span(dice);
  a.target_mention = span(dice);
  a.trigger = span(dice);
  a.sentence_text = text(dice, options, "They said no to it, again.");
  a.source_text = text(dice, options, "They");
  a.target_text = text(dice, options, "it");
  a.trigger_text = text(dice, options, "said no");
  a.confidence = dice.one_in(5) ? dice.below(2) : dice.below(1000003) / 1000003.0;
  a.by = text(dice, options, "syntax:refuse/nsubj-obj");
  return a;
}

DocumentGraph document(Dice& dice, const RandomOptions& options, std::uint32_t number) {
  static const std::vector<std::string> dates = {"", "2020-02-29", "2021-02-29", "2017", "2016-05-04", "next year"};
  DocumentGraph graph;
  graph.document.id = "d" + std::to_string(number) + (options.hostile && dice.one_in(4) ? dice.any(hostile_strings()) : "");
  graph.document.title = text(dice, options, "Talks stall");
  graph.document.author = text(dice, options, "A. Writer");
  graph.document.date = dice.any(dates);
  graph.document.url = text(dice, options, "https://example.org/a?b=1&c=2");
  graph.document.language = "en";
  graph.document.sha256 = std::to_string(dice.below(1000000));
  graph.document.sentences = dice.below(100);
  const auto entities = dice.below(options.entities + 1);
  for (std::uint32_t i = 0; i < entities; ++i) graph.entities.push_back(entity(dice, options));
  const auto assertions = entities == 0 ? 0 : dice.below(options.assertions + 1);
  for (std::uint32_t i = 0; i < assertions; ++i) graph.assertions.push_back(assertion(dice, options, entities));
  return graph;
}

}  // namespace

const std::vector<std::string>& hostile_strings() {
  using namespace std::string_literals;
  static const std::vector<std::string> strings = {"\"",
                                                   "\\",
                                                   "ends in \\",
                                                   "a\nb\r\nc\td",
                                                   "</script><script>alert(1)</script>",
                                                   "]]>",
                                                   "-.",
                                                   "..",
                                                   "//evil/x",
                                                   "a b%20c?d#e",
                                                   "=1+1",
                                                   "nul\0inside"s,
                                                   "\x01\x1F\x7F",
                                                   "\u2028\u2029\u0085",
                                                   "\uFEFFmark",
                                                   "\u202Eright to left",
                                                   "\U0001F600\U0001F9D1\u200D\U0001F680",
                                                   "\\u0060",
                                                   "`; MATCH (n) DELETE n",
                                                   "node:Edge",
                                                   "Edge",
                                                   "name",
                                                   "null",
                                                   "   ",
                                                   "",
                                                   "{\"@id\":\"x\"}",
                                                   std::string(3000, 'x'),
                                                   "Ünïcödé Ñame",
                                                   "bytes \xC3\x28 \xED\xA0\x80 \xFF that are no text"};
  return strings;
}

std::vector<RelationInfo> random_relations() {
  return {{"allied_with", "cooperation", "is allied with", "", true}, {"consults_with", "cooperation", "consults with", "CONSULT", true},
          {"opposes", "conflict", "is opposed by", "REJECT", false},  {"part_of", "structure", "has as part", "", false},
          {"possesses", "capability", "belongs to", "", false},       {"say \"hi\" to", "odd", "", "", false}};
}

std::vector<DocumentGraph> random_documents(std::uint64_t seed, const RandomOptions& options) {
  Dice dice(seed);
  std::vector<DocumentGraph> documents;
  for (std::uint32_t i = 0; i < options.documents; ++i) documents.push_back(document(dice, options, i));
  return documents;
}

KnowledgeGraph random_graph(std::uint64_t seed, const RandomOptions& options) {
  Diagnostics diagnostics;
  return merge(random_documents(seed, options), random_relations(), diagnostics);
}

}  // namespace entente::test
