#include "query/tck/create_reader.hpp"

#include <map>
#include <string>

#include "entente/query/cypher.hpp"
#include "query/cypher/parser.hpp"

namespace entente::tck {

namespace {

using namespace cypher;

class Creator {
 public:
  Creator(MemoryGraph& graph, std::string_view text) : graph_(graph), text_(text), parser_(text) {}

  void run() {
    while (!parser_.at_end()) {
      parser_.expect_keyword("CREATE");
      for (const auto& pattern : parser_.patterns()) add(pattern);
      parser_.take_symbol(";");
    }
  }

 private:
  ValueMap properties(const std::vector<Expression>& map) {
    if (map.empty()) return {};
    const auto value = parse_value(text_.substr(map[0].begin, map[0].end - map[0].begin));
    return *value.as<ValueMap>();
  }

  std::uint32_t node(const NodePattern& pattern) {
    if (!pattern.name.empty() && nodes_.count(pattern.name)) return nodes_[pattern.name];
    std::vector<std::string> labels;
    for (const auto& group : pattern.labels) labels.push_back(group[0]);
    const auto id = graph_.add_node(labels, properties(pattern.properties));
    if (!pattern.name.empty()) nodes_[pattern.name] = id;
    return id;
  }

  void add(const PathPattern& pattern) {
    auto left = node(pattern.nodes[0]);
    for (std::size_t i = 0; i < pattern.relationships.size(); ++i) {
      const auto& relationship = pattern.relationships[i];
      const auto right = node(pattern.nodes[i + 1]);
      const bool back = relationship.direction == Direction::left;
      graph_.add_relationship(back ? right : left, relationship.types.at(0), back ? left : right, properties(relationship.properties));
      left = right;
    }
  }

  MemoryGraph& graph_;
  std::string_view text_;
  Parser parser_;
  std::map<std::string, std::uint32_t> nodes_;
};

}  // namespace

void create(MemoryGraph& graph, std::string_view text) { Creator(graph, text).run(); }

}  // namespace entente::tck
