#include "entente/base/json.hpp"

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace entente {

namespace {

constexpr std::size_t kMaxDepth = 512;

// A complaint of the handler, which stops the parser.
struct Complaint {
  std::size_t offset = 0;
  std::string what;
};

// Builds values from the parser's events. The parser tells only where an event ends; it starts at the first character after the
// last event that is neither white space nor a comma, colon or closing bracket.
class Builder {
 public:
  Builder(std::string_view text, const rapidjson::MemoryStream& stream, JsonValue& root) : text_(text), stream_(stream), root_(root) {}

  bool Null() { return add(JsonKind::null) != nullptr; }
  bool Bool(bool truth) {
    auto* value = add(JsonKind::boolean);
    if (value != nullptr) value->boolean = truth;
    return value != nullptr;
  }
  // Numbers come as they are written (RawNumber): RapidJSON's own conversion goes wrong for a zero with an exponent.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }
  bool RawNumber(const char* data, unsigned size, bool) {
    const std::string_view digits(data, size);
    std::int64_t whole = 0;
    if (const auto [end, error] = std::from_chars(data, data + size, whole); end == data + size && error == std::errc()) {
      auto* value = add(JsonKind::integer);
      value->integer = whole;
      value->number = static_cast<double>(whole);
      return true;
    }
    auto* value = add(JsonKind::number);
    const auto result = std::from_chars(data, data + size, value->number);
    if (result.ec == std::errc::result_out_of_range) {
      if (digits.find("e-") == std::string_view::npos && digits.find("E-") == std::string_view::npos)
        return complain(value->offset, "the number is too big");
      value->number = 0;
    }
    if (value->number > -9e18 && value->number < 9e18) value->integer = static_cast<std::int64_t>(value->number);
    return true;
  }
  bool String(const char* data, unsigned size, bool) {
    auto* value = add(JsonKind::string);
    if (value != nullptr) value->string.assign(data, size);
    return value != nullptr;
  }
  bool StartObject() { return open(JsonKind::object); }
  bool StartArray() { return open(JsonKind::array); }
  bool EndObject(unsigned) { return close(); }
  bool EndArray(unsigned) { return close(); }
  bool Key(const char* data, unsigned size, bool) {
    const auto at = start();
    const std::string_view key(data, size);
    auto& members = open_.back()->members;
    if (std::any_of(members.begin(), members.end(), [&](const JsonMember& m) { return m.key == key; }))
      return complain(at, fmt::format("the key \"{}\" stands here for the second time", key));
    members.push_back({std::string(key), at, {}});
    last_ = stream_.Tell();
    return true;
  }

  const std::optional<Complaint>& complaint() const { return complaint_; }

 private:
  std::size_t start() const {
    auto at = last_;
    while (at < text_.size() && (std::string_view(" \t\r\n,:]}").find(text_[at]) != std::string_view::npos)) ++at;
    return at;
  }
  JsonValue* add(JsonKind kind) {
    auto* value = &root_;
    if (!open_.empty()) {
      auto& parent = *open_.back();
      value = parent.kind == JsonKind::array ? &parent.elements.emplace_back() : &parent.members.back().value;
    }
    value->kind = kind;
    value->offset = start();
    last_ = stream_.Tell();
    return value;
  }
  bool open(JsonKind kind) {
    auto* value = add(kind);
    if (open_.size() >= kMaxDepth) return complain(value->offset, fmt::format("nested more than {} levels deep", kMaxDepth));
    open_.push_back(value);
    last_ = value->offset + 1;
    return true;
  }
  bool close() {
    open_.pop_back();
    last_ = stream_.Tell();
    return true;
  }
  bool complain(std::size_t offset, std::string what) {
    complaint_ = Complaint{offset, std::move(what)};
    return false;
  }

  std::string_view text_;
  const rapidjson::MemoryStream& stream_;
  JsonValue& root_;
  std::vector<JsonValue*> open_;  // an ancestor's vector does not grow while its element is open
  std::size_t last_ = 0;
  std::optional<Complaint> complaint_;
};

}  // namespace

std::string_view to_string(JsonKind kind) {
  switch (kind) {
    case JsonKind::null:
      return "null";
    case JsonKind::boolean:
      return "true or false";
    case JsonKind::integer:
      return "a whole number";
    case JsonKind::number:
      return "a number";
    case JsonKind::string:
      return "a string";
    case JsonKind::array:
      return "a list";
    case JsonKind::object:
      return "an object";
  }
  return "nothing";
}

const JsonValue* JsonValue::find(std::string_view key) const {
  for (const auto& member : members)
    if (member.key == key) return &member.value;
  return nullptr;
}

JsonDocument JsonDocument::parse(std::string_view text, std::string file, std::uint32_t first_line) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  JsonDocument document(text, std::move(file), first_line);
  rapidjson::MemoryStream stream(text.data(), text.size());
  Builder builder(text, stream, document.root_);
  rapidjson::Reader reader;
  constexpr unsigned kFlags =
      rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
  const auto result = reader.Parse<kFlags>(stream, builder);
  if (builder.complaint()) throw InputError(document.message(builder.complaint()->offset, builder.complaint()->what));
  if (result.IsError()) {
    std::string what = rapidjson::GetParseError_En(result.Code());
    if (!what.empty() && what.back() == '.') what.pop_back();
    throw InputError(document.message(std::min(result.Offset(), text.size()), "is no JSON: " + what));
  }
  return document;
}

Location JsonDocument::location(std::size_t offset) const {
  auto where = locate(file_, text_, offset);
  where.line += first_line_ - 1;
  return where;
}

std::string JsonDocument::message(std::size_t offset, std::string_view what) const {
  return fmt::format("{}: {}\n{}", location(offset).to_string(), what, excerpt(text_, offset));
}

const JsonValue& JsonDocument::required(const JsonValue& object, std::string_view key) const {
  if (!object.is_object()) throw InputError(message(object.offset, fmt::format("expected an object, found {}", to_string(object.kind))));
  const auto* value = object.find(key);
  if (value == nullptr) throw InputError(message(object.offset, fmt::format("this object lacks \"{}\"", key)));
  return *value;
}

const JsonValue& JsonDocument::required(const JsonValue& object, std::string_view key, JsonKind kind) const {
  const auto& value = required(object, key);
  if (value.kind == kind || (kind == JsonKind::number && value.is_integer())) return value;
  throw InputError(message(value.offset, fmt::format("expected {} for \"{}\", found {}", to_string(kind), key, to_string(value.kind))));
}

std::string JsonDocument::text_or(const JsonValue& object, std::string_view key, std::string_view otherwise) const {
  if (object.is_object() && object.find(key) == nullptr) return std::string(otherwise);
  return required(object, key, JsonKind::string).string;
}

std::vector<std::string> JsonDocument::texts_or_none(const JsonValue& object, std::string_view key) const {
  if (object.is_object() && object.find(key) == nullptr) return {};
  std::vector<std::string> texts;
  for (const auto& element : required(object, key, JsonKind::array).elements) {
    if (!element.is_string())
      throw InputError(message(element.offset, fmt::format("expected a string in \"{}\", found {}", key, to_string(element.kind))));
    texts.push_back(element.string);
  }
  return texts;
}

}  // namespace entente
