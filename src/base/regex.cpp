#include "entente/base/regex.hpp"

#include <fmt/format.h>
#include <unicode/regex.h>

#include "entente/base/error.hpp"

namespace entente {

struct Regex::Program {
  std::unique_ptr<icu::RegexPattern> pattern;
};

namespace {

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

/// Steps of the matcher, each some microseconds, before it gives up.
constexpr std::int32_t step_limit = 1000;

}  // namespace

Regex::Regex(std::string_view pattern) : program_(std::make_unique<Program>()) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  program_->pattern.reset(icu::RegexPattern::compile(unicode(pattern), 0, where, status));
  if (U_FAILURE(status))
    throw UsageError(fmt::format("'{}' is no regular expression: {} at character {}", pattern, u_errorName(status), where.offset));
}

Regex::~Regex() = default;
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;

bool Regex::matches(std::string_view text) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto subject = unicode(text);
  const std::unique_ptr<icu::RegexMatcher> matcher(program_->pattern->matcher(subject, status));
  if (U_SUCCESS(status)) matcher->setTimeLimit(step_limit, status);
  const bool found = U_SUCCESS(status) && matcher->matches(status);
  if (U_FAILURE(status)) throw UsageError(fmt::format("the regular expression takes too long or too much memory: {}", u_errorName(status)));
  return found;
}

}  // namespace entente
