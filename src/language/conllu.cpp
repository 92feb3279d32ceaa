#include "entente/language/conllu.hpp"

#include <fmt/format.h>

#include <charconv>

#include "entente/base/error.hpp"

namespace entente {

namespace {

struct Row {
  std::vector<std::string_view> columns;
  std::uint32_t line = 0;
};

std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0;;) {
    const auto end = line.find(separator, at);
    parts.push_back(line.substr(at, end - at));
    if (end == std::string_view::npos) return parts;
    at = end + 1;
  }
}

class Reader {
 public:
  Reader(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  std::vector<TreebankSentence> read() {
    std::uint32_t number = 0;
    for (auto line : split(text_, '\n')) {
      ++number;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.empty()) {
        finish();
      } else if (line.starts_with("# text =")) {
        given_text_ = line.substr(8);
        if (given_text_.starts_with(' ')) given_text_.remove_prefix(1);
      } else if (!line.starts_with('#')) {
        add(line, number);
      }
    }
    finish();
    return std::move(sentences_);
  }

 private:
  [[noreturn]] void fail(std::uint32_t line, const std::string& what) const { throw InputError(Location{file_, line, 0}, what); }

  void add(std::string_view line, std::uint32_t number) {
    Row row{split(line, '\t'), number};
    if (row.columns.size() != 10) fail(number, fmt::format("expected 10 columns separated by tabs, found {}", row.columns.size()));
    if (row.columns[0].find_first_of("-.") == std::string_view::npos) rows_.push_back(std::move(row));
  }

  void finish() {
    if (rows_.empty()) return;
    TreebankSentence out;
    out.text = given_text_.empty() ? joined_forms() : std::string(given_text_);
    std::size_t at = 0;
    for (const auto& row : rows_) out.sentence.tokens.push_back(token(row, out.text, at));
    out.sentence.span = {0, static_cast<std::uint32_t>(out.text.size())};
    sentences_.push_back(std::move(out));
    rows_.clear();
    given_text_ = {};
  }

  std::string joined_forms() const {
    std::string text;
    for (const auto& row : rows_) {
      text += row.columns[1];
      if (&row != &rows_.back() && row.columns[9].find("SpaceAfter=No") == std::string_view::npos) text += ' ';
    }
    return text;
  }

  Token token(const Row& row, std::string_view text, std::size_t& at) const {
    const auto value = [&](std::size_t column) {
      return std::string(row.columns[column] == "_" ? std::string_view() : row.columns[column]);
    };
    Token token;
    const auto form = row.columns[1];
    // A corrected form may not stand in the text: then it takes no room.
    const auto found = text.find(form, at);
    const bool stands = found != std::string_view::npos && found <= at + 40;
    const auto begin = stands ? found : at;
    at = begin + (stands ? form.size() : 0);
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
    token.lemma = row.columns[2] == "_" && form != "_" ? std::string() : std::string(row.columns[2]);
    token.upos = value(3);
    token.xpos = value(4);
    token.feats = value(5);
    token.deprel = value(7);
    const auto head = row.columns[6];
    const auto result = std::from_chars(head.data(), head.data() + head.size(), token.head);
    if (result.ec != std::errc() || token.head > rows_.size())
      fail(row.line, fmt::format("the head '{}' is no word of the sentence", head));
    return token;
  }

  std::string_view text_;
  const std::string& file_;
  std::string_view given_text_;
  std::vector<Row> rows_;
  std::vector<TreebankSentence> sentences_;
};

}  // namespace

std::vector<TreebankSentence> read_conllu(std::string_view text, const std::string& file) { return Reader(text, file).read(); }

}  // namespace entente
