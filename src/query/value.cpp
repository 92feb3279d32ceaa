#include "entente/query/value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

template <class T>
int three_way(const T& a, const T& b) {
  return a < b ? -1 : (b < a ? 1 : 0);
}

int order_numbers(const Value& a, const Value& b) {
  if (a.as<std::int64_t>() && b.as<std::int64_t>()) return three_way(*a.as<std::int64_t>(), *b.as<std::int64_t>());
  const auto exact = [](const Value& value) {
    return value.as<std::int64_t>() ? static_cast<long double>(*value.as<std::int64_t>()) : static_cast<long double>(*value.as<double>());
  };
  const long double x = exact(a), y = exact(b);
  if (std::isnan(x) || std::isnan(y)) return three_way(std::isnan(x), std::isnan(y));
  return three_way(x, y);
}

int order_lists(const ValueList& a, const ValueList& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
    if (const int result = order(a[i], b[i])) return result;
  return three_way(a.size(), b.size());
}

int order_maps(const ValueMap& a, const ValueMap& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (const int result = three_way(a[i].key, b[i].key)) return result;
    if (const int result = order(a[i].value, b[i].value)) return result;
  }
  return three_way(a.size(), b.size());
}

std::optional<bool> equal_lists(const ValueList& a, const ValueList& b) {
  if (a.size() != b.size()) return false;
  bool unknown = false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const auto same = equals(a[i], b[i]);
    if (same == false) return false;
    unknown |= !same;
  }
  return unknown ? std::nullopt : std::optional(true);
}

std::optional<bool> equal_maps(const ValueMap& a, const ValueMap& b) {
  if (a.size() != b.size()) return false;
  bool unknown = false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].key != b[i].key) return false;
    const auto same = equals(a[i].value, b[i].value);
    if (same == false) return false;
    unknown |= !same;
  }
  return unknown ? std::nullopt : std::optional(true);
}

}  // namespace

ValueKind Value::kind() const {
  constexpr ValueKind kinds[] = {ValueKind::null, ValueKind::boolean, ValueKind::number, ValueKind::number,       ValueKind::string,
                                 ValueKind::list, ValueKind::map,     ValueKind::node,   ValueKind::relationship, ValueKind::path};
  return kinds[data.index()];
}

double Value::number() const {
  if (const auto* whole = as<std::int64_t>()) return static_cast<double>(*whole);
  if (const auto* real = as<double>()) return *real;
  return 0;
}

const Value& map_get(const ValueMap& map, std::string_view key) {
  static const Value null;
  const auto found = std::lower_bound(map.begin(), map.end(), key, [](const MapEntry& entry, std::string_view k) { return entry.key < k; });
  return found != map.end() && found->key == key ? found->value : null;
}

void map_set(ValueMap& map, std::string key, Value value) {
  const auto place =
      std::lower_bound(map.begin(), map.end(), key, [](const MapEntry& entry, const std::string& k) { return entry.key < k; });
  if (place != map.end() && place->key == key)
    place->value = std::move(value);
  else
    map.insert(place, MapEntry{std::move(key), std::move(value)});
}

int order(const Value& a, const Value& b) {
  if (a.kind() != b.kind()) return three_way(a.kind(), b.kind());
  switch (a.kind()) {
    case ValueKind::map:
      return order_maps(*a.as<ValueMap>(), *b.as<ValueMap>());
    case ValueKind::node:
      return three_way(*a.as<NodeRef>(), *b.as<NodeRef>());
    case ValueKind::relationship:
      return three_way(*a.as<RelationshipRef>(), *b.as<RelationshipRef>());
    case ValueKind::list:
      return order_lists(*a.as<ValueList>(), *b.as<ValueList>());
    case ValueKind::path:
      return three_way(*a.as<PathValue>(), *b.as<PathValue>());
    case ValueKind::string:
      return three_way(*a.as<std::string>(), *b.as<std::string>());
    case ValueKind::boolean:
      return three_way(*a.as<bool>(), *b.as<bool>());
    case ValueKind::number:
      return order_numbers(a, b);
    case ValueKind::null:
      return 0;
  }
  return 0;
}

std::optional<bool> equals(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return std::nullopt;
  if (a.kind() != b.kind()) return false;
  if (a.kind() == ValueKind::list) return equal_lists(*a.as<ValueList>(), *b.as<ValueList>());
  if (a.kind() == ValueKind::map) return equal_maps(*a.as<ValueMap>(), *b.as<ValueMap>());
  if (a.kind() == ValueKind::number && (std::isnan(a.number()) || std::isnan(b.number()))) return false;
  return order(a, b) == 0;
}

std::optional<int> compare(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null() || a.kind() != b.kind()) return std::nullopt;
  switch (a.kind()) {
    case ValueKind::number:
      if (std::isnan(a.number()) || std::isnan(b.number())) return std::nullopt;
      return order_numbers(a, b);
    case ValueKind::string:
    case ValueKind::boolean:
      return order(a, b);
    case ValueKind::list: {
      const auto &x = *a.as<ValueList>(), &y = *b.as<ValueList>();
      for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
        const auto same = equals(x[i], y[i]);
        if (!same) return std::nullopt;
        if (!*same) return compare(x[i], y[i]);
      }
      return three_way(x.size(), y.size());
    }
    default:
      return std::nullopt;
  }
}

bool OrderLess::operator()(const std::vector<Value>& a, const std::vector<Value>& b) const { return order_lists(a, b) < 0; }

std::string float_text(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
  auto text = fmt::format("{}", number);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

std::string kind_name(const Value& value) {
  switch (value.kind()) {
    case ValueKind::map:
      return "a map";
    case ValueKind::node:
      return "a node";
    case ValueKind::relationship:
      return "a relationship";
    case ValueKind::list:
      return "a list";
    case ValueKind::path:
      return "a path";
    case ValueKind::string:
      return "a string";
    case ValueKind::boolean:
      return "a boolean";
    case ValueKind::number:
      return value.as<double>() ? "a float" : "an integer";
    case ValueKind::null:
      return "null";
  }
  return "a value";
}

}  // namespace entente
