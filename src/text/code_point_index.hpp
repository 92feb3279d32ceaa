// From byte offsets to code point offsets of one text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

/// Answers in constant time how many code points lie before a byte.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  std::uint32_t at(std::size_t byte) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> counts_;  ///< code points before every 512th byte
};

}  // namespace entente
