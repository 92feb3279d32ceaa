// Positions by name, for millions of look-ups: names and slots lie dense, so that the table stays in the processor's cache.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/hash.hpp"

namespace entente {

/// Maps names to the order in which they were added, 0, 1, 2, …
class NameTable {
 public:
  /// Adds a name that the table lacks.
  void add(std::string_view name) {
    if (2 * (size() + 1) > slots_.size()) grow();
    text_ += name;
    ends_.push_back(text_.size());
    place(hash64(name), static_cast<std::uint32_t>(size() - 1));
  }

  bool find(std::string_view name, std::uint32_t& position) const {
    if (slots_.empty()) return false;
    const auto hash = hash64(name);
    for (auto at = hash & mask();; at = (at + 1) & mask()) {
      const auto& slot = slots_[at];
      if (slot.position == none) return false;
      if (slot.tag != tag(hash) || this->name(slot.position) != name) continue;
      position = slot.position;
      return true;
    }
  }

  std::size_t size() const { return ends_.size(); }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t position = none;
  };

  static std::uint32_t tag(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }
  std::uint64_t mask() const { return slots_.size() - 1; }
  std::string_view name(std::uint32_t position) const {
    const auto begin = position == 0 ? 0 : ends_[position - 1];
    return std::string_view(text_).substr(begin, ends_[position] - begin);
  }
  void place(std::uint64_t hash, std::uint32_t position) {
    auto at = hash & mask();
    while (slots_[at].position != none) at = (at + 1) & mask();
    slots_[at] = {tag(hash), position};
  }
  void grow() {
    slots_.assign(slots_.empty() ? 64 : 2 * slots_.size(), {});
    for (std::uint32_t i = 0; i < size(); ++i) place(hash64(name(i)), i);
  }

  std::string text_;                 // all names, one after the other
  std::vector<std::uint64_t> ends_;  // of each in `text_`
  std::vector<Slot> slots_;          // open addressing, a power of two, at most half full
};

}  // namespace entente
