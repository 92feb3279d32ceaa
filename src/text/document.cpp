#include "entente/text/document.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/base/unicode.hpp"
#include "entente/text/readers.hpp"

namespace entente {

namespace {

constexpr const char* kKinds[] = {"heading", "paragraph", "list_item", "quotation", "table_cell", "footnote", "boilerplate"};

/// The source range of the clean byte `at`, which lies in `piece`.
Span source_of(const SourcePiece& piece, std::string_view text, std::uint32_t at) {
  if (!piece.verbatim) return piece.source;
  const auto before = count_code_points(text.substr(piece.clean.begin, at - piece.clean.begin));
  const auto begin = piece.source.begin + static_cast<std::uint32_t>(before);
  return {begin, begin + 1};
}

}  // namespace

Span Document::to_source(Span clean) const {
  if (source_map.empty() || clean.empty() || clean.begin >= text.size()) return {};
  const auto piece_of = [&](std::uint32_t at) {
    auto piece = std::upper_bound(source_map.begin(), source_map.end(), at, [](auto byte, const auto& p) { return byte < p.clean.begin; });
    return piece == source_map.begin() ? piece : std::prev(piece);
  };
  const auto last = static_cast<std::uint32_t>(previous(text, std::min<std::size_t>(clean.end, text.size())));
  return {source_of(*piece_of(clean.begin), text, clean.begin).begin, source_of(*piece_of(last), text, last).end};
}

bool is_analysed(BlockKind kind) {
  return kind == BlockKind::heading || kind == BlockKind::paragraph || kind == BlockKind::list_item || kind == BlockKind::quotation;
}

std::string to_text(const Document& document) {
  std::string dump;
  for (const auto& block : document.blocks)
    dump += fmt::format("{:<12}{}\n", kKinds[static_cast<int>(block.kind)], block.span.of(document.text));
  return dump;
}

}  // namespace entente
