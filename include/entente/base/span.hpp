// A half-open range of byte offsets.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace entente {

/// Half-open byte range [begin, end) of a document's clean text; outside of the program, offsets are Unicode code points.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(const Span& other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
  auto operator<=>(const Span&) const = default;
};

}  // namespace entente
