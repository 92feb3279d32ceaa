// From marked lines to paragraphs, headings, list items and footnotes.
#include <algorithm>
#include <utility>

#include "entente/base/unicode.hpp"
#include "text/hyphenation.hpp"
#include "text/lines.hpp"

namespace entente {

namespace {

/// Builds blocks line by line.
class Grouper {
 public:
  explicit Grouper(const std::vector<Line>& lines) : lines_(lines), hyphenation_(lines), width_(line_width(lines)) {
    std::size_t full = 0;
    std::size_t inner = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      if (lines[i].text.empty() || lines[i + 1].text.empty()) continue;
      ++inner;
      full += !is_short(lines[i]) ? 1 : 0;
    }
    wrapped_ = width_ <= 130 && inner >= 2 && full * 2 >= inner;
    body_size_ = body_size(lines);
  }

  std::vector<RawBlock> run() {
    for (const auto& line : lines_) {
      if (line.text.empty()) {
        gap_ = true;
        continue;
      }
      if (line.role != LineRole::body)
        take_aside(line);
      else
        take_body(line);
    }
    close();
    return std::move(blocks_);
  }

 private:
  bool is_short(const Line& line) const { return count_code_points(line.text) * 10 < width_ * 7; }

  void take_aside(const Line& line) {
    interrupted_ = true;
    const auto kind = line.role == LineRole::footnote ? BlockKind::footnote : BlockKind::boilerplate;
    const bool new_note = kind == BlockKind::footnote && footnote_number(line.text) != 0;
    if (asides_.empty() || asides_.back().kind != kind || new_note || kind == BlockKind::boilerplate)
      asides_.push_back({kind, {}, 0});
    else
      add_gap(asides_.back().text, last_aside_, line);
    asides_.back().text.append(line.text, line.source);
    last_aside_ = line;
  }

  void take_body(const Line& line) {
    if (!block_.text.empty() && begins_block(line)) close();
    if (block_.text.empty()) {
      block_.kind = starts_list_item(line.text) ? BlockKind::list_item : BlockKind::paragraph;
      first_ = line;
      count_ = 0;
      largest_ = 0;
    } else {
      add_gap(block_.text, last_, line);
    }
    block_.text.append(line.text, line.source);
    last_ = line;
    largest_ = std::max(largest_, line.size);
    ++count_;
    gap_ = false;
    interrupted_ = false;
  }

  void add_gap(MappedText& text, const Line& before, const Line& line) const {
    const auto end = before.source + static_cast<std::uint32_t>(count_code_points(before.text));
    switch (hyphenation_.join(before.text, line.text)) {
      case LineJoin::word:
        if (const auto last = code_point_before(before.text, before.text.size()); last == '-' || last == 0x2010 || last == 0xAD)
          text.drop(before.text.size() - previous(before.text, before.text.size()));
        break;
      case LineJoin::nothing:
        break;
      case LineJoin::space:
        text.append_as(" ", {end, end + 1});
        break;
    }
  }

  bool begins_block(const Line& line) const {
    const bool open = !ends_sentence(last_.text);
    const auto first = code_point_at(line.text, 0);
    if (line.size > 0 && last_.size > 0 && std::abs(line.size - last_.size) > 0.15F * last_.size && !(open && is_lower(first))) return true;
    if (gap_ || interrupted_) return !continues(line, open, first);
    if (!wrapped_ && open && is_cut_off(line)) return false;
    if (!wrapped_) return !open || (!is_lower(first) && !ends_open(last_.text)) || block_.text.size() <= 25 || starts_list_item(line.text);
    return breaks_within_group(line, open, first);
  }

  /// True if the line goes on with the sentence of the open block over blank lines or page furniture.
  bool continues(const Line& line, bool open, char32_t first) const {
    if (!open) return interrupted_ && !gap_ && wrapped_ && !is_short(last_) && line.indent == last_.indent;
    if (starts_list_item(line.text)) return false;
    if (!wrapped_ && is_cut_off(line)) return true;
    if (is_lower(first)) return block_.text.size() > 25 || ends_open(last_.text);
    const auto last = code_point_before(last_.text, last_.text.size());
    if (last == ':') return false;
    const bool full = wrapped_ && !is_short(last_);
    if ((interrupted_ || line.page_start) && full && !heading_like()) return true;
    return full && ends_open(last_.text) && !heading_like();
  }

  /// True if a long paragraph of one line stops in the middle of a sentence, as page breaks cut it, and `line` is another one.
  bool is_cut_off(const Line& line) const {
    const auto last = code_point_before(last_.text, last_.text.size());
    return last_.text.size() >= 200 && line.text.size() >= 60 && is_letter(last) && !starts_list_item(line.text) &&
           !looks_like_heading(line.text);
  }

  bool heading_like() const { return count_ <= 2 && looks_like_heading(block_.text.text()) && !ends_open(last_.text) && is_short(last_); }

  bool breaks_within_group(const Line& line, bool open, char32_t first) const {
    if (line.page_start) return !open || (!is_lower(first) && is_short(last_));
    const auto room = count_code_points(last_.text) + 1 + line.text.find(' ');
    const bool deliberate = line.text.find(' ') != std::string_view::npos && room * 100 < width_ * 88;
    if (starts_list_item(line.text) &&
        (!open || last_.text.ends_with(':') || last_.text.ends_with(';') || (deliberate && block_.kind == BlockKind::list_item)))
      return true;
    if (line.indent >= last_.indent + 2 && count_ > 1 && !is_lower(first) && block_.kind != BlockKind::list_item)
      return !open || is_short(last_);
    if (!deliberate) return false;
    if (!open) return true;
    // The first line of a paragraph may be short for a lost indent, so half a line must be missing.
    return count_code_points(last_.text) * 2 < width_ && !is_lower(first) && !ends_open(last_.text);
  }

  void close() {
    if (!block_.text.empty()) {
      const bool large = body_size_ > 0 && largest_ > 1.12F * body_size_;
      if ((block_.kind == BlockKind::paragraph || (block_.kind == BlockKind::list_item && large)) &&
          (looks_like_heading(block_.text.text()) || (large && block_.text.size() < 250)) && count_ <= (large ? 5U : 3U))
        block_.kind = BlockKind::heading;
      blocks_.push_back(std::move(block_));
    }
    block_ = {};
    for (auto& aside : asides_) blocks_.push_back(std::move(aside));
    asides_.clear();
  }

  const std::vector<Line>& lines_;
  Hyphenation hyphenation_;
  std::size_t width_;
  bool wrapped_ = false;
  float body_size_ = 0;
  std::vector<RawBlock> blocks_;
  std::vector<RawBlock> asides_;  ///< footnotes and furniture met inside the open block; they follow it
  RawBlock block_;
  Line first_;
  Line last_;
  Line last_aside_;
  std::size_t count_ = 0;
  float largest_ = 0;
  bool gap_ = false;
  bool interrupted_ = false;
};

}  // namespace

std::vector<RawBlock> group_lines(const std::vector<Line>& lines) { return Grouper(lines).run(); }

RawDocument lay_out(std::vector<Line> lines) {
  RawDocument raw;
  if (lines.empty()) return raw;
  mark_furniture(lines);
  mark_footnotes(lines);
  raw.blocks = group_lines(lines);
  return raw;
}

RawDocument read_plain_text(std::string_view text) { return lay_out(split_lines(text)); }

}  // namespace entente
