// The HTML reader: from a parsed page to blocks.
#include <algorithm>

#include "entente/base/encoding.hpp"
#include "entente/base/unicode.hpp"
#include "text/boilerplate.hpp"
#include "text/format.hpp"
#include "text/html_metadata.hpp"
#include "text/html_page.hpp"
#include "text/html_parts.hpp"
#include "text/lines.hpp"

namespace entente {

namespace {

bool is_note_mark(std::string_view text) {
  return !text.empty() && text.size() <= 6 && text.find_first_not_of("0123456789[]*()†‡ ") == std::string_view::npos;
}

/// Follows the events of a page and collects its blocks.
class Collector {
 public:
  explicit Collector(const HtmlPage& page) : page_(page), parts_(find_parts(page)) {}

  std::vector<RawBlock> run() {
    for (const auto& event : page_.events) {
      const auto& name = page_.elements[event.element].name;
      if (event.kind == HtmlEvent::Kind::text) {
        add(event);
        continue;
      }
      const int step = event.kind == HtmlEvent::Kind::open ? 1 : -1;
      if (name == "br" && step > 0) line_break();
      if (is_block_element(name)) close();
      if (name == "a") links_ += step;
      if (name == "sup") superscripts_ += step;
      if (name == "b" || name == "strong") bold_ += step;
      if (name == "blockquote") quotes_ += step;
      if (name == "li" || name == "dd" || name == "dt") items_ += step;
      if (name == "td" || name == "th") cells_ += step;
      if (name == "figcaption" || name == "caption") captions_ += step;
      if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') headings_ += step;
    }
    close();
    return std::move(blocks_);
  }

 private:
  void add(const HtmlEvent& event) {
    const auto part = parts_[event.element];
    if (part == HtmlPart::hidden) return;
    const auto text = std::string_view(page_.text.text()).substr(event.begin, event.end - event.begin);
    if (superscripts_ > 0 && is_note_mark(text)) return;
    const bool blank = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (!blank && !has_text_) {
      block_.kind = part == HtmlPart::boilerplate ? BlockKind::boilerplate : kind();
      has_text_ = true;
    }
    if (!blank) breaks_ = 0;
    block_.text.append(page_.text, event.begin, event.end);
    if (links_ > 0) block_.link_bytes += static_cast<std::uint32_t>(text.size());
    if (bold_ > 0 || blank) bold_bytes_ += text.size();
  }

  BlockKind kind() const {
    if (headings_ > 0) return BlockKind::heading;
    if (cells_ > 0) return BlockKind::table_cell;
    if (quotes_ > 0) return BlockKind::quotation;
    return items_ > 0 ? BlockKind::list_item : BlockKind::paragraph;
  }

  void line_break() {
    if (!has_text_) return;
    ++breaks_;
    if (breaks_ >= 2 || bold_bytes_ == block_.text.size()) {
      close();
      return;
    }
    const auto at = block_.text.pieces().back().source.end;
    block_.text.append_as(" ", {at, at});
    ++bold_bytes_;
  }

  void close() {
    if (has_text_) {
      const auto& text = block_.text.text();
      const auto end = text.find_last_not_of(" \t\r\n") + 1;
      const bool prose = text.size() >= 120 && ends_sentence(std::string_view(text).substr(0, end));
      if (block_.kind == BlockKind::table_cell && prose) block_.kind = BlockKind::paragraph;  // a table for layout
      if (block_.kind == BlockKind::paragraph && bold_bytes_ == block_.text.size() && looks_like_heading(block_.text.text()))
        block_.kind = BlockKind::heading;
      blocks_.push_back(std::move(block_));
    }
    block_ = {};
    has_text_ = false;
    bold_bytes_ = 0;
    breaks_ = 0;
  }

  const HtmlPage& page_;
  std::vector<HtmlPart> parts_;
  std::vector<RawBlock> blocks_;
  RawBlock block_;
  bool has_text_ = false;
  std::size_t bold_bytes_ = 0;
  int breaks_ = 0;
  int links_ = 0;
  int superscripts_ = 0;
  int bold_ = 0;
  int quotes_ = 0;
  int items_ = 0;
  int cells_ = 0;
  int captions_ = 0;
  int headings_ = 0;
};

/// The encoding that a meta element names.
std::string declared_encoding(std::string_view bytes) {
  const auto head = lower(bytes.substr(0, 2048).substr(0, bytes.substr(0, 2048).find('\0')));
  auto at = head.find("charset=");
  if (at == std::string::npos) return {};
  at += 8;
  while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
  const auto end = head.find_first_of("\"'>; /", at);
  return head.substr(at, std::min(end - at, std::size_t{32}));
}

}  // namespace

std::vector<RawBlock> read_html_fragment(std::string_view html) { return Collector(parse_html(html)).run(); }

RawDocument read_html(std::string_view bytes, const std::string& source) {
  const auto decoded = decode(bytes, source, declared_encoding(bytes));
  const auto page = parse_html(decoded.text);
  auto raw = read_metadata(page);
  raw.damage = damage_note(decoded);
  raw.blocks = Collector(page).run();
  mark_around_article(raw.blocks);
  return raw;
}

}  // namespace entente
