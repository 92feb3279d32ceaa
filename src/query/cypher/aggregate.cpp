#include "query/cypher/aggregate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace entente::cypher {

namespace {

bool keeps_values(const std::string& name) { return name == "collect" || name[0] == 'p' || name.rfind("stdev", 0) == 0; }

/// Squared deviations from the mean over `divisor`, in the order of the values.
Value deviation(const ValueList& values, std::size_t divisor) {
  if (values.empty() || divisor == 0) return 0.0;
  double sum = 0, squares = 0;
  for (const auto& value : values) sum += value.number();
  const double mean = sum / static_cast<double>(values.size());
  for (const auto& value : values) squares += (value.number() - mean) * (value.number() - mean);
  return std::sqrt(squares / static_cast<double>(divisor));
}

}  // namespace

void Aggregate::add(Row& row, Context& context) {
  if (call_->kind == ExpressionKind::count_star) {
    ++count_;
    return;
  }
  const auto name = lower(call_->name);
  auto value = evaluate(call_->arguments[0], row, context);
  if (call_->arguments.size() > 1) fraction_ = evaluate(call_->arguments[1], row, context);
  if (value.is_null()) return;
  if (call_->distinct) {
    if (!seen_.insert({value}).second) return;
    context.budget.keep(1);
  }
  ++count_;
  if (name == "sum" || name == "avg") add_number(value, context);
  if (name == "min" && (!extreme_ || order(value, *extreme_) < 0)) extreme_ = value;
  if (name == "max" && (!extreme_ || order(value, *extreme_) > 0)) extreme_ = value;
  if (keeps_values(name)) {
    if (name != "collect" && !value.is_number())
      throw QueryError(context.query, call_->begin, "TypeError", "InvalidArgumentValue",
                       fmt::format("expected a number, found {}", kind_name(value)));
    values_.push_back(std::move(value));
    context.budget.keep(1);
  }
}

void Aggregate::add_number(const Value& value, const Context& context) {
  if (!value.is_number())
    throw QueryError(context.query, call_->begin, "TypeError", "InvalidArgumentValue",
                     fmt::format("expected a number to add, found {}", kind_name(value)));
  const auto *left = sum_.as<std::int64_t>(), *right = value.as<std::int64_t>();
  std::int64_t whole = 0;
  if (left && right && !__builtin_add_overflow(*left, *right, &whole))
    sum_ = whole;
  else
    sum_ = sum_.number() + value.number();
}

Value Aggregate::result(const Context& context) {
  if (call_->kind == ExpressionKind::count_star) return count_;
  const auto name = lower(call_->name);
  if (name == "count") return count_;
  if (name == "sum") return sum_;
  if (name == "avg") return count_ == 0 ? Value() : Value(sum_.number() / static_cast<double>(count_));
  if (name == "min" || name == "max") return extreme_ ? *extreme_ : Value();
  if (name == "collect") return std::move(values_);
  if (name == "stdev") return deviation(values_, values_.empty() ? 0 : values_.size() - 1);
  if (name == "stdevp") return deviation(values_, values_.size());
  return percentile(name == "percentilecont", context);
}

Value Aggregate::percentile(bool continuous, const Context& context) {
  if (count_ == 0) return {};
  const double fraction = fraction_.number();
  if (!fraction_.is_number() || !(fraction >= 0 && fraction <= 1))
    throw QueryError(context.query, call_->arguments[1].begin, "ArgumentError", "NumberOutOfRange", "a percentile lies between 0 and 1");
  std::sort(values_.begin(), values_.end(), [](const Value& a, const Value& b) { return order(a, b) < 0; });
  const auto last = static_cast<double>(values_.size() - 1);
  if (!continuous) {
    const double rank = std::ceil(fraction * static_cast<double>(values_.size())) - 1;
    return values_[static_cast<std::size_t>(std::max(0.0, rank))];
  }
  const double place = fraction * last;
  const auto below = static_cast<std::size_t>(place), above = std::min(below + 1, values_.size() - 1);
  const double share = place - static_cast<double>(below);
  return values_[below].number() * (1 - share) + values_[above].number() * share;
}

}  // namespace entente::cypher
