#include "text/finish.hpp"

#include <fmt/format.h>

#include "entente/base/error.hpp"

namespace entente {

Document finish(RawDocument&& raw, const std::string& id, const std::string& hash, const std::string& where) {
  auto document = assemble(std::move(raw));
  if (document.text.empty()) throw InputError(fmt::format("{}: empty: there is no text in it", where));
  document.id = id;
  document.sha256 = hash;
  document.language = "en";
  return document;
}

void report_language(const Document& document, Diagnostics& diagnostics) {
  if (document.language == "en") return;
  diagnostics.add(
      {document.id, fmt::format("{}: in another language than English ({}), not analysed", document.id, document.language), false});
}

}  // namespace entente
