#include <fmt/format.h>

#include <algorithm>

#include "entente/query/query_error.hpp"
#include "query/cypher/function_tables.hpp"

namespace entente::cypher {

namespace {

using T = StaticType;
using Arguments = std::vector<Value>;

/// Lists of `range` are not longer than this.
constexpr std::int64_t max_range = 10'000'000;

const ValueList& list_of(const CallSite& site, const Value& value) {
  if (const auto* list = value.as<ValueList>()) return *list;
  fail_type(site, "a list", value);
}

std::int64_t integer_of(const CallSite& site, const Value& value) {
  if (const auto* number = value.as<std::int64_t>()) return *number;
  fail_type(site, "an integer", value);
}

Value head(const CallSite& site, const Arguments& a) {
  if (a[0].is_null() || list_of(site, a[0]).empty()) return {};
  return list_of(site, a[0]).front();
}

Value last(const CallSite& site, const Arguments& a) {
  if (a[0].is_null() || list_of(site, a[0]).empty()) return {};
  return list_of(site, a[0]).back();
}

Value tail(const CallSite& site, const Arguments& a) {
  if (a[0].is_null()) return {};
  auto list = list_of(site, a[0]);
  if (!list.empty()) list.erase(list.begin());
  return list;
}

Value range(const CallSite& site, const Arguments& a) {
  const auto first = integer_of(site, a[0]), end = integer_of(site, a[1]);
  const auto step = a.size() > 2 ? integer_of(site, a[2]) : 1;
  if (step == 0) throw QueryError(site.query, site.offset, "ArgumentError", "NumberOutOfRange", "the step of range cannot be 0");
  const long double count = (static_cast<long double>(end) - static_cast<long double>(first)) / static_cast<long double>(step);
  if (count > max_range)
    throw QueryError(site.query, site.offset, "LimitError", "ListTooLong",
                     fmt::format("range would have more than {} elements", max_range));
  ValueList list;
  for (std::int64_t i = 0; static_cast<long double>(i) <= count; ++i) list.emplace_back(first + i * step);
  return list;
}

std::int64_t characters(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

Value size(const CallSite& site, const Arguments& a) {
  if (a[0].is_null()) return {};
  if (const auto* list = a[0].as<ValueList>()) return static_cast<std::int64_t>(list->size());
  if (const auto* map = a[0].as<ValueMap>()) return static_cast<std::int64_t>(map->size());
  if (const auto* text = a[0].as<std::string>()) return characters(*text);
  fail_type(site, "a list or a string", a[0]);
}

Value is_empty(const CallSite& site, const Arguments& a) {
  const auto count = size(site, a);
  if (count.is_null()) return {};
  return *count.as<std::int64_t>() == 0;
}

}  // namespace

const std::vector<Function>& list_functions() {
  static const std::vector<Function> table = {
      {"head", 1, 1, {T::list}, T::any, head},
      {"isempty", 1, 1, {T::list, T::string, T::map}, T::boolean, is_empty},
      {"last", 1, 1, {T::list}, T::any, last},
      {"range", 2, 3, {T::integer}, T::list, range},
      {"size", 1, 1, {T::list, T::string, T::map}, T::integer, size},
      {"tail", 1, 1, {T::list}, T::list, tail},
  };
  return table;
}

}  // namespace entente::cypher
