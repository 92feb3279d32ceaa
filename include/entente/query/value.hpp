// A value of the query language: null, boolean, number, string, list, map, node, relationship or path.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace entente {

/// A node of the queried graph.
struct NodeRef {
  std::uint32_t id = 0;

  auto operator<=>(const NodeRef&) const = default;
};

/// A relationship of the queried graph.
struct RelationshipRef {
  std::uint32_t id = 0;

  auto operator<=>(const RelationshipRef&) const = default;
};

/// A walk: `nodes` is one longer than `relationships`.
struct PathValue {
  std::vector<std::uint32_t> nodes;
  std::vector<std::uint32_t> relationships;

  auto operator<=>(const PathValue&) const = default;
};

struct Value;
struct MapEntry;
using ValueList = std::vector<Value>;
using ValueMap = std::vector<MapEntry>;  ///< sorted by key, keys are unique

/// Kinds of values in the order in which ORDER BY ranks them (openCypher 9, "Orderability"); `null` comes last.
enum class ValueKind : std::uint8_t { map, node, relationship, list, path, string, boolean, number, null };

/// One value. A default-made value is null.
struct Value {
  using Null = std::monostate;
  std::variant<Null, bool, std::int64_t, double, std::string, ValueList, ValueMap, NodeRef, RelationshipRef, PathValue> data;

  Value() = default;
  Value(bool truth);
  Value(std::int64_t number);
  Value(int number);
  Value(double number);
  Value(std::string text);
  Value(const char* text);
  Value(ValueList list);
  Value(ValueMap map);
  Value(NodeRef node);
  Value(RelationshipRef relationship);
  Value(PathValue path);

  template <class T>
  const T* as() const {
    return std::get_if<T>(&data);
  }
  bool is_null() const { return as<Null>() != nullptr; }
  bool is_number() const { return as<std::int64_t>() || as<double>(); }
  ValueKind kind() const;
  /// The number as a double; 0 if it is none.
  double number() const;
};

/// One entry of a map.
struct MapEntry {
  std::string key;
  Value value;
};

// The constructors need the entries of maps complete.
inline Value::Value(bool truth) : data(truth) {}
inline Value::Value(std::int64_t number) : data(number) {}
inline Value::Value(int number) : data(static_cast<std::int64_t>(number)) {}
inline Value::Value(double number) : data(number) {}
inline Value::Value(std::string text) : data(std::move(text)) {}
inline Value::Value(const char* text) : data(std::string(text)) {}
inline Value::Value(ValueList list) : data(std::move(list)) {}
inline Value::Value(ValueMap map) : data(std::move(map)) {}
inline Value::Value(NodeRef node) : data(node) {}
inline Value::Value(RelationshipRef relationship) : data(relationship) {}
inline Value::Value(PathValue path) : data(std::move(path)) {}

/// The value under `key`, null if there is none.
const Value& map_get(const ValueMap& map, std::string_view key);
/// Sets `key`, keeping the order.
void map_set(ValueMap& map, std::string key, Value value);

/// Total order for ORDER BY and for grouping: negative, 0 or positive. Null equals null, NaN equals NaN.
int order(const Value& a, const Value& b);

/// `a = b` of the language: nothing if the answer is unknown (null).
std::optional<bool> equals(const Value& a, const Value& b);

/// The order of `a` and `b` for `<` and the like: nothing if unknown or not comparable.
std::optional<int> compare(const Value& a, const Value& b);

/// Less-than by `order`, for ordered containers of rows.
struct OrderLess {
  bool operator()(const std::vector<Value>& a, const std::vector<Value>& b) const;
};

/// A floating number as the language writes it: the shortest text that reads back alike, always with a point or an exponent.
std::string float_text(double number);

/// Name of the kind for messages ("a string", "null").
std::string kind_name(const Value& value);

}  // namespace entente
