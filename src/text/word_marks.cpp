#include "text/word_marks.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "entente/base/unicode.hpp"

namespace entente {

namespace {

using namespace std::string_view_literals;

constexpr auto npos = std::string_view::npos;

bool word_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto c = code_point_at(text, at);
  return is_alphanumeric(c) || c == '_';
}

bool word_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  const auto c = code_point_before(text, at);
  return is_alphanumeric(c) || c == '_';
}

bool one_of(char c, std::string_view set) { return set.find(c) != npos; }

std::size_t skip(std::string_view text, std::size_t at, std::string_view set) {
  const auto end = text.find_first_not_of(set, at);
  return end == npos ? text.size() : end;
}

constexpr auto kDigits = "0123456789"sv;

/// The end of digit groups of the given sizes joined by hyphens, if no word or hyphen follows.
std::size_t groups_end(std::string_view text, std::size_t at, std::initializer_list<std::size_t> sizes) {
  auto i = at;
  for (const auto size : sizes) {
    if (i != at) {
      if (i >= text.size() || text[i] != '-') return at;
      ++i;
    }
    if (skip(text, i, kDigits) != i + size) return at;
    i += size;
  }
  return word_at(text, i) || (i < text.size() && text[i] == '-') ? at : i;
}

}  // namespace

std::size_t smiley_end(std::string_view text, std::size_t at) {
  if (word_before(text, at)) return at;
  for (const auto face : {"^_^"sv, "<3"sv, "(:"sv, "(-:"sv, ":'("sv, ":'-("sv})
    if (text.substr(at).starts_with(face) && !word_at(text, at + face.size())) return at + face.size();
  if (!one_of(text[at], ":;=")) return at;
  auto i = at + 1;
  if (i < text.size() && text[i] == '-') ++i;
  if (i >= text.size() || !one_of(text[i], ")(DPpOo")) return at;
  const auto end = one_of(text[i], ")(") ? skip(text, i, text.substr(i, 1)) : i + 1;
  return word_at(text, end) ? at : end;
}

std::size_t run_end(std::string_view text, std::size_t at) {
  const char c = text[at];
  const auto quote = text.substr(at, 3);
  if ((quote == "\u2019" || quote == "\u2018") && text.substr(at + 3, 3) == "\u2019" && (text.substr(at + 6, 3) != "\u2019")) return at + 6;
  if (c == '\'' || c == '`') {
    const auto end = skip(text, at, text.substr(at, 1));
    return end - at == 2 ? end : at;
  }
  if (one_of(c, "*_")) return skip(text, at, text.substr(at, 1));
  if (one_of(c, ".!?")) {
    const auto end = skip(text, at, ".!?");
    return end - at >= 2 ? end : at;
  }
  if (!one_of(c, "-=~#<>$+/\\^|")) return at;
  const auto end = skip(text, at, text.substr(at, 1));
  return end - at >= 2 ? end : at;
}

std::size_t number_before_unit(std::string_view text, std::size_t at) {
  auto i = skip(text, at, kDigits);
  if (i == at || i - at > 12) return at;
  while (i + 1 < text.size() && i < at + 24 && one_of(text[i], ".,:") && one_of(text[i + 1], kDigits)) i = skip(text, i + 1, kDigits);
  static constexpr std::array kUnits = {"am"sv, "pm"sv, "AM"sv, "PM"sv, "k"sv,   "K"sv,  "m"sv,  "M"sv,   "bn"sv,  "mm"sv,
                                        "cm"sv, "km"sv, "kg"sv, "lb"sv, "lbs"sv, "ft"sv, "gb"sv, "hrs"sv, "mph"sv, "mins"sv};
  auto end = i;
  while (end < text.size() && end < i + 5 && word_at(text, end)) ++end;
  return std::find(kUnits.begin(), kUnits.end(), text.substr(i, end - i)) != kUnits.end() ? i : at;
}

std::size_t grouped_digits_end(std::string_view text, std::size_t at) {
  if (word_before(text, at)) return at;
  if (text[at] == '+') {
    const auto end = skip(text, at + 1, kDigits);
    return end > at + 1 && end < at + 4 && !word_at(text, end) && (at == 0 || text[at - 1] == ' ') ? end : at;
  }
  if (at > 0 && text[at - 1] == '-') return at;
  for (const auto& sizes :
       {std::initializer_list<std::size_t>{1, 3, 3, 4}, {3, 3, 4}, {3, 4}, {1, 4}, {2, 2, 4}, {1, 2, 4}, {1, 1, 4}, {2, 1, 4}})
    if (const auto end = groups_end(text, at, sizes); end != at) return end;
  const auto digits = skip(text, at, kDigits);
  if ((digits == at + 2 || digits == at + 4) && digits > at && text[digits - 1] == '0') {
    for (const auto ending : {"'s"sv, "\u2019s"sv})
      if (text.substr(digits).starts_with(ending) && !word_at(text, digits + ending.size())) return digits + ending.size();
  }
  return at;
}

std::size_t shortened_end(std::string_view text, std::size_t at) {
  if (word_before(text, at)) return at;
  for (const auto word : {"b/c"sv, "w/o"sv, "w/"sv})
    if (lower(text.substr(at, word.size())) == word && !word_at(text, at + word.size())) return at + word.size();
  auto i = at;
  while (i < text.size() && i < at + 4 && is_letter(code_point_at(text, i)) && static_cast<unsigned char>(text[i]) < 0x80) ++i;
  if (i > at && i <= at + 3 && text.substr(i).starts_with("- ")) return i + 1;
  for (const auto mark : {"'"sv, "\u2019"sv}) {
    const auto rest = text.substr(at);
    if (!rest.starts_with(mark) || rest.size() < mark.size() + 3) continue;
    const auto digits = rest.substr(mark.size());
    if (one_of(digits[0], kDigits) && digits.substr(1, 2) == "0s" && !word_at(text, at + mark.size() + 3)) return at + mark.size() + 3;
  }
  return at;
}

}  // namespace entente
