#include "graph/json_node.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "entente/graph/iri.hpp"

namespace entente {

JsonNode::JsonNode(std::string_view text, const std::string& file, std::size_t base, const JsonValue& value)
    : text_(text), file_(file), base_(base), value_(value) {
  if (!value.is_object()) fail(value.offset, fmt::format("expected an object, found {}", to_string(value.kind)));
}

void JsonNode::fail(std::size_t offset, std::string_view what) const { throw InputError(message_at(text_, file_, base_ + offset, what)); }

void JsonNode::fail_at(std::string_view key, std::string_view what) const {
  const auto* member = value_.find(key);
  fail(member == nullptr ? value_.offset : member->offset, what);
}

void JsonNode::check_members(std::initializer_list<std::string_view> known, std::string_view ignored_prefix) const {
  for (const auto& member : value_.members) {
    if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
    if (!ignored_prefix.empty() && member.key.starts_with(ignored_prefix)) continue;
    fail(member.offset, fmt::format("\"{}\" is no member of such an object", member.key));
  }
}

const JsonValue& JsonNode::required(std::string_view key) const {
  const auto* value = value_.find(key);
  if (value == nullptr) fail(value_.offset, fmt::format("this object lacks \"{}\"", key));
  return *value;
}

std::string JsonNode::as_text(std::string_view key, const JsonValue& value) const {
  if (!value.is_string()) fail(value.offset, fmt::format("expected a string for \"{}\", found {}", key, to_string(value.kind)));
  return value.string;
}

std::string JsonNode::text(std::string_view key) const { return as_text(key, required(key)); }

std::string JsonNode::text_or(std::string_view key, std::string_view otherwise) const {
  const auto* value = value_.find(key);
  return value == nullptr ? std::string(otherwise) : as_text(key, *value);
}

std::string JsonNode::name(std::string_view key, std::string_view prefix) const {
  const auto iri = text(key);
  if (!iri.starts_with(prefix) || iri.size() <= prefix.size() || iri[prefix.size()] != ':')
    fail_at(key, fmt::format("expected a name \"{}:…\" for \"{}\", found \"{}\"", prefix, key, std::string_view(iri).substr(0, 60)));
  return decode_segment(std::string_view(iri).substr(prefix.size() + 1));
}

std::uint64_t JsonNode::number_or(std::string_view key, std::uint64_t otherwise, std::uint64_t limit) const {
  const auto* value = value_.find(key);
  if (value == nullptr) return otherwise;
  if (!value->is_integer() || value->integer < 0 || static_cast<std::uint64_t>(value->integer) > limit)
    fail(value->offset, fmt::format("expected a whole number from 0 to {} for \"{}\"", limit, key));
  return static_cast<std::uint64_t>(value->integer);
}

double JsonNode::real_or(std::string_view key, double otherwise) const {
  const auto* value = value_.find(key);
  if (value == nullptr) return otherwise;
  if (!value->is_number() || !(value->number >= 0 && value->number <= 1))
    fail(value->offset, fmt::format("expected a number from 0 to 1 for \"{}\"", key));
  return value->number;
}

bool JsonNode::truth_or(std::string_view key, bool otherwise) const {
  const auto* value = value_.find(key);
  if (value == nullptr) return otherwise;
  if (!value->is_boolean()) fail(value->offset, fmt::format("expected true or false for \"{}\"", key));
  return value->boolean;
}

std::vector<std::string> JsonNode::texts(std::string_view key) const {
  const auto* value = value_.find(key);
  if (value == nullptr) return {};
  if (!value->is_array()) return {as_text(key, *value)};
  std::vector<std::string> texts;
  for (const auto& element : value->elements) texts.push_back(as_text(key, element));
  return texts;
}

Span JsonNode::span(std::string_view start, std::string_view end) const {
  constexpr auto limit = std::numeric_limits<std::uint32_t>::max();
  Span span;
  span.begin = static_cast<std::uint32_t>(number_or(start, 0, limit));
  span.end = static_cast<std::uint32_t>(number_or(end, 0, limit));
  if (span.end < span.begin) fail_at(end, fmt::format("\"{}\" is {}, before \"{}\", {}", end, span.end, start, span.begin));
  return span;
}

std::vector<JsonNode> JsonNode::nodes(std::string_view key) const {
  std::vector<JsonNode> nodes;
  const auto* value = value_.find(key);
  if (value == nullptr) return nodes;
  if (!value->is_array()) {
    nodes.emplace_back(text_, file_, base_, *value);
    return nodes;
  }
  for (const auto& element : value->elements) nodes.emplace_back(text_, file_, base_, element);
  return nodes;
}

}  // namespace entente
