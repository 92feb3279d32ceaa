#include "language/word_pieces.hpp"

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/base/uncased.hpp"

namespace entente {

namespace {

constexpr std::size_t kLongestPart = 100;  // code points; longer ones are no words

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::size_t step_back(std::string_view text, std::size_t end) {
  do --end;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80);
  return end;
}

}  // namespace

WordPieces::WordPieces(const std::vector<std::string>& pieces, std::size_t most) : most_(most), size_(pieces.size()) {
  first_.reserve(pieces.size());
  for (PieceId id = 0; id < pieces.size(); ++id) {
    const std::string_view piece = pieces[id];
    if (piece.starts_with("##") && piece.size() > 2)
      inner_.emplace(piece.substr(2), id);
    else
      first_.emplace(piece, id);
  }
  const auto special = [&](std::string_view name) {
    const auto found = first_.find(name);
    if (found == first_.end()) throw ModelError("the vocabulary of the model lacks the piece " + std::string(name));
    return found->second;
  };
  unknown_ = special("[UNK]");
  begin_ = special("[CLS]");
  end_ = special("[SEP]");
}

void WordPieces::append(std::string_view word, std::vector<PieceId>& ids) const {
  const auto begin = ids.size();
  for (const auto& part : uncased_parts(word)) {
    if (ids.size() - begin >= most_) break;
    const auto before = ids.size();
    if (code_points(part) > kLongestPart || !append_part(part, ids)) {
      ids.resize(before);
      ids.push_back(unknown_);
    }
  }
  if (ids.size() == begin) ids.push_back(unknown_);
  if (ids.size() - begin > most_) ids.resize(begin + most_);
}

bool WordPieces::append_part(std::string_view part, std::vector<PieceId>& ids) const {
  for (std::size_t begin = 0; begin < part.size();) {
    const auto& table = begin == 0 ? first_ : inner_;
    auto end = part.size();
    auto found = table.end();
    for (; end > begin; end = step_back(part, end)) {
      found = table.find(part.substr(begin, end - begin));
      if (found != table.end()) break;
    }
    if (end <= begin) return false;
    ids.push_back(found->second);
    begin = end;
  }
  return true;
}

}  // namespace entente
