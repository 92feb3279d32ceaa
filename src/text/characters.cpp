#include "text/characters.hpp"

#include <string_view>

#include "entente/base/unicode.hpp"

namespace entente {

namespace {

constexpr std::string_view kLigatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};  // from U+FB00

/// Takes the code points of a text with their sources and appends them, cleaned, to another.
class Cleaner {
 public:
  void take(char32_t c, std::string_view bytes, Span source, bool verbatim) {
    if (is_invisible(c) || is_unprintable(c) || c == 0xFFFD) return;
    if (is_space(c)) {
      if (!gap_ && !clean_.empty()) gap_source_ = source;
      gap_ = !clean_.empty();
      return;
    }
    if (gap_) clean_.append_as(" ", gap_source_);
    const bool after_gap = gap_;
    gap_ = false;
    if (is_mark(c) && !after_gap && !clean_.empty()) return add_mark(bytes, source);
    if (c >= 0xFB00 && c <= 0xFB06)
      clean_.append_as(kLigatures[c - 0xFB00], source);
    else if (verbatim)
      clean_.append(bytes, source.begin);
    else
      clean_.append_as(bytes, source);
  }

  MappedText done() { return std::move(clean_); }

 private:
  /// Composes a mark with the letter before it where Unicode has a character for both.
  void add_mark(std::string_view mark, Span source) {
    const auto last = previous(clean_.text(), clean_.size());
    const auto base = clean_.text().substr(last);
    const auto composed = compose(base + std::string(mark));
    if (count_code_points(composed) != 1) {
      clean_.append(mark, source.begin);
      return;
    }
    const auto base_source = clean_.source(last, clean_.size());
    clean_.drop(clean_.size() - last);
    clean_.append_as(composed, {base_source.begin, source.end});
  }

  MappedText clean_;
  Span gap_source_;
  bool gap_ = false;
};

}  // namespace

MappedText clean_characters(const MappedText& text) {
  Cleaner cleaner;
  const std::string_view bytes = text.text();
  for (const auto& piece : text.pieces()) {
    auto at = piece.source.begin;
    for (std::size_t i = piece.clean.begin; i < piece.clean.end;) {
      const auto length = sequence_length(bytes[i]);
      const auto source = piece.verbatim ? Span{at, at + 1} : piece.source;
      cleaner.take(code_point_at(bytes, i), bytes.substr(i, length), source, piece.verbatim);
      i += length;
      ++at;
    }
  }
  return cleaner.done();
}

}  // namespace entente
