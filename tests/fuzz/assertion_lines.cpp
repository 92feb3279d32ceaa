// Any bytes either are assertion lines, which then survive writing and reading, or give an error.
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string_view>

#include "entente/base/error.hpp"
#include "entente/graph/assertion_lines.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    const auto documents = entente::parse_assertion_lines(text, "fuzz", {});
    std::ostringstream lines;
    entente::write_assertion_lines(documents, lines);
    if (entente::parse_assertion_lines(lines.str(), "fuzz", {}) != documents) std::abort();
  } catch (const entente::Error&) {
  }
  return 0;
}
