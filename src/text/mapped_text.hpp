// Text that knows which source code points each of its bytes came from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/base/span.hpp"
#include "entente/text/document.hpp"

namespace entente {

/// A growing UTF-8 string with its map to the source, as in `Document::source_map`.
class MappedText {
 public:
  /// Appends text that stands in the source as it is, from code point `source` on.
  void append(std::string_view utf8, std::uint32_t source);
  /// Appends text that stands for the source range `source`.
  void append_as(std::string_view utf8, Span source);
  /// Appends bytes [begin, end) of another one, cut at code points.
  void append(const MappedText& other, std::size_t begin, std::size_t end);
  void append(const MappedText& other) { append(other, 0, other.text_.size()); }

  /// Takes the last `bytes` bytes away, cut at a code point.
  void drop(std::size_t bytes);

  /// Adds `by` to all source offsets.
  void shift(std::uint32_t by);

  const std::string& text() const { return text_; }
  const std::vector<SourcePiece>& pieces() const { return pieces_; }
  bool empty() const { return text_.empty(); }
  std::size_t size() const { return text_.size(); }
  /// The source range of bytes [begin, end).
  Span source(std::size_t begin, std::size_t end) const;

  MappedText slice(std::size_t begin, std::size_t end) const;

 private:
  void add_piece(std::string_view utf8, Span source, bool verbatim);

  std::string text_;
  std::vector<SourcePiece> pieces_;
};

}  // namespace entente
