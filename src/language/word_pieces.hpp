// Words cut into the pieces of an uncased vocabulary.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

using PieceId = std::uint32_t;

/// Greedy longest-match WordPiece; immutable.
class WordPieces {
 public:
  /// `pieces` is the vocabulary by id, "##" before the pieces that continue a word; it must outlive this object and holds
  /// "[UNK]", "[CLS]" and "[SEP]". At most `most` pieces of a word are kept.
  WordPieces(const std::vector<std::string>& pieces, std::size_t most);

  /// Appends the pieces of a word; at least one, [UNK] if nothing of it is known.
  void append(std::string_view word, std::vector<PieceId>& ids) const;

  PieceId begin_of_window() const { return begin_; }
  PieceId end_of_window() const { return end_; }
  std::size_t size() const { return size_; }

 private:
  bool append_part(std::string_view part, std::vector<PieceId>& ids) const;

  std::unordered_map<std::string_view, PieceId> first_;  ///< pieces that begin a word
  std::unordered_map<std::string_view, PieceId> inner_;  ///< pieces that continue one, without "##"
  std::size_t most_ = 0;
  std::size_t size_ = 0;
  PieceId unknown_ = 0;
  PieceId begin_ = 0;
  PieceId end_ = 0;
};

}  // namespace entente
