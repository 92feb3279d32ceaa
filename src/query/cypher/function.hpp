// The functions of the query language.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "entente/query/property_graph.hpp"

namespace entente::cypher {

/// What the syntax alone tells about an expression's value.
enum class StaticType : std::uint8_t { any, null, boolean, integer, real, string, list, map, node, relationship, path };

/// What calls a function: for errors and for looking into nodes.
struct CallSite {
  const PropertyGraph& graph;
  std::string_view query;
  std::size_t offset;
};

/// One function. `accepts` lists the static types of the first argument (empty: any).
struct Function {
  std::string_view name;  ///< lower case
  std::size_t least_arguments;
  std::size_t most_arguments;
  std::vector<StaticType> accepts;
  StaticType result;
  Value (*apply)(const CallSite& site, const std::vector<Value>& arguments);
};

/// The function of this name, whatever its case; nullptr if there is none.
const Function* find_function(std::string_view name);

/// Names of all functions and aggregates in order, for suggestions and completion.
std::vector<std::string> function_names();

/// Throws a `QueryError` that is a TypeError: `wanted` was expected, `found` is something else.
[[noreturn]] void fail_type(const CallSite& site, std::string_view wanted, const Value& found);

}  // namespace entente::cypher
