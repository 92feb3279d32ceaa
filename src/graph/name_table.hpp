// Positions by name, for millions of look-ups: names and slots lie dense, so that the table stays in the processor's cache.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/hash.hpp"
#include "entente/base/memory.hpp"

namespace entente {

/// Maps names to the order in which they were added, 0, 1, 2, … Names hold no quotation mark.
class NameTable {
 public:
  /// Adds a name that the table lacks.
  void add(std::string_view name) {
    if (2 * (begins_.size() + 1) > slots_.size()) grow();
    begins_.push_back(text_.size());
    if (text_.capacity() - text_.size() <= name.size()) reserve_many(text_, 2 * text_.capacity() + name.size() + 1);
    text_.insert(text_.end(), name.begin(), name.end());
    text_.push_back(end_of_name);
    place(hash64(name), static_cast<std::uint32_t>(begins_.size() - 1));
  }

  bool find(std::string_view name, std::uint32_t& position) const {
    if (slots_.empty()) return false;
    const auto hash = hash64(name);
    for (auto at = hash & mask();; at = (at + 1) & mask()) {
      const auto& slot = slots_[at];
      if (slot.position == none) return false;
      if (slot.tag != tag(hash) || !is_at(slot.begin, name)) continue;
      position = slot.position;
      return true;
    }
  }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;
  static constexpr char end_of_name = '"';
  struct Slot {
    std::uint64_t begin = 0;  // of the name in `text_`
    std::uint32_t tag = 0;
    std::uint32_t position = none;
  };

  static std::uint32_t tag(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }
  std::uint64_t mask() const { return slots_.size() - 1; }
  bool is_at(std::uint64_t begin, std::string_view name) const {
    return text_.size() - begin > name.size() && text_[begin + name.size()] == end_of_name &&
           std::memcmp(text_.data() + begin, name.data(), name.size()) == 0;
  }
  void place(std::uint64_t hash, std::uint32_t position) {
    auto at = hash & mask();
    while (slots_[at].position != none) at = (at + 1) & mask();
    slots_[at] = {begins_[position], tag(hash), position};
  }
  void grow() {
    const auto size = slots_.empty() ? 64 : 2 * slots_.size();
    slots_ = {};
    reserve_many(slots_, size);
    slots_.resize(size);
    for (std::uint32_t i = 0; i < begins_.size(); ++i) {
      const auto end = i + 1 < begins_.size() ? begins_[i + 1] : text_.size();
      place(hash64({text_.data() + begins_[i], end - begins_[i] - 1}), i);
    }
  }

  std::vector<char> text_;             // all names, each with a quotation mark behind it
  std::vector<std::uint64_t> begins_;  // of each in `text_`
  std::vector<Slot> slots_;            // open addressing, a power of two, at most half full
};

}  // namespace entente
