// Comparing names as people do: without regard to case, diacritics and the kind of dash or space.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// `name` for comparison: compatibility-decomposed, without marks, case-folded; dashes, underscores and runs of white space
/// become one space, other ends are trimmed. "Türkiye" and "turkiye", "Aegis–Ashore" and "aegis ashore" fold alike.
std::string fold(std::string_view name);

/// How many insertions, deletions and replacements of bytes lead from `a` to `b`.
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace entente
