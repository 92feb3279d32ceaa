// Any bytes either are a graph, which then survives writing and reading, or give an error; both readers agree about it.
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "entente/base/error.hpp"
#include "entente/graph/json_ld.hpp"
#include "graph/json_ld_reader.hpp"

namespace {

std::optional<entente::KnowledgeGraph> read(std::string_view text) {
  try {
    return entente::parse_any_layout(text, "fuzz", entente::ReadDetail::all).graph;
  } catch (const entente::Error&) {
    return std::nullopt;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto graph = read(text);
  const auto fast = entente::parse_own_layout(text, entente::ReadDetail::all);
  (void)entente::parse_own_layout(text, entente::ReadDetail::without_evidence_text);
  if (graph) {
    const auto again = read(entente::to_json_ld(*graph));
    if (!again || !(*again == *graph)) std::abort();
  }
  if (fast && graph && !(fast->graph == *graph)) std::abort();
  return 0;
}
