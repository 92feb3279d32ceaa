#include "entente/base/unicode.hpp"
#include "text/characters.hpp"
#include "text/raw_document.hpp"

namespace entente {

Document assemble(RawDocument&& raw) {
  Document document;
  document.title = std::move(raw.title);
  document.author = std::move(raw.author);
  document.date = std::move(raw.date);
  document.url = std::move(raw.url);
  MappedText all;
  for (auto& block : raw.blocks) {
    const auto clean = clean_characters(block.text);
    block.text = {};
    if (clean.empty()) continue;
    if (!all.empty()) all.append_as("\n", {clean.pieces().front().source.begin, clean.pieces().front().source.begin});
    const auto begin = static_cast<std::uint32_t>(all.size());
    all.append(clean);
    document.blocks.push_back({{begin, static_cast<std::uint32_t>(all.size())}, block.kind});
  }
  document.text = all.text();
  document.source_map = all.pieces();
  return document;
}

}  // namespace entente
