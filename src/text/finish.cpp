#include "text/finish.hpp"

#include <fmt/format.h>

#include "entente/base/error.hpp"
#include "text/language.hpp"

namespace entente {

namespace {

/// Text of the analysed blocks for telling the language, from the beginning on.
std::string sample_of(const Document& document) {
  std::string sample;
  for (const auto& block : document.blocks) {
    if (sample.size() > (1 << 16)) break;
    if (is_analysed(block.kind)) sample.append(block.span.of(document.text)).append("\n");
  }
  return sample;
}

}  // namespace

Document finish(RawDocument&& raw, const std::string& id, const std::string& hash, const std::string& where) {
  auto document = assemble(std::move(raw));
  if (document.text.empty()) throw InputError(fmt::format("{}: empty: there is no text in it", where));
  document.id = id;
  document.sha256 = hash;
  document.language = detect_language(sample_of(document));
  return document;
}

void report_language(const Document& document, Diagnostics& diagnostics) {
  if (document.language == "en") return;
  diagnostics.add(
      {document.id, fmt::format("{}: in another language than English ({}), not analysed", document.id, document.language), false});
}

}  // namespace entente
