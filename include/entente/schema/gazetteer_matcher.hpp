// Finds the names of the gazetteer in a text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "entente/base/span.hpp"
#include "entente/schema/schema.hpp"

namespace entente {

/// By which kind of name a text names an entry.
enum class NameKind : std::uint8_t { name, metonym, demonym };

/// One thing that a name may stand for.
struct Reading {
  std::uint32_t entry = 0;  ///< index into `Schema::gazetteer`
  NameKind kind = NameKind::name;
  double weight = 1;

  auto operator<=>(const Reading&) const = default;
};

/// A stretch of words that is a name; `readings` are not empty, the most usual first.
struct GazetteerMatch {
  std::uint32_t first_word = 0;
  std::uint32_t last_word = 0;  ///< one past the end
  std::vector<Reading> readings;

  bool operator==(const GazetteerMatch&) const = default;
};

/// All names of a schema's gazetteer, hashed. Immutable after construction; usable from many threads.
///
/// Names match as written: case counts, kinds of dash, apostrophe and white space do not. Words in capitals also match names in
/// normal case ("RUSSIA", "Vladimir PUTIN"). Of overlapping names the longest counts, then the first.
class GazetteerMatcher {
 public:
  explicit GazetteerMatcher(const Schema& schema);

  /// The names among `words`, which are spans of `text` in order, from left to right without overlap.
  std::vector<GazetteerMatch> match(std::string_view text, std::span<const Span> words) const;

  /// The readings of one name, most usual first; empty if it is none.
  std::vector<Reading> find(std::string_view name) const;

 private:
  void add(std::string_view name, Reading reading);

  std::unordered_map<std::string, std::vector<Reading>> names_;
  std::unordered_set<std::string> starts_;  // first alphanumeric runs of all names
  std::size_t longest_ = 0;                 // bytes
};

/// The reading that the words around speak for: the one with most `context` words among `nearby` (any order), else the most usual.
const Reading& choose_reading(const Schema& schema, const GazetteerMatch& match, const std::unordered_set<std::string>& nearby);

}  // namespace entente
