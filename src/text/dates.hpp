// Dates as documents write them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// A date found in a text: ISO 8601 (YYYY-MM-DD or YYYY-MM) and the bytes it was written in.
struct FoundDate {
  std::string iso;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The first date with a year in `text`: 2018-01-24T10:00Z, 24 January 2018, Jan. 24th, 2018, January 2018, 24.01.2018, D:20180124.
std::optional<FoundDate> find_date(std::string_view text);

}  // namespace entente
