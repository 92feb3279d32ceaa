#include "schema/json_schema.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <regex>

#include "entente/base/fold.hpp"

namespace entente {

namespace {

constexpr std::size_t kMaxMessages = 20;
constexpr std::array<std::string_view, 18> kKeywords = {"type",        "properties", "required", "additionalProperties",
                                                        "items",       "enum",       "pattern",  "minLength",
                                                        "minItems",    "minimum",    "maximum",  "$ref",
                                                        "$defs",       "$schema",    "$id",      "title",
                                                        "description", "default"};

bool has_type(const JsonValue& value, std::string_view type) {
  switch (value.kind) {
    case JsonKind::null:
      return type == "null";
    case JsonKind::boolean:
      return type == "boolean";
    case JsonKind::integer:
      return type == "integer" || type == "number";
    case JsonKind::number:
      return type == "number";
    case JsonKind::string:
      return type == "string";
    case JsonKind::array:
      return type == "array";
    case JsonKind::object:
      return type == "object";
  }
  return false;
}

std::string nearest(const std::string& word, const std::vector<std::string>& known) {
  for (const auto& name : known)
    if (edit_distance(word, name) <= std::max<std::size_t>(1, name.size() / 3)) return fmt::format(" (did you mean \"{}\"?)", name);
  return {};
}

class Checker {
 public:
  Checker(const JsonDocument& document, const JsonDocument& schema) : document_(document), schema_(schema) {}

  std::vector<std::string> run() {
    check(document_.root(), schema_.root());
    return std::move(messages_);
  }

 private:
  void complain(std::size_t offset, const std::string& what) {
    if (messages_.size() < kMaxMessages) messages_.push_back(document_.message(offset, what));
  }

  const JsonValue& resolve(const JsonValue& rule) const {
    const auto* reference = rule.find("$ref");
    if (reference == nullptr) return rule;
    constexpr std::string_view kPrefix = "#/$defs/";
    const auto* definitions = schema_.root().find("$defs");
    if (definitions != nullptr && reference->string.starts_with(kPrefix))
      if (const auto* found = definitions->find(std::string_view(reference->string).substr(kPrefix.size()))) return resolve(*found);
    throw SchemaError(schema_.message(reference->offset, "this $ref leads nowhere"));
  }

  void check(const JsonValue& value, const JsonValue& unresolved) {
    const auto& rule = resolve(unresolved);
    for (const auto& keyword : rule.members)
      if (std::find(kKeywords.begin(), kKeywords.end(), keyword.key) == kKeywords.end())
        throw SchemaError(schema_.message(keyword.offset, fmt::format("the keyword \"{}\" is not supported", keyword.key)));
    if (!check_type(value, rule)) return;
    if (value.is_object()) check_object(value, rule);
    if (value.is_array()) check_array(value, rule);
    if (value.is_string()) check_string(value, rule);
    if (value.is_number()) check_number(value, rule);
  }

  bool check_type(const JsonValue& value, const JsonValue& rule) {
    const auto* type = rule.find("type");
    if (type == nullptr || has_type(value, type->string)) return true;
    complain(value.offset, fmt::format("expected {} {}, found {}", type->string[0] == 'o' || type->string[0] == 'a' ? "an" : "a",
                                       type->string, to_string(value.kind)));
    return false;
  }

  void check_object(const JsonValue& value, const JsonValue& rule) {
    if (const auto* required = rule.find("required"))
      for (const auto& key : required->elements)
        if (value.find(key.string) == nullptr) complain(value.offset, fmt::format("this object lacks \"{}\"", key.string));
    const auto* properties = rule.find("properties");
    const auto* additional = rule.find("additionalProperties");
    for (const auto& member : value.members) {
      const auto* property = properties == nullptr ? nullptr : properties->find(member.key);
      if (property != nullptr) {
        check(member.value, *property);
      } else if (additional != nullptr && additional->is_boolean() && !additional->boolean) {
        std::vector<std::string> known;
        if (properties != nullptr)
          for (const auto& one : properties->members) known.push_back(one.key);
        complain(member.offset, fmt::format("there is no key \"{}\" here{}; the keys are {}", member.key, nearest(member.key, known),
                                            fmt::join(known, ", ")));
      }
    }
  }

  void check_array(const JsonValue& value, const JsonValue& rule) {
    if (const auto* least = rule.find("minItems"); least != nullptr && static_cast<std::int64_t>(value.elements.size()) < least->integer)
      complain(value.offset, fmt::format("expected at least {} elements", least->integer));
    if (const auto* items = rule.find("items"))
      for (const auto& element : value.elements) check(element, *items);
  }

  void check_string(const JsonValue& value, const JsonValue& rule) {
    if (const auto* least = rule.find("minLength"); least != nullptr && static_cast<std::int64_t>(value.string.size()) < least->integer)
      complain(value.offset, "this text is too short");
    if (const auto* allowed = rule.find("enum")) {
      std::vector<std::string> known;
      for (const auto& one : allowed->elements) known.push_back(one.string);
      if (std::find(known.begin(), known.end(), value.string) == known.end())
        complain(value.offset, fmt::format("\"{}\" is none of {}{}", value.string, fmt::join(known, ", "), nearest(value.string, known)));
    }
    if (const auto* pattern = rule.find("pattern"); pattern != nullptr && !std::regex_search(value.string, compiled(*pattern)))
      complain(value.offset, fmt::format("\"{}\" does not match the pattern {}", value.string, pattern->string));
  }

  void check_number(const JsonValue& value, const JsonValue& rule) {
    if (const auto* least = rule.find("minimum"); least != nullptr && value.number < least->number)
      complain(value.offset, fmt::format("{} is less than {}", value.number, least->number));
    if (const auto* most = rule.find("maximum"); most != nullptr && value.number > most->number)
      complain(value.offset, fmt::format("{} is more than {}", value.number, most->number));
  }

  const std::regex& compiled(const JsonValue& pattern) {
    auto found = patterns_.find(&pattern);
    if (found == patterns_.end())
      found = patterns_.emplace(&pattern, std::regex(pattern.string, std::regex::ECMAScript | std::regex::optimize)).first;
    return found->second;
  }

  const JsonDocument& document_;
  const JsonDocument& schema_;
  std::vector<std::string> messages_;
  std::map<const JsonValue*, std::regex> patterns_;
};

}  // namespace

std::vector<std::string> violations(const JsonDocument& document, const JsonDocument& schema) { return Checker(document, schema).run(); }

}  // namespace entente
