#include "entente/graph/iri.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "entente/base/error.hpp"
#include "graph/json_ld_terms.hpp"

namespace entente {

namespace {

bool is_unreserved(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '~' || c == '-';
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = c < '0' || c > '9' ? -10000 : value * 10 + (c - '0');
  return value;
}

}  // namespace

std::string encode_segment(std::string_view text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  const bool dots = text == "." || text == "..";  // these two mean a folder in a path
  std::string segment;
  for (const char c : text) {
    if (is_unreserved(c) && !dots) {
      segment += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      ((segment += '%') += digits[byte >> 4]) += digits[byte & 15];
    }
  }
  return segment;
}

std::string decode_segment(std::string_view segment) {
  std::string text;
  for (std::size_t i = 0; i < segment.size(); ++i) {
    const int high = segment[i] == '%' && i + 2 < segment.size() ? hex_digit(segment[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_digit(segment[i + 2]);
    if (low >= 0) {
      text += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      text += segment[i];
    }
  }
  return text;
}

void check_base(std::string_view base) {
  const auto colon = base.find(':');
  const bool scheme = colon != std::string_view::npos && colon > 1 &&
                      std::all_of(base.begin(), base.begin() + static_cast<std::ptrdiff_t>(colon),
                                  [](char c) { return is_unreserved(c) && c != '_' && c != '~'; });
  const bool clean = std::none_of(base.begin(), base.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == 0x7F || std::string_view("<>\"{}|\\^`").find(c) != std::string_view::npos;
  });
  if (!scheme || !clean || (!base.ends_with('/') && !base.ends_with('#')))
    throw UsageError(fmt::format("'{}' is no base IRI: expected an absolute one that ends in / or #, such as {}", base, default_base));
}

std::string type_term(std::string_view type) {
  const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  const bool plain = !type.empty() && letter(type.front()) &&
                     std::all_of(type.begin(), type.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_'; });
  return plain && !is_reserved_term(type) ? std::string(type) : "node:" + encode_segment(type);
}

std::string type_of_term(std::string_view term) { return term.starts_with("node:") ? decode_segment(term.substr(5)) : std::string(term); }

bool is_calendar_day(std::string_view date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return false;
  const int year = number(date.substr(0, 4)), month = number(date.substr(5, 2)), day = number(date.substr(8, 2));
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

}  // namespace entente
