#include "text/json_lines.hpp"

#include <fmt/format.h>

#include <optional>

#include "entente/base/encoding.hpp"
#include "entente/base/error.hpp"
#include "entente/base/hash.hpp"
#include "entente/base/json.hpp"
#include "entente/base/unicode.hpp"
#include "text/finish.hpp"
#include "text/raw_document.hpp"

namespace entente {

namespace {

/// The document in one record. The map goes to the code points of the member "text".
Document read_record(std::string_view line, const std::string& file, std::uint32_t number) {
  if (const auto invalid = invalid_utf8(line))
    throw InputError(fmt::format("{}:{}: not UTF-8 at byte {} of the line", file, number, *invalid));
  const auto json = JsonDocument::parse(line, file, number);
  const auto& record = json.root();
  const auto& text = json.required(record, "text", JsonKind::string);
  const auto* id = record.find("id");
  std::string name;
  if (id != nullptr && id->is_string()) name = id->string;
  if (id != nullptr && id->is_integer()) name = std::to_string(id->integer);
  if (name.empty()) throw InputError(json.message(record.offset, "a record needs an \"id\", a string that is not empty"));
  auto raw = read_plain_text(text.string);
  const auto set = [&](std::string& field, std::string_view key) {
    if (auto value = json.text_or(record, key); !value.empty()) field = std::move(value);
  };
  set(raw.title, "title");
  set(raw.author, "author");
  set(raw.date, "date");
  set(raw.url, "url");
  return finish(std::move(raw), name, sha256(line), fmt::format("{}:{}", file, number));
}

}  // namespace

void read_json_lines(ByteSource& source, const ReadOptions& options, Diagnostics& diagnostics,
                     const std::function<void(Document&&)>& take) {
  std::string line;
  std::size_t size = 0;
  const auto next_line = [&] {
    try {
      return source.read_line(line, options.max_document_size, size);
    } catch (const InputError& error) {
      diagnostics.add({source.name(), error.what(), true});
      return false;
    }
  };
  for (std::uint32_t number = 1; next_line(); ++number) {
    const auto where = fmt::format("{}:{}", source.name(), number);
    std::optional<Document> document;
    try {
      if (size > options.max_document_size)
        throw InputError(fmt::format("{}: a line of {} bytes is larger than the limit of {} (raise it with --max-document-size)", where,
                                     size, options.max_document_size));
      std::string_view record = line;
      if (number == 1 && record.starts_with("\xEF\xBB\xBF")) record.remove_prefix(3);
      if (record.ends_with('\r')) record.remove_suffix(1);
      if (record.find_first_not_of(" \t") == std::string_view::npos) continue;
      if (is_binary(record)) throw InputError(fmt::format("{}: not text: zero bytes or many control characters", where));
      document = read_record(record, source.name(), number);
    } catch (const InputError& error) {
      diagnostics.add({where, error.what(), true});
      continue;
    }
    report_language(*document, diagnostics);
    take(std::move(*document));
    line.shrink_to_fit();
  }
}

}  // namespace entente
