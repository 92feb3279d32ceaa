#include "language/model_file.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "entente/base/error.hpp"
#include "entente/base/json.hpp"

namespace entente {

namespace {

constexpr std::string_view kMagic = "ENTMODEL";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kHeaderAt = 32;
constexpr std::size_t kAlignment = 64;

MappedFile map_model(const std::filesystem::path& path) {
  try {
    return MappedFile(path);
  } catch (const InputError& error) {
    throw ModelError(fmt::format("{}; the model is part of the installation: restore the file or name another one", error.what()));
  }
}

template <class T>
T read_at(std::string_view bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

[[noreturn]] void complain(const std::string& path, const std::string& problem) {
  throw ModelError(fmt::format("{}: {}; restore the file or train it anew", path, problem));
}

/// The numbers below `value`, named by the path of their keys: {"a": {"b": 1}} gives "a.b".
void collect_numbers(const JsonValue& value, const std::string& path, std::map<std::string, float>& numbers) {
  if (value.is_number()) numbers[path] = static_cast<float>(value.number);
  for (const auto& member : value.members) collect_numbers(member.value, path.empty() ? member.key : path + "." + member.key, numbers);
}

std::map<std::string, float> numbers_of(const JsonValue& root, std::string_view key) {
  std::map<std::string, float> numbers;
  if (const auto* value = root.find(key)) collect_numbers(*value, "", numbers);
  return numbers;
}

ModelHeader read_header(const JsonDocument& json) {
  const auto& root = json.root();
  ModelHeader header;
  const auto& config = json.required(root, "config", JsonKind::object);
  header.name = json.text_or(config, "name", "english");
  for (const auto& member : config.members)
    if (member.value.is_integer() && member.value.integer >= 0)
      header.config[member.key] = static_cast<std::uint32_t>(member.value.integer);
  const auto& labels = json.required(root, "labels", JsonKind::object);
  for (const auto& member : labels.members) header.labels[member.key] = json.texts_or_none(labels, member.key);
  header.thresholds = numbers_of(root, "thresholds");
  header.calibration = numbers_of(root, "calibration");
  if (const auto* families = root.find("families"))
    for (const auto& member : families->members) header.families[member.key] = member.value.string;
  header.symmetric = json.texts_or_none(root, "symmetric");
  header.lemmas = json.texts_or_none(root, "lemmas");
  header.pieces = json.texts_or_none(root, "pieces");
  return header;
}

/// Cuts tensors out of the data block, checking every bound.
class TensorReader {
 public:
  TensorReader(const JsonDocument& json, std::string_view data) : json_(json), data_(data) {}

  Tensor read(const JsonValue& description) const {
    Tensor tensor;
    std::size_t size = 1;
    for (const auto& dimension : json_.required(description, "shape", JsonKind::array).elements) {
      if (dimension.integer <= 0 || dimension.integer > (1 << 24)) fail(dimension, "a dimension from 1 to 2^24 is expected here");
      tensor.shape.push_back(static_cast<std::uint32_t>(dimension.integer));
      size *= tensor.shape.back();
      if (size > (std::size_t{1} << 32)) fail(dimension, "the tensor is too large");
    }
    const auto kind = json_.text_or(description, "dtype");
    if (kind == "f32") {
      tensor.floats = floats(json_.required(description, "offset", JsonKind::integer), size);
    } else if (kind == "i8") {
      tensor.bytes = reinterpret_cast<const std::int8_t*>(at(json_.required(description, "offset", JsonKind::integer), size));
      tensor.scales = floats(json_.required(description, "scale_offset", JsonKind::integer), tensor.rows());
    } else {
      fail(description, "a tensor of dtype f32 or i8 is expected here");
    }
    return tensor;
  }

 private:
  [[noreturn]] void fail(const JsonValue& value, const std::string& what) const { throw InputError(json_.message(value.offset, what)); }

  const char* at(const JsonValue& offset, std::size_t size) const {
    const auto begin = static_cast<std::size_t>(offset.integer);
    if (offset.integer < 0 || begin % kAlignment != 0 || begin > data_.size() || size > data_.size() - begin)
      fail(offset, "an offset inside the file and a multiple of 64 is expected here");
    return data_.data() + begin;
  }

  const float* floats(const JsonValue& offset, std::size_t count) const {
    const auto* values = reinterpret_cast<const float*>(at(offset, count * sizeof(float)));
    if (!std::all_of(values, values + count, [](float x) { return std::isfinite(x); }))
      fail(offset, "the tensor holds numbers that are not finite");
    return values;
  }

  const JsonDocument& json_;
  std::string_view data_;
};

/// The JSON text of a file whose frame and checksum are right.
std::string_view checked_header(std::string_view bytes, const std::string& path) {
  if (bytes.size() < kHeaderAt || bytes.substr(0, kMagic.size()) != kMagic)
    complain(path, "is no model of Entente: the file does not begin with ENTMODEL");
  if (const auto version = read_at<std::uint32_t>(bytes, 8); version != kVersion)
    complain(path, fmt::format("is a model of format version {}, this program reads version {}", version, kVersion));
  if (const auto size = read_at<std::uint64_t>(bytes, 24); size != bytes.size())
    complain(path, fmt::format("is {} bytes long where its header says {}: it was cut short or joined with something", bytes.size(), size));
  const auto body = bytes.substr(kHeaderAt);
  if (XXH64(body.data(), body.size(), 0) != read_at<std::uint64_t>(bytes, 16)) complain(path, "is damaged: its checksum is wrong");
  const auto length = read_at<std::uint32_t>(bytes, 12);
  if (length > body.size()) complain(path, "is damaged: the length of its header is wrong");
  return body.substr(0, length);
}

}  // namespace

std::uint32_t Tensor::columns() const {
  std::uint32_t product = 1;
  for (std::size_t i = 1; i < shape.size(); ++i) product *= shape[i];
  return product;
}

ModelFile::ModelFile(const std::filesystem::path& path) : path_(path.string()), file_(map_model(path)) {
  const auto text = checked_header(file_.bytes(), path_);
  try {
    const auto json = JsonDocument::parse(text, path_);
    header_ = read_header(json);
    const auto data = (kHeaderAt + text.size() + kAlignment - 1) / kAlignment * kAlignment;
    const TensorReader reader(json, file_.bytes().substr(std::min(data, file_.bytes().size())));
    for (const auto& member : json.required(json.root(), "tensors", JsonKind::object).members)
      tensors_[member.key] = reader.read(member.value);
  } catch (const InputError& error) {
    complain(path_, fmt::format("has a wrong header: {}", error.what()));
  }
}

void ModelFile::fail(const std::string& problem) const { complain(path_, problem); }

std::uint32_t ModelFile::config(const std::string& name) const {
  const auto found = header_.config.find(name);
  if (found == header_.config.end()) fail(fmt::format("lacks the number '{}' in its configuration", name));
  return found->second;
}

const std::vector<std::string>& ModelFile::labels(const std::string& name) const {
  const auto found = header_.labels.find(name);
  if (found == header_.labels.end() || found->second.empty()) fail(fmt::format("lacks the labels of '{}'", name));
  return found->second;
}

const Tensor& ModelFile::tensor(const std::string& name) const {
  const auto found = tensors_.find(name);
  if (found == tensors_.end()) fail(fmt::format("lacks the tensor '{}'", name));
  return found->second;
}

const float* ModelFile::floats(const std::string& name, const std::vector<std::uint32_t>& shape) const {
  const auto& found = tensor(name);
  if (found.floats == nullptr || found.shape != shape)
    fail(fmt::format("has a tensor '{}' of shape [{}], expected were float numbers of shape [{}]", name, fmt::join(found.shape, ", "),
                     fmt::join(shape, ", ")));
  return found.floats;
}

}  // namespace entente
