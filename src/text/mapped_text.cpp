#include "text/mapped_text.hpp"

#include <algorithm>

#include "entente/base/unicode.hpp"

namespace entente {

namespace {

// Longer pieces are cut, so that looking up one offset stays cheap.
constexpr std::uint32_t kLongest = 256;

auto first_piece(const std::vector<SourcePiece>& pieces, std::size_t at) {
  auto piece = std::upper_bound(pieces.begin(), pieces.end(), at, [](auto byte, const auto& p) { return byte < p.clean.begin; });
  return piece == pieces.begin() ? piece : std::prev(piece);
}

}  // namespace

void MappedText::add_piece(std::string_view utf8, Span source, bool verbatim) {
  const auto begin = static_cast<std::uint32_t>(text_.size());
  text_ += utf8;
  const auto end = static_cast<std::uint32_t>(text_.size());
  if (verbatim && !pieces_.empty()) {
    auto& last = pieces_.back();
    if (last.verbatim && last.source.end == source.begin && last.clean.end == begin && end - last.clean.begin <= kLongest) {
      last.clean.end = end;
      last.source.end = source.end;
      return;
    }
  }
  pieces_.push_back({{begin, end}, source, verbatim});
}

void MappedText::append(std::string_view utf8, std::uint32_t source) {
  while (!utf8.empty()) {
    auto length = std::min<std::size_t>(utf8.size(), kLongest);
    while (length < utf8.size() && (static_cast<unsigned char>(utf8[length]) & 0xC0) == 0x80) --length;
    if (length == 0) length = sequence_length(utf8[0]);
    const auto part = utf8.substr(0, length);
    const auto count = static_cast<std::uint32_t>(count_code_points(part));
    add_piece(part, {source, source + count}, true);
    source += count;
    utf8.remove_prefix(part.size());
  }
}

void MappedText::append_as(std::string_view utf8, Span source) {
  if (!utf8.empty()) add_piece(utf8, source, false);
}

void MappedText::append(const MappedText& other, std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  const std::string_view text = other.text_;
  for (auto piece = first_piece(other.pieces_, begin); piece != other.pieces_.end() && piece->clean.begin < end; ++piece) {
    const auto from = std::max<std::size_t>(piece->clean.begin, begin);
    const auto to = std::min<std::size_t>(piece->clean.end, end);
    if (from >= to) continue;
    if (!piece->verbatim) {
      add_piece(text.substr(from, to - from), piece->source, false);
      continue;
    }
    const auto skipped = count_code_points(text.substr(piece->clean.begin, from - piece->clean.begin));
    append(text.substr(from, to - from), piece->source.begin + static_cast<std::uint32_t>(skipped));
  }
}

void MappedText::drop(std::size_t bytes) {
  const auto size = static_cast<std::uint32_t>(text_.size() - bytes);
  while (!pieces_.empty() && pieces_.back().clean.end > size) {
    auto& last = pieces_.back();
    if (last.clean.begin >= size) {
      pieces_.pop_back();
      continue;
    }
    if (last.verbatim)
      last.source.end -= static_cast<std::uint32_t>(count_code_points(std::string_view(text_).substr(size, last.clean.end - size)));
    last.clean.end = size;
  }
  text_.resize(size);
}

void MappedText::shift(std::uint32_t by) {
  for (auto& piece : pieces_) {
    piece.source.begin += by;
    piece.source.end += by;
  }
}

Span MappedText::source(std::size_t begin, std::size_t end) const {
  const auto part = slice(begin, end);
  if (part.pieces_.empty()) return {};
  return {part.pieces_.front().source.begin, part.pieces_.back().source.end};
}

MappedText MappedText::slice(std::size_t begin, std::size_t end) const {
  MappedText part;
  part.append(*this, begin, end);
  return part;
}

}  // namespace entente
