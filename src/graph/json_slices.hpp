// Where the values of a large JSON text begin and end, so that they can be parsed one by one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A value of a text, and the number of the line it begins on.
struct JsonSlice {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t line = 1;

  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// A JSON-LD text of the form {"@context":…,"@graph":[…]}.
struct GraphSlices {
  JsonSlice context;
  std::vector<JsonSlice> nodes;
};

/// Splits `text`, which need be well formed only as far as quotes and brackets go; `file` is the name for messages.
///
/// Throws `InputError` with place and caret.
GraphSlices slice_graph(std::string_view text, const std::string& file);

/// A message with the place of byte `offset`, its line and a caret.
std::string message_at(std::string_view text, const std::string& file, std::size_t offset, std::string_view what);

}  // namespace entente
