#include "language/windows.hpp"

#include "entente/base/uncased.hpp"

namespace entente {

namespace {

constexpr std::uint8_t kFirstWord = 8;  // added to the shape of the first word of a sentence

/// The pieces of one sentence before they have a place in a window.
struct CutSentence {
  std::vector<PieceId> pieces;
  std::vector<std::uint8_t> shapes;
  std::vector<std::size_t> word_begin;  ///< one more at the end
};

class WindowMaker {
 public:
  WindowMaker(const WordPieces& vocabulary, std::size_t most) : vocabulary_(vocabulary), room_(most - 2) {}

  void add(std::string_view text, const Sentence& sentence) {
    cut(text, sentence);
    if (open_ && (sentence.section != section_ || used_ + cut_.pieces.size() > room_)) close();
    section_ = sentence.section;
    std::size_t first = 0;
    while (first < sentence.words.size()) {
      const auto last = words_that_fit(first);
      if (last == first) {
        close();
        continue;
      }
      place(first, last);
      first = last;
    }
    if (cut_.pieces.size() > room_) close();
    ++sentence_;
    windows_.first_word.push_back(static_cast<std::uint32_t>(windows_.word_row.size()));
  }

  Windows finish() {
    close();
    windows_.begin.push_back(static_cast<std::uint32_t>(windows_.pieces.size()));
    return std::move(windows_);
  }

 private:
  void cut(std::string_view text, const Sentence& sentence) {
    cut_ = {};
    bool first = true;
    for (const auto& word : sentence.words) {
      cut_.word_begin.push_back(cut_.pieces.size());
      vocabulary_.append(word.of(text), cut_.pieces);
      const auto shape = static_cast<std::uint8_t>(word_shape(word.of(text)));
      cut_.shapes.resize(cut_.pieces.size(), static_cast<std::uint8_t>(shape + (first ? kFirstWord : 0)));
      first = false;
    }
    cut_.word_begin.push_back(cut_.pieces.size());
  }

  std::size_t words_that_fit(std::size_t first) const {
    auto last = first;
    while (last + 1 < cut_.word_begin.size() && used_ + cut_.word_begin[last + 1] - cut_.word_begin[first] <= room_) ++last;
    return last;
  }

  void place(std::size_t first, std::size_t last) {
    if (!open_) begin_window();
    const auto begin = cut_.word_begin[first];
    const auto end = cut_.word_begin[last];
    const auto row = windows_.pieces.size();
    for (auto word = first; word < last; ++word)
      windows_.word_row.push_back(static_cast<std::uint32_t>(row + cut_.word_begin[word] - begin));
    const auto range = [&](auto& from) {
      return std::pair(from.begin() + static_cast<std::ptrdiff_t>(begin), from.begin() + static_cast<std::ptrdiff_t>(end));
    };
    windows_.pieces.insert(windows_.pieces.end(), range(cut_.pieces).first, range(cut_.pieces).second);
    windows_.shapes.insert(windows_.shapes.end(), range(cut_.shapes).first, range(cut_.shapes).second);
    used_ += end - begin;
    windows_.chunks.push_back({sentence_, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last),
                               static_cast<std::uint32_t>(windows_.begin.size() - 1)});
  }

  void begin_window() {
    windows_.begin.push_back(static_cast<std::uint32_t>(windows_.pieces.size()));
    add_special(vocabulary_.begin_of_window());
    open_ = true;
    used_ = 0;
  }

  void close() {
    if (open_) add_special(vocabulary_.end_of_window());
    open_ = false;
    used_ = 0;
  }

  void add_special(PieceId piece) {
    windows_.pieces.push_back(piece);
    windows_.shapes.push_back(0);
  }

  const WordPieces& vocabulary_;
  std::size_t room_;
  std::size_t used_ = 0;
  bool open_ = false;
  std::uint32_t section_ = 0;
  std::uint32_t sentence_ = 0;
  CutSentence cut_;
  Windows windows_{{}, {}, {}, {}, {0}, {}};
};

}  // namespace

Windows make_windows(std::string_view text, const std::vector<Sentence>& sentences, const WordPieces& vocabulary, std::size_t most) {
  WindowMaker maker(vocabulary, most);
  for (const auto& sentence : sentences) maker.add(text, sentence);
  return maker.finish();
}

}  // namespace entente
