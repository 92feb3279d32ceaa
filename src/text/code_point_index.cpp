#include "text/code_point_index.hpp"

#include <algorithm>

#include "entente/base/unicode.hpp"

namespace entente {

namespace {
constexpr std::size_t kStep = 512;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  std::uint32_t count = 0;
  for (std::size_t at = 0; at <= text.size(); at += kStep) {
    counts_.push_back(count);
    count += static_cast<std::uint32_t>(count_code_points(text.substr(at, kStep)));
  }
}

std::uint32_t CodePointIndex::at(std::size_t byte) const {
  byte = std::min(byte, text_.size());
  const auto step = byte / kStep;
  return counts_[step] + static_cast<std::uint32_t>(count_code_points(text_.substr(step * kStep, byte - step * kStep)));
}

}  // namespace entente
