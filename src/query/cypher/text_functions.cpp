#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "entente/base/fold.hpp"
#include "entente/query/query_error.hpp"
#include "query/cypher/ast.hpp"
#include "query/cypher/function_tables.hpp"

namespace entente::cypher {

namespace {

using T = StaticType;
using Arguments = std::vector<Value>;

const std::string& text_of(const CallSite& site, const Value& value) {
  if (const auto* text = value.as<std::string>()) return *text;
  fail_type(site, "a string", value);
}

std::int64_t count_of(const CallSite& site, const Value& value) {
  if (const auto* number = value.as<std::int64_t>(); number && *number >= 0) return *number;
  if (value.as<std::int64_t>())
    throw QueryError(site.query, site.offset, "ArgumentError", "NegativeIntegerArgument", "expected no negative number");
  fail_type(site, "an integer", value);
}

bool any_null(const Arguments& a) {
  return std::any_of(a.begin(), a.end(), [](const Value& value) { return value.is_null(); });
}

/// Byte offset of the code point number `index`, at most the size.
std::size_t offset_of(const std::string& text, std::int64_t index) {
  std::size_t at = 0;
  for (; at < text.size() && index > 0; --index)
    for (++at; at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;) ++at;
  return at;
}

std::int64_t characters(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

Value to_lower(const CallSite& site, const Arguments& a) { return any_null(a) ? Value() : Value(lower(text_of(site, a[0]))); }

Value to_upper(const CallSite& site, const Arguments& a) {
  if (any_null(a)) return {};
  auto text = text_of(site, a[0]);
  for (auto& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

Value fold_name(const CallSite& site, const Arguments& a) { return any_null(a) ? Value() : Value(fold(text_of(site, a[0]))); }

std::string trimmed(const std::string& text, bool front, bool back) {
  constexpr const char* space = " \t\n\r\f\v";
  const auto begin = front ? text.find_first_not_of(space) : 0;
  if (begin == std::string::npos) return "";
  const auto end = back ? text.find_last_not_of(space) : text.size() - 1;
  return end == std::string::npos ? "" : text.substr(begin, end - begin + 1);
}

Value trim(const CallSite& site, const Arguments& a) { return any_null(a) ? Value() : Value(trimmed(text_of(site, a[0]), true, true)); }
Value ltrim(const CallSite& site, const Arguments& a) { return any_null(a) ? Value() : Value(trimmed(text_of(site, a[0]), true, false)); }
Value rtrim(const CallSite& site, const Arguments& a) { return any_null(a) ? Value() : Value(trimmed(text_of(site, a[0]), false, true)); }

Value substring(const CallSite& site, const Arguments& a) {
  if (any_null(a)) return {};
  const auto& text = text_of(site, a[0]);
  const auto begin = offset_of(text, count_of(site, a[1]));
  const auto rest = text.substr(begin);
  return a.size() < 3 ? rest : rest.substr(0, offset_of(rest, count_of(site, a[2])));
}

Value left(const CallSite& site, const Arguments& a) {
  if (any_null(a)) return {};
  const auto& text = text_of(site, a[0]);
  return text.substr(0, offset_of(text, count_of(site, a[1])));
}

Value right(const CallSite& site, const Arguments& a) {
  if (any_null(a)) return {};
  const auto& text = text_of(site, a[0]);
  return text.substr(offset_of(text, std::max<std::int64_t>(0, characters(text) - count_of(site, a[1]))));
}

Value replace(const CallSite& site, const Arguments& a) {
  if (any_null(a)) return {};
  const auto &text = text_of(site, a[0]), &from = text_of(site, a[1]), &to = text_of(site, a[2]);
  if (from.empty()) return text;
  std::string out;
  std::size_t at = 0;
  for (auto next = text.find(from); next != std::string::npos; next = text.find(from, at)) {
    out.append(text, at, next - at).append(to);
    at = next + from.size();
    if (out.size() > (std::size_t{1} << 28))
      throw QueryError(site.query, site.offset, "LimitError", "StringTooLong", "replace would make a string of more than 256 MiB");
  }
  return out.append(text, at);
}

Value split(const CallSite& site, const Arguments& a) {
  if (any_null(a)) return {};
  const auto &text = text_of(site, a[0]), &separator = text_of(site, a[1]);
  ValueList parts;
  std::size_t at = 0;
  if (!separator.empty())
    for (auto next = text.find(separator); next != std::string::npos; next = text.find(separator, at)) {
      parts.emplace_back(text.substr(at, next - at));
      at = next + separator.size();
    }
  parts.emplace_back(text.substr(at));
  return parts;
}

Value reverse(const CallSite& site, const Arguments& a) {
  if (any_null(a)) return {};
  if (const auto* list = a[0].as<ValueList>()) return ValueList(list->rbegin(), list->rend());
  const auto& text = text_of(site, a[0]);
  std::string out;
  for (std::size_t end = text.size(); end > 0;) {
    auto begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    out.append(text, begin, end - begin);
    end = begin;
  }
  return out;
}

Value to_string(const CallSite& site, const Arguments& a) {
  if (a[0].is_null() || a[0].as<std::string>()) return a[0];
  if (const auto* truth = a[0].as<bool>()) return *truth ? "true" : "false";
  if (!a[0].is_number()) fail_type(site, "a boolean, a number or a string", a[0]);
  return a[0].as<double>() ? float_text(*a[0].as<double>()) : std::to_string(*a[0].as<std::int64_t>());
}

}  // namespace

const std::vector<Function>& text_functions() {
  static const std::vector<Function> table = {
      {"fold", 1, 1, {T::string}, T::string, fold_name},
      {"left", 2, 2, {T::string}, T::string, left},
      {"ltrim", 1, 1, {T::string}, T::string, ltrim},
      {"replace", 3, 3, {T::string}, T::string, replace},
      {"reverse", 1, 1, {T::string, T::list}, T::any, reverse},
      {"right", 2, 2, {T::string}, T::string, right},
      {"rtrim", 1, 1, {T::string}, T::string, rtrim},
      {"split", 2, 2, {T::string}, T::list, split},
      {"substring", 2, 3, {T::string}, T::string, substring},
      {"tolower", 1, 1, {T::string}, T::string, to_lower},
      {"tostring", 1, 1, {}, T::string, to_string},
      {"toupper", 1, 1, {T::string}, T::string, to_upper},
      {"trim", 1, 1, {T::string}, T::string, trim},
  };
  return table;
}

}  // namespace entente::cypher
