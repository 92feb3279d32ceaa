#include "text/dates.hpp"

#include <fmt/format.h>

#include <array>

#include "entente/base/unicode.hpp"

namespace entente {

namespace {

using namespace std::string_view_literals;

constexpr std::array kMonths = {"january"sv, "february"sv, "march"sv,     "april"sv,   "may"sv,      "june"sv,
                                "july"sv,    "august"sv,   "september"sv, "october"sv, "november"sv, "december"sv};

/// Reads along a text; every function moves on only if it finds what it looks for.
class DateScanner {
 public:
  DateScanner(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t position() const { return at_; }

  /// A number of `least` to `most` digits, -1 if there is none.
  int number(std::size_t least, std::size_t most) {
    std::size_t i = at_;
    int value = 0;
    while (i < text_.size() && i < at_ + most && text_[i] >= '0' && text_[i] <= '9') value = value * 10 + (text_[i++] - '0');
    if (i - at_ < least || (i < text_.size() && text_[i] >= '0' && text_[i] <= '9' && most < 8 && least != 2)) return -1;
    at_ = i;
    return value;
  }

  bool any_of(std::string_view characters) {
    if (at_ >= text_.size() || characters.find(text_[at_]) == std::string_view::npos) return false;
    ++at_;
    return true;
  }

  void skip(std::string_view characters) {
    while (any_of(characters)) {
    }
  }

  /// The month, 1 to 12, whose name or its first three letters stand here; 0 if none do.
  int month() {
    std::size_t end = at_;
    while (end < text_.size() && is_letter(static_cast<unsigned char>(text_[end])) && end - at_ < 10) ++end;
    const auto name = lower(text_.substr(at_, end - at_));
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
      const bool whole = name == kMonths[i];
      const bool cut = (name.size() == 3 || name == "sept") && kMonths[i].starts_with(name);
      if (!whole && !cut) continue;
      at_ = end;
      if (!whole) any_of(".");
      return static_cast<int>(i) + 1;
    }
    return 0;
  }

  void ordinal() {
    for (const auto ending : {"st"sv, "nd"sv, "rd"sv, "th"sv})
      if (text_.substr(at_, 2) == ending) {
        at_ += 2;
        return;
      }
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

std::string iso(int year, int month, int day) {
  if (year < 1500 || year > 2200 || month < 1 || month > 12 || day > 31) return {};
  return day < 1 ? fmt::format("{:04}-{:02}", year, month) : fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

/// 2018-01-24, 2018/01/24, D:20180124.
std::string year_first(DateScanner& scan) {
  if (scan.any_of("D")) {
    if (!scan.any_of(":")) return {};
    const int packed = scan.number(8, 8);
    return packed < 0 ? std::string() : iso(packed / 10000, packed / 100 % 100, packed % 100);
  }
  const int year = scan.number(4, 4);
  if (year < 0 || !scan.any_of("-/.")) return {};
  const int month = scan.number(1, 2);
  if (month < 0 || !scan.any_of("-/.")) return {};
  const int day = scan.number(1, 2);
  return day < 1 ? std::string() : iso(year, month, day);
}

/// 24 January 2018, 24.01.2018.
std::string day_first(DateScanner& scan) {
  const int day = scan.number(1, 2);
  if (day < 1) return {};
  if (scan.any_of(".")) {
    const int month = scan.number(1, 2);
    if (month > 0 && scan.any_of(".")) {
      const int year = scan.number(4, 4);
      return year < 0 ? std::string() : iso(year, month, day);
    }
  }
  scan.ordinal();
  scan.skip(" -");
  if (const auto of = scan; scan.any_of("o")) {
    if (!scan.any_of("f")) scan = of;
    scan.skip(" ");
  }
  const int month = scan.month();
  if (month == 0) return {};
  scan.skip(" ,-");
  const int year = scan.number(4, 4);
  return year < 0 ? std::string() : iso(year, month, day);
}

/// January 24, 2018, and January 2018.
std::string month_first(DateScanner& scan) {
  const int month = scan.month();
  if (month == 0 || !scan.any_of(" ")) return {};
  scan.skip(" ");
  auto year_only = scan;
  if (const int year = year_only.number(4, 4); year > 0) {
    scan = year_only;
    return iso(year, month, 0);
  }
  const int day = scan.number(1, 2);
  if (day < 1) return {};
  scan.ordinal();
  scan.skip(" ,");
  const int year = scan.number(4, 4);
  return year < 0 ? std::string() : iso(year, month, day);
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && is_alphanumeric(static_cast<unsigned char>(text[at - 1]))) continue;
    for (auto* read : {year_first, day_first, month_first}) {
      DateScanner scan(text, at);
      auto found = read(scan);
      if (!found.empty()) return FoundDate{std::move(found), at, scan.position()};
    }
  }
  return std::nullopt;
}

}  // namespace entente
