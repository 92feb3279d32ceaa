// The Markdown reader, on cmark-gfm (CommonMark with tables and footnotes).
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <memory>

#include "entente/base/encoding.hpp"
#include "entente/base/unicode.hpp"
#include "text/code_point_index.hpp"
#include "text/format.hpp"
#include "text/front_matter.hpp"
#include "text/hyphenation.hpp"
#include "text/lines.hpp"

namespace entente {

namespace {

struct NodeFree {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct ParserFree {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct IterFree {
  void operator()(cmark_iter* iter) const { cmark_iter_free(iter); }
};
using Tree = std::unique_ptr<cmark_node, NodeFree>;

Tree parse(std::string_view text) {
  static const bool registered = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return true;
  }();
  (void)registered;
  const std::unique_ptr<cmark_parser, ParserFree> parser(cmark_parser_new(CMARK_OPT_FOOTNOTES));
  for (const auto* name : {"table", "strikethrough"})
    if (auto* extension = cmark_find_syntax_extension(name); extension != nullptr)
      cmark_parser_attach_syntax_extension(parser.get(), extension);
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return Tree(cmark_parser_finish(parser.get()));
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 5 && text.find_first_not_of("0123456789[]*†") == std::string_view::npos;
}

/// The text without asterisks and underscores that were meant as emphasis but have no partner.
/// `escaped` holds the bytes of asterisks behind a backslash, which stay.
MappedText without_emphasis(const MappedText& mapped, const std::vector<std::size_t>& escaped) {
  const std::string_view text = mapped.text();
  if (text.find('*') == std::string_view::npos && text.find("__") == std::string_view::npos) return mapped;
  MappedText rest;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    std::size_t end = at;
    while (end < text.size() && text[end] == c) ++end;
    const bool kept = std::any_of(escaped.begin(), escaped.end(), [&](auto byte) { return byte >= at && byte < end; });
    const bool inside = at > 0 && end < text.size() && text[at - 1] != ' ' && text[end] != ' ';
    const bool apart = (at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ');
    const bool stray = !kept && ((c == '*' && !apart && (end - at >= 2 || !inside)) || (c == '_' && end - at == 2 && !inside && !apart));
    if (stray) {
      rest.append(mapped, from, at);
      from = end;
    }
    at = end;
  }
  rest.append(mapped, from, text.size());
  return rest;
}

/// Walks the tree of a document and collects its blocks.
class Walker {
 public:
  Walker(std::string_view text, std::size_t skipped)
      : text_(text), index_(text), plain_lines_(split_lines(text)), hyphenation_(plain_lines_), unwrapped_(line_width(plain_lines_) > 130) {
    for (std::size_t at = skipped; at != std::string_view::npos && at <= text.size();) {
      line_starts_.push_back(at);
      at = text.find('\n', at);
      if (at != std::string_view::npos) ++at;
    }
    cursor_ = skipped;
  }

  void walk(cmark_node* root) {
    const std::unique_ptr<cmark_iter, IterFree> iter(cmark_iter_new(root));
    for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(iter.get())) {
      auto* node = cmark_iter_get_node(iter.get());
      if (event == CMARK_EVENT_ENTER)
        enter(node);
      else
        leave(node);
    }
    close();
  }

  std::vector<RawBlock> take() { return std::move(blocks_); }
  const std::string& title() const { return title_; }

 private:
  void enter(cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_IMAGE) ++images_;
    if (images_ > 0) return;
    if (type == CMARK_NODE_BLOCK_QUOTE) ++quotes_;
    if (type == CMARK_NODE_ITEM) ++items_;
    if (type == CMARK_NODE_FOOTNOTE_DEFINITION) ++notes_;
    if (type == CMARK_NODE_LINK) ++links_;
    if (type == CMARK_NODE_STRONG) ++strong_;
    if (type == CMARK_NODE_PARAGRAPH) open(kind_of_paragraph(), node);
    if (type == CMARK_NODE_HEADING) open(BlockKind::heading, node);
    if (std::string_view(cmark_node_get_type_string(node)) == "table_cell") open(BlockKind::table_cell, node);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) add(node);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) add_break(type == CMARK_NODE_LINEBREAK);
    if (type == CMARK_NODE_HTML_INLINE) add_tag(cmark_node_get_literal(node));
    if (type == CMARK_NODE_CODE_BLOCK) add_verbatim(node);
    if (type == CMARK_NODE_HTML_BLOCK) add_html(node);
  }

  void leave(cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_IMAGE) --images_;
    if (images_ > 0) return;
    if (type == CMARK_NODE_BLOCK_QUOTE) --quotes_;
    if (type == CMARK_NODE_ITEM) --items_;
    if (type == CMARK_NODE_FOOTNOTE_DEFINITION) --notes_;
    if (type == CMARK_NODE_LINK) --links_;
    if (type == CMARK_NODE_STRONG) --strong_;
    if (type == CMARK_NODE_HEADING && title_.empty() && cmark_node_get_heading_level(node) == 1) title_ = block_.text.text();
    if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING) close();
    if (std::string_view(cmark_node_get_type_string(node)) == "table_cell") close();
  }

  BlockKind kind_of_paragraph() const {
    if (notes_ > 0) return BlockKind::footnote;
    if (quotes_ > 0) return BlockKind::quotation;
    return items_ > 0 ? BlockKind::list_item : BlockKind::paragraph;
  }

  void open(BlockKind kind, cmark_node* node) {
    close();
    block_.kind = kind;
    cursor_ = position(node);
  }

  void close() {
    if (!block_.text.empty()) {
      block_.text = without_emphasis(block_.text, escaped_);
      const bool bold =
          block_.kind == BlockKind::paragraph && strong_bytes_ + 2 >= block_.text.size() && looks_like_heading(block_.text.text());
      if (bold) block_.kind = BlockKind::heading;
      blocks_.push_back(std::move(block_));
    }
    const auto kind = block_.kind;
    block_ = {};
    block_.kind = kind;
    strong_bytes_ = 0;
    escaped_.clear();
    superscript_ = false;
  }

  std::size_t position(cmark_node* node) const {
    const int line = cmark_node_get_start_line(node);
    const int column = cmark_node_get_start_column(node);
    if (line < 1 || column < 1 || static_cast<std::size_t>(line) > line_starts_.size()) return cursor_;
    return std::min(line_starts_[static_cast<std::size_t>(line) - 1] + static_cast<std::size_t>(column) - 1, text_.size());
  }

  void add(cmark_node* node) {
    const char* literal = cmark_node_get_literal(node);
    if (literal == nullptr) return;
    const std::string_view text = literal;
    const bool mark = superscript_ && is_number(text);
    const auto before = block_.text.size();
    auto at = position(node);
    if (at < cursor_ || at > cursor_ + 4096) at = cursor_;
    if (text_.substr(at, text.size()) == text) cursor_ = at;
    if (!mark) align(text);
    if (mark) cursor_ += text.size();
    const auto added = block_.text.size() - before;
    if (links_ > 0) block_.link_bytes += static_cast<std::uint32_t>(added);
    if (strong_ > 0) strong_bytes_ += added;
  }

  /// Finds each character of a literal in the source behind the cursor; what is not there (an entity) maps to where it should be.
  void align(std::string_view literal) {
    if (literal.empty()) return;
    if (literal[0] != '*' && text_.substr(cursor_, literal.size()) == literal) {
      block_.text.append(literal, index_.at(cursor_));
      cursor_ += literal.size();
      return;
    }
    for (std::size_t i = 0; i < literal.size();) {
      const auto c = literal.substr(i, sequence_length(literal[i]));
      i += c.size();
      const auto window = text_.substr(cursor_, 64);
      const auto found = window.find(c);
      const auto entity = window.find('&');
      if (entity != std::string_view::npos && entity <= found && window.find(';', entity) != std::string_view::npos && c != "&") {
        const auto end = window.find(';', entity) + 1;
        block_.text.append_as(c, {index_.at(cursor_ + entity), index_.at(cursor_ + end)});
        cursor_ += end;
      } else if (found != std::string_view::npos) {
        cursor_ += found;
        if (c == "*" && cursor_ > 0 && text_[cursor_ - 1] == '\\') escaped_.push_back(block_.text.size());
        block_.text.append(c, index_.at(cursor_));
        cursor_ += c.size();
      } else {
        block_.text.append_as(c, {index_.at(cursor_), index_.at(cursor_)});
      }
    }
  }

  void add_break(bool hard) {
    const auto end = text_.find('\n', cursor_);
    const auto at = end == std::string_view::npos ? cursor_ : end;
    const auto from = index_.at(at);
    if (unwrapped_ && !hard) {
      close();
      cursor_ = at;
      return;
    }
    auto next = text_.substr(std::min(at + 1, text_.size()), 80);
    next.remove_prefix(std::min(next.find_first_not_of(" \t>"), next.size()));
    const auto join = hyphenation_.join(block_.text.text(), next);
    if (join == LineJoin::word && (block_.text.text().ends_with('-'))) block_.text.drop(1);
    if (join == LineJoin::space) block_.text.append_as(" ", {from, from + 1});
    cursor_ = at;
  }

  void add_tag(const char* literal) {
    const auto tag = lower(literal == nullptr ? "" : literal);
    if (tag.starts_with("<sup")) superscript_ = true;
    if (tag.starts_with("</sup")) superscript_ = false;
    if (tag.starts_with("<br")) block_.text.append_as(" ", {index_.at(cursor_), index_.at(cursor_)});
    if (const auto found = text_.substr(cursor_, 4096).find(literal == nullptr ? "" : literal); found != std::string_view::npos)
      cursor_ += found + tag.size();
  }

  void add_verbatim(cmark_node* node) {
    open(BlockKind::boilerplate, node);
    add(node);
    close();
  }

  void add_html(cmark_node* node) {
    const char* literal = cmark_node_get_literal(node);
    if (literal == nullptr) return;
    const auto shift = index_.at(position(node));
    for (auto& block : read_html_fragment(literal)) {
      block.text.shift(shift);
      blocks_.push_back(std::move(block));
    }
  }

  std::string_view text_;
  CodePointIndex index_;
  std::vector<Line> plain_lines_;
  Hyphenation hyphenation_;
  bool unwrapped_;
  std::vector<std::size_t> line_starts_;
  std::size_t cursor_ = 0;
  std::vector<RawBlock> blocks_;
  RawBlock block_;
  std::string title_;
  std::size_t strong_bytes_ = 0;
  std::vector<std::size_t> escaped_;  ///< bytes of the block that are escaped asterisks
  bool superscript_ = false;
  int images_ = 0;
  int quotes_ = 0;
  int items_ = 0;
  int notes_ = 0;
  int links_ = 0;
  int strong_ = 0;
};

}  // namespace

bool looks_like_markdown(std::string_view text) {
  text = text.substr(0, 1 << 18);
  int signs = 0;
  for (std::size_t at = text.find("]("); at != std::string_view::npos; at = text.find("](", at + 2)) {
    const auto target = text.substr(at + 2, 8);
    signs += target.starts_with('#') || target.starts_with("http") || target.starts_with('/') || target.starts_with("mailto") ? 1 : 0;
  }
  for (std::size_t at = text.find("**"); at != std::string_view::npos; at = text.find("**", at + 2)) {
    const auto c = at + 2 < text.size() ? text[at + 2] : ' ';
    signs += c != ' ' && c != '*' && c != '\n' && (at == 0 || text[at - 1] == '\n' || text[at - 1] == ' ') ? 1 : 0;
  }
  for (std::size_t at = 0; at < text.size();) {
    const auto line = text.substr(at, text.find('\n', at) - at);
    const auto level = line.find_first_not_of('#');
    signs += level != std::string_view::npos && level >= 1 && level <= 6 && line[level] == ' ' ? 1 : 0;
    at += line.size() + 1;
  }
  return signs >= 3;
}

RawDocument read_markdown(std::string_view bytes, const std::string& source) {
  const auto decoded = decode(bytes, source);
  const std::string_view text = decoded.text;
  RawDocument raw;
  raw.damage = damage_note(decoded);
  const auto skipped = read_front_matter(text, raw);
  const auto tree = parse(text.substr(skipped));
  Walker walker(text, skipped);
  walker.walk(tree.get());
  raw.blocks = walker.take();
  if (raw.title.empty()) raw.title = walker.title();
  return raw;
}

}  // namespace entente
