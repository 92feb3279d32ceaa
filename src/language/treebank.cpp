#include "entente/language/treebank.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "entente/base/error.hpp"

namespace entente {

namespace {

enum Column { id, form, lemma, upos, xpos, feats, head, deprel, deps, misc, column_count };
constexpr std::array<const char*, column_count> kNames{"ID", "FORM", "LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS", "MISC"};

using Row = std::array<std::string_view, column_count>;

bool has_value(std::string_view misc_column, std::string_view value) {
  for (std::size_t at = 0; at <= misc_column.size();) {
    const auto end = std::min(misc_column.find('|', at), misc_column.size());
    if (misc_column.substr(at, end - at) == value) return true;
    at = end + 1;
  }
  return false;
}

class TreebankReader {
 public:
  TreebankReader(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  std::vector<AnnotatedSentence> read() {
    for (std::size_t at = 0; at < text_.size();) {
      const auto end = std::min(text_.find('\n', at), text_.size());
      auto line = text_.substr(at, end - at);
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.empty())
        finish();
      else if (line.starts_with('#'))
        comment(line);
      else
        row(line);
      at = end + 1;
    }
    finish();
    return std::move(sentences_);
  }

 private:
  [[noreturn]] void fail(std::string_view where, const std::string& what) const {
    const auto offset = static_cast<std::size_t>(where.data() - text_.data());
    throw InputError(locate(file_, text_, offset), fmt::format("{}\n{}", what, excerpt(text_, offset)));
  }

  void comment(std::string_view line) {
    const auto value = [&](std::string_view key) {
      auto rest = line.substr(key.size());
      while (rest.starts_with(' ')) rest.remove_prefix(1);
      return std::string(rest);
    };
    if (line.starts_with("# sent_id =")) sentence_.id = value("# sent_id =");
    if (line.starts_with("# text =")) sentence_.text = value("# text =");
    if (line.starts_with("# newdoc")) sentence_.begins_document = sentence_.begins_paragraph = true;
    if (line.starts_with("# newpar")) sentence_.begins_paragraph = true;
  }

  Row split(std::string_view line) const {
    Row columns;
    std::size_t at = 0;
    for (std::size_t i = 0; i < column_count; ++i) {
      const auto end = i + 1 == column_count ? line.size() : line.find('\t', at);
      if (end == std::string_view::npos)
        fail(line.substr(line.size()), fmt::format("10 columns separated by tabs are expected, found {}", i + 1));
      columns[i] = line.substr(at, end - at);
      if (columns[i].empty()) fail(columns[i], fmt::format("column {} is empty, '_' is expected for no value", kNames[i]));
      at = end + 1;
    }
    if (columns[misc].find('\t') != std::string_view::npos) fail(columns[misc], "more than 10 columns");
    return columns;
  }

  std::uint32_t number(std::string_view text) const {
    std::uint32_t value = 0;
    const auto* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    if (result.ec != std::errc() || result.ptr != end) fail(text, fmt::format("a number is expected here, found '{}'", text));
    return value;
  }

  void row(std::string_view line) {
    const auto columns = split(line);
    if (columns[id].find('.') != std::string_view::npos) return;  // an empty node
    const auto dash = columns[id].find('-');
    if (dash == std::string_view::npos) {
      word(columns);
      return;
    }
    const auto first = number(columns[id].substr(0, dash));
    const auto last = number(columns[id].substr(dash + 1));
    if (first != sentence_.words.size() + 1 || last < first || first <= covered_)
      fail(columns[id], "the range of a multiword token begins at the next word");
    sentence_.tokens.push_back({std::string(columns[form]), first - 1, last, !has_value(columns[misc], "SpaceAfter=No")});
    covered_ = last;
  }

  void word(const Row& columns) {
    const auto index = number(columns[id]);
    if (index != sentence_.words.size() + 1) fail(columns[id], fmt::format("word {} is expected here", sentence_.words.size() + 1));
    heads_.push_back(columns[head]);
    const auto text = [&](Column column) { return std::string(columns[column]); };
    sentence_.words.push_back({text(form), text(lemma), text(upos), text(xpos), text(feats),
                               columns[head] == "_" ? 0 : number(columns[head]), text(deprel), text(misc)});
    if (index > covered_) {
      sentence_.tokens.push_back({text(form), index - 1, index, !has_value(columns[misc], "SpaceAfter=No")});
      covered_ = index;
    }
  }

  void finish() {
    const auto count = sentence_.words.size();
    if (count != 0) {
      for (std::size_t i = 0; i < count; ++i)
        if (sentence_.words[i].head > count || sentence_.words[i].head == i + 1)
          fail(heads_[i], fmt::format("a head from 0 to {} other than the word itself is expected here", count));
      if (covered_ > count) fail(heads_.back(), fmt::format("a multiword token ends at word {}, the sentence has {}", covered_, count));
      if (sentence_.text.empty()) join();
      sentences_.push_back(std::move(sentence_));
      sentence_ = {};
    }
    heads_.clear();
    covered_ = 0;
  }

  void join() {
    for (const auto& token : sentence_.tokens) {
      sentence_.text += token.form;
      if (token.space_after && &token != &sentence_.tokens.back()) sentence_.text += ' ';
    }
  }

  std::string_view text_;
  const std::string& file_;
  AnnotatedSentence sentence_;
  std::vector<std::string_view> heads_;
  std::uint32_t covered_ = 0;  ///< words that have a token
  std::vector<AnnotatedSentence> sentences_;
};

std::string_view or_blank(std::string_view value) { return value.empty() ? "_" : value; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0; }

bool is_clitic(std::string_view word) {
  for (const std::string_view apostrophe : {"'", "’"})
    if (word.starts_with(apostrophe)) return word.size() > apostrophe.size() && is_letter(word[apostrophe.size()]);
  return !word.empty() && is_letter(word.front()) && word != "’" && word != "”" && word != "“" && word != "–" && word != "—" && word != "…";
}

/// Whether words that touch belong to one token of the text.
bool joins(std::string_view left, std::string_view right) {
  return !left.empty() && is_letter(left.back()) && is_clitic(left) && is_clitic(right);
}

}  // namespace

std::vector<AnnotatedSentence> read_treebank(std::string_view text, const std::string& file) { return TreebankReader(text, file).read(); }

std::string to_text(const AnnotatedSentence& sentence) {
  std::string out;
  if (sentence.begins_document) out += "# newdoc\n";
  if (sentence.begins_paragraph) out += "# newpar\n";
  if (!sentence.id.empty()) out += fmt::format("# sent_id = {}\n", sentence.id);
  out += fmt::format("# text = {}\n", sentence.text);
  for (const auto& token : sentence.tokens) {
    const bool split = token.last - token.first > 1;
    const char* space = token.space_after ? "_" : "SpaceAfter=No";
    if (split) out += fmt::format("{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", token.first + 1, token.last, token.form, space);
    for (auto i = token.first; i < token.last; ++i) {
      const auto& word = sentence.words[i];
      auto other = word.misc;
      if (!split && !token.space_after && !has_value(other, space)) other = other == "_" ? space : fmt::format("{}|{}", other, space);
      out += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}\n", i + 1, word.form, or_blank(word.lemma), or_blank(word.upos),
                         or_blank(word.xpos), or_blank(word.feats), word.head, or_blank(word.deprel), or_blank(other));
    }
  }
  return out + "\n";
}

AnnotatedSentence to_annotated(const ParsedSentence& sentence, std::string_view document_text) {
  AnnotatedSentence out;
  out.text = sentence.span.of(document_text);
  for (auto& c : out.text)
    if (c == '\n' || c == '\t') c = ' ';
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    const auto& token = sentence.tokens[i];
    const auto form = token.span.of(document_text);
    out.words.push_back(
        {std::string(form), token.lemma, token.upos, token.xpos, std::string(or_blank(token.feats)), token.head, token.deprel, "_"});
    const bool touches = i > 0 && sentence.tokens[i - 1].span.end == token.span.begin;
    if (i > 0) out.tokens.back().space_after = !touches;
    if (touches && joins(sentence.tokens[i - 1].span.of(document_text), form)) {
      out.tokens.back().form += form;
      out.tokens.back().last = i + 1;
    } else {
      out.tokens.push_back({std::string(form), i, i + 1, true});
    }
  }
  return out;
}

std::string to_text(const ParsedSentence& sentence, std::string_view document_text) {
  return to_text(to_annotated(sentence, document_text));
}

}  // namespace entente
