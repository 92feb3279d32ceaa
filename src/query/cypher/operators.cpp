#include "query/cypher/operators.hpp"

#include <fmt/format.h>

#include <cmath>

#include "entente/base/regex.hpp"

namespace entente::cypher {

using K = ExpressionKind;

namespace {

/// true, false or unknown.
using Truth = std::optional<bool>;

Truth truth_of(const Expression& e, Row& row, Context& context) {
  const auto value = evaluate(e, row, context);
  if (value.is_null()) return std::nullopt;
  if (const auto* truth = value.as<bool>()) return *truth;
  throw QueryError(context.query, e.begin, "TypeError", "InvalidArgumentValue",
                   fmt::format("expected a condition that is true or false, found {}", kind_name(value)));
}

Value logic(const Expression& e, Row& row, Context& context) {
  if (e.kind == K::negation) {
    const auto truth = truth_of(e.arguments[0], row, context);
    return truth ? Value(!*truth) : Value();
  }
  if (e.kind == K::exclusion) {
    bool odd = false;
    for (const auto& argument : e.arguments) {
      const auto truth = truth_of(argument, row, context);
      if (!truth) return {};
      odd ^= *truth;
    }
    return odd;
  }
  const bool decisive = e.kind == K::disjunction;
  bool unknown = false;
  for (const auto& argument : e.arguments) {
    const auto truth = truth_of(argument, row, context);
    if (truth == decisive) return decisive;
    unknown |= !truth;
  }
  return unknown ? Value() : Value(!decisive);
}

Truth compare_by(const std::string& symbol, const Value& a, const Value& b) {
  if (symbol == "=") return equals(a, b);
  if (symbol == "<>") {
    const auto same = equals(a, b);
    return same ? Truth(!*same) : std::nullopt;
  }
  // Numbers compare with NaN as false, not unknown.
  if (a.is_number() && b.is_number() && (std::isnan(a.number()) || std::isnan(b.number()))) return false;
  const auto result = compare(a, b);
  if (!result) return std::nullopt;
  if (symbol == "<") return *result < 0;
  if (symbol == "<=") return *result <= 0;
  if (symbol == ">") return *result > 0;
  return *result >= 0;
}

/// `a < b = c` means `a < b AND b = c`.
Value comparison(const Expression& e, Row& row, Context& context) {
  auto left = evaluate(e.arguments[0], row, context);
  bool unknown = false;
  for (std::size_t i = 0; i < e.names.size(); ++i) {
    auto right = evaluate(e.arguments[i + 1], row, context);
    const auto truth = compare_by(e.names[i], left, right);
    if (truth == false) return false;
    unknown |= !truth;
    left = std::move(right);
  }
  return unknown ? Value() : Value(true);
}

Value whole_arithmetic(const CallSite& site, char symbol, std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  bool overflow = false;
  switch (symbol) {
    case '+':
      overflow = __builtin_add_overflow(a, b, &result);
      break;
    case '-':
      overflow = __builtin_sub_overflow(a, b, &result);
      break;
    case '*':
      overflow = __builtin_mul_overflow(a, b, &result);
      break;
    default:
      if (b == 0) throw QueryError(site.query, site.offset, "ArithmeticError", "DivisionByZero", "division by zero");
      overflow = b == -1 && a == std::numeric_limits<std::int64_t>::min();
      if (!overflow) result = symbol == '/' ? a / b : a % b;
  }
  if (overflow) throw QueryError(site.query, site.offset, "ArithmeticError", "NumberOutOfRange", "the result does not fit into 64 bits");
  return result;
}

Value add_lists(const Value& a, const Value& b) {
  ValueList list;
  for (const auto* side : {&a, &b}) {
    if (const auto* elements = side->as<ValueList>())
      list.insert(list.end(), elements->begin(), elements->end());
    else
      list.push_back(*side);
  }
  return list;
}

Value calculate(const CallSite& site, char symbol, const Value& a, const Value& b) {
  if (symbol == '+' && (a.as<ValueList>() || b.as<ValueList>())) {
    if (a.is_null() || b.is_null()) return {};
    return add_lists(a, b);
  }
  if (a.is_null() || b.is_null()) return {};
  if (symbol == '+' && a.as<std::string>() && b.as<std::string>()) return *a.as<std::string>() + *b.as<std::string>();
  const auto text = [](const Value& number) {
    return number.as<double>() ? float_text(*number.as<double>()) : std::to_string(*number.as<std::int64_t>());
  };
  if (symbol == '+' && a.as<std::string>() && b.is_number()) return *a.as<std::string>() + text(b);
  if (symbol == '+' && b.as<std::string>() && a.is_number()) return text(a) + *b.as<std::string>();
  if (!a.is_number()) fail_type(site, "a number", a);
  if (!b.is_number()) fail_type(site, "a number", b);
  if (symbol != '^' && a.as<std::int64_t>() && b.as<std::int64_t>())
    return whole_arithmetic(site, symbol, *a.as<std::int64_t>(), *b.as<std::int64_t>());
  switch (symbol) {
    case '+':
      return a.number() + b.number();
    case '-':
      return a.number() - b.number();
    case '*':
      return a.number() * b.number();
    case '/':
      return a.number() / b.number();
    case '%':
      return std::fmod(a.number(), b.number());
    default:
      return std::pow(a.number(), b.number());
  }
}

Value arithmetic(const Expression& e, Row& row, Context& context) {
  const CallSite site{context.graph, context.query, e.begin};
  if (e.kind == K::minus) return calculate(site, '-', Value(0), evaluate(e.arguments[0], row, context));
  auto value = evaluate(e.arguments[0], row, context);
  for (std::size_t i = 0; i < e.names.size(); ++i)
    value = calculate(site, e.names[i][0], value, evaluate(e.arguments[i + 1], row, context));
  return value;
}

Value member(const CallSite& site, const Value& element, const Value& list) {
  if (list.is_null()) return {};
  const auto* elements = list.as<ValueList>();
  if (!elements) fail_type(site, "a list", list);
  bool unknown = false;
  for (const auto& other : *elements) {
    const auto same = equals(element, other);
    if (same == true) return true;
    unknown |= !same;
  }
  return unknown ? Value() : Value(false);
}

Value test(const Expression& e, Row& row, Context& context) {
  const CallSite site{context.graph, context.query, e.begin};
  const auto left = evaluate(e.arguments[0], row, context), right = evaluate(e.arguments[1], row, context);
  if (e.name == "IN") return member(site, left, right);
  const auto *text = left.as<std::string>(), *part = right.as<std::string>();
  if (!text || !part) return {};
  if (e.name == "STARTS WITH") return text->rfind(*part, 0) == 0;
  if (e.name == "ENDS WITH") return text->size() >= part->size() && text->compare(text->size() - part->size(), part->size(), *part) == 0;
  if (e.name == "CONTAINS") return text->find(*part) != std::string::npos;
  try {
    return Regex(*part).matches(*text);
  } catch (const UsageError& error) {
    throw QueryError(context.query, e.arguments[1].begin, "ArgumentError", "InvalidRegularExpression", error.what());
  }
}

std::int64_t integer_of(const CallSite& site, const Value& value) {
  if (const auto* number = value.as<std::int64_t>()) return *number;
  fail_type(site, "an integer", value);
}

}  // namespace

Value evaluate_operator(const Expression& e, Row& row, Context& context) {
  switch (e.kind) {
    case K::comparison:
      return comparison(e, row, context);
    case K::minus:
    case K::arithmetic:
      return arithmetic(e, row, context);
    case K::test:
      return test(e, row, context);
    default:
      return logic(e, row, context);
  }
}

Value index_of(const CallSite& site, const Value& owner, const Value& index) {
  if (owner.is_null() || index.is_null()) return {};
  if (const auto* list = owner.as<ValueList>()) {
    auto at = integer_of(site, index);
    const auto size = static_cast<std::int64_t>(list->size());
    if (at < 0) at += size;
    return at >= 0 && at < size ? (*list)[static_cast<std::size_t>(at)] : Value();
  }
  const auto* key = index.as<std::string>();
  if (!key)
    fail_type(site, owner.as<ValueMap>() || owner.as<NodeRef>() || owner.as<RelationshipRef>() ? "a string" : "a list or a map", index);
  if (const auto* map = owner.as<ValueMap>()) return map_get(*map, *key);
  if (const auto* node = owner.as<NodeRef>()) return site.graph.node_property(node->id, *key);
  if (const auto* relationship = owner.as<RelationshipRef>()) return site.graph.relationship_property(relationship->id, *key);
  fail_type(site, "a list, a map, a node or a relationship", owner);
}

Value slice_of(const CallSite& site, const Value& owner, const Value& from, const Value& to, const Expression& from_expression,
               const Expression& to_expression) {
  const auto left_out = [](const Expression& bound) { return bound.kind == K::literal && bound.value.is_null() && bound.end == 0; };
  if (owner.is_null()) return {};
  if ((from.is_null() && !left_out(from_expression)) || (to.is_null() && !left_out(to_expression))) return {};
  const auto* list = owner.as<ValueList>();
  if (!list) fail_type(site, "a list", owner);
  const auto size = static_cast<std::int64_t>(list->size());
  const auto clamp = [&](std::int64_t at) { return std::min(std::max<std::int64_t>(at < 0 ? at + size : at, 0), size); };
  const auto begin = from.is_null() ? 0 : clamp(integer_of(site, from));
  const auto end = to.is_null() ? size : clamp(integer_of(site, to));
  if (begin >= end) return ValueList{};
  return ValueList(list->begin() + begin, list->begin() + end);
}

}  // namespace entente::cypher
