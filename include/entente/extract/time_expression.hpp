// Dates in English text, resolved against the date of the document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/language/sentence.hpp"

namespace entente {

/// Words [first, last) of a sentence that name a day, month or year; `value` is its ISO 8601 form (YYYY, YYYY-MM, YYYY-MM-DD).
struct TimeExpression {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::string value;

  bool operator==(const TimeExpression&) const = default;
};

/// The time expressions of a sentence in order. Those that count from the day of writing ("yesterday", "last year", "in March",
/// "on Tuesday") are resolved against `document_date` (ISO 8601) and left out if it is too coarse or unknown.
std::vector<TimeExpression> find_time_expressions(const ParsedSentence& sentence, std::string_view text, std::string_view document_date);

}  // namespace entente
