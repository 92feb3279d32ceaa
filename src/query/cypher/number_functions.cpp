#include <charconv>
#include <cmath>
#include <limits>

#include "query/cypher/ast.hpp"
#include "query/cypher/function_tables.hpp"

namespace entente::cypher {

namespace {

using T = StaticType;
using Arguments = std::vector<Value>;

double number_of(const CallSite& site, const Value& value) {
  if (!value.is_number()) fail_type(site, "a number", value);
  return value.number();
}

template <double (*Apply)(double)>
Value real(const CallSite& site, const Arguments& a) {
  return a[0].is_null() ? Value() : Value(Apply(number_of(site, a[0])));
}

double round_half_up(double x) { return std::floor(x + 0.5); }

Value abs(const CallSite& site, const Arguments& a) {
  if (a[0].is_null()) return {};
  if (const auto* whole = a[0].as<std::int64_t>())
    return *whole == std::numeric_limits<std::int64_t>::min() ? Value(-a[0].number()) : Value(*whole < 0 ? -*whole : *whole);
  return std::fabs(number_of(site, a[0]));
}

Value sign(const CallSite& site, const Arguments& a) {
  if (a[0].is_null()) return {};
  const double number = number_of(site, a[0]);
  return static_cast<std::int64_t>((number > 0) - (number < 0));
}

Value whole_of(double number) {
  if (!(number > -9.2e18 && number < 9.2e18)) return {};
  return static_cast<std::int64_t>(number);
}

/// The number that `text` spells, without spaces around it; nothing if it is none.
Value parsed(const std::string& text) {
  const auto begin = text.find_first_not_of(" \t\n+"), end = text.find_last_not_of(" \t\n");
  if (begin == std::string::npos) return {};
  const char *first = text.data() + begin, *last = text.data() + end + 1;
  std::int64_t whole = 0;
  if (const auto result = std::from_chars(first, last, whole); result.ec == std::errc() && result.ptr == last) return whole;
  double number = 0;
  if (const auto result = std::from_chars(first, last, number); result.ec == std::errc() && result.ptr == last) return number;
  return {};
}

Value to_integer(const CallSite& site, const Arguments& a) {
  if (a[0].is_null() || a[0].as<std::int64_t>()) return a[0];
  if (const auto* truth = a[0].as<bool>()) return static_cast<std::int64_t>(*truth);
  if (const auto* number = a[0].as<double>()) return whole_of(*number);
  if (!a[0].as<std::string>()) fail_type(site, "a number or a string", a[0]);
  const auto number = parsed(*a[0].as<std::string>());
  return number.as<double>() ? whole_of(*number.as<double>()) : number;
}

Value to_float(const CallSite& site, const Arguments& a) {
  if (a[0].is_null()) return {};
  if (a[0].is_number()) return a[0].number();
  if (!a[0].as<std::string>()) fail_type(site, "a number or a string", a[0]);
  const auto number = parsed(*a[0].as<std::string>());
  return number.is_null() ? number : Value(number.number());
}

Value to_boolean(const CallSite& site, const Arguments& a) {
  if (a[0].is_null() || a[0].as<bool>()) return a[0];
  if (!a[0].as<std::string>()) fail_type(site, "a boolean or a string", a[0]);
  const auto word = lower(*a[0].as<std::string>());
  if (word == "true") return true;
  if (word == "false") return false;
  return {};
}

}  // namespace

const std::vector<Function>& number_functions() {
  static const std::vector<Function> table = {
      {"abs", 1, 1, {T::integer, T::real}, T::any, abs},
      {"ceil", 1, 1, {T::integer, T::real}, T::real, real<std::ceil>},
      {"exp", 1, 1, {T::integer, T::real}, T::real, real<std::exp>},
      {"floor", 1, 1, {T::integer, T::real}, T::real, real<std::floor>},
      {"log", 1, 1, {T::integer, T::real}, T::real, real<std::log>},
      {"log10", 1, 1, {T::integer, T::real}, T::real, real<std::log10>},
      {"round", 1, 1, {T::integer, T::real}, T::real, real<round_half_up>},
      {"sign", 1, 1, {T::integer, T::real}, T::integer, sign},
      {"sqrt", 1, 1, {T::integer, T::real}, T::real, real<std::sqrt>},
      {"toboolean", 1, 1, {}, T::boolean, to_boolean},
      {"tofloat", 1, 1, {}, T::real, to_float},
      {"tointeger", 1, 1, {}, T::integer, to_integer},
  };
  return table;
}

}  // namespace entente::cypher
