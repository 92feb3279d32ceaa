#include "entente/text/readers.hpp"

#include <fmt/format.h>

#include <optional>

#include "entente/base/error.hpp"
#include "entente/base/hash.hpp"
#include "text/byte_source.hpp"
#include "text/finish.hpp"
#include "text/format.hpp"
#include "text/json_lines.hpp"

namespace entente {

namespace fs = std::filesystem;

std::vector<std::string> input_formats() {
  std::vector<std::string> names;
  for (const auto& format : formats()) names.emplace_back(format.name);
  return names;
}

namespace {

const Format* forced_format(const ReadOptions& options) {
  if (options.input_format.empty()) return nullptr;
  if (const auto* format = format_named(options.input_format); format != nullptr) return format;
  throw UsageError(fmt::format("there is no input format '{}'; there are {}", options.input_format, fmt::join(input_formats(), ", ")));
}

}  // namespace

void read_documents(const fs::path& path, const ReadOptions& options, Diagnostics& diagnostics,
                    const std::function<void(Document&&)>& take) {
  const auto name = path == "-" ? std::string("stdin") : path.lexically_normal().generic_string();
  const auto* format = forced_format(options);
  std::optional<Document> document;
  std::optional<ByteSource> source;
  std::string damage;
  try {
    source.emplace(path, name);
    const auto head = source->peek(1 << 16);
    if (head.empty()) throw InputError(fmt::format("{}: empty: the file holds no bytes", name));
    if (format == nullptr) format = &detect_format(head, path);
    if (format->read != nullptr) {
      const auto bytes = source->read_all(options.max_document_size);
      auto raw = format->read(bytes, name);
      damage = std::move(raw.damage);
      document = finish(std::move(raw), name, sha256(bytes), name);
    }
  } catch (const InputError& error) {
    diagnostics.add({name, error.what(), true});
    return;
  }
  if (document) {
    if (!damage.empty()) diagnostics.add({name, damage, false});
    report_language(*document, diagnostics);
    take(std::move(*document));
    return;
  }
  read_json_lines(*source, options, diagnostics, take);
}

}  // namespace entente
