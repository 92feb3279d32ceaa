// Any bytes either are merge rules or give an error.
#include <cstdint>
#include <string_view>

#include "entente/base/error.hpp"
#include "entente/graph/merge_rules.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    (void)entente::parse_merge_rules({reinterpret_cast<const char*>(data), size}, "fuzz");
  } catch (const entente::Error&) {
  }
  return 0;
}
