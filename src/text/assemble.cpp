#include "entente/base/unicode.hpp"
#include "text/boilerplate.hpp"
#include "text/characters.hpp"
#include "text/first_lines.hpp"
#include "text/lines.hpp"
#include "text/note_marks.hpp"
#include "text/raw_document.hpp"

namespace entente {

namespace {

void clean_blocks(std::vector<RawBlock>& blocks) {
  for (auto& block : blocks) block.text = clean_characters(block.text);
  std::erase_if(blocks, [](const RawBlock& block) { return block.text.empty(); });
}

/// Cuts the bullet off a list item; numbers and letters stay, for the text may speak of them.
void drop_bullets(std::vector<RawBlock>& blocks) {
  for (auto& block : blocks) {
    const std::string_view text = block.text.text();
    const auto space = text.find(' ');
    if (block.kind != BlockKind::list_item || space == std::string_view::npos || space > 3) continue;
    const auto bullet = code_point_at(text, 0);
    if (sequence_length(text[0]) != space || is_alphanumeric(bullet) || bullet == '"' || bullet == 0x201C || bullet == '(') continue;
    block.text = block.text.slice(space + 1, text.size());
  }
}

std::string clean_field(const std::string& text) {
  MappedText mapped;
  if (!invalid_utf8(text)) mapped.append(text, 0);
  return clean_characters(mapped).text();
}

/// Joins a paragraph that stops in the middle of a sentence with the one that goes on, as page breaks leave them in converted text.
void join_interrupted(std::vector<RawBlock>& blocks) {
  std::vector<RawBlock> joined;
  std::size_t open = 0;  // index + 1 of the paragraph that may go on
  for (auto& block : blocks) {
    const bool aside = block.kind == BlockKind::boilerplate || block.kind == BlockKind::footnote;
    if (open > 0 && !aside) {
      auto& last = joined[open - 1];
      const auto& text = last.text.text();
      const bool unfinished = text.size() > 60 && !ends_sentence(text) && !text.ends_with(':') && last.kind == block.kind;
      const bool goes_on = is_lower(code_point_at(block.text.text(), 0)) || (ends_open(text) && block.text.size() > 60);
      if (unfinished && goes_on && block.kind == BlockKind::paragraph) {
        const auto source = block.text.pieces().front().source.begin;
        last.text.append_as(" ", {source, source});
        last.text.append(block.text);
        last.link_bytes += block.link_bytes;
        continue;
      }
    }
    joined.push_back(std::move(block));
    if (!aside) open = joined.size();
  }
  blocks = std::move(joined);
}

}  // namespace

Document assemble(RawDocument&& raw) {
  clean_blocks(raw.blocks);
  drop_bullets(raw.blocks);
  join_interrupted(raw.blocks);
  raw.title = clean_field(raw.title);
  raw.author = clean_field(raw.author);
  raw.url = clean_field(raw.url);
  read_first_lines(raw);
  mark_boilerplate(raw.blocks, raw.author);
  drop_note_marks(raw.blocks);
  Document document;
  document.title = std::move(raw.title);
  document.author = std::move(raw.author);
  document.date = std::move(raw.date);
  document.url = std::move(raw.url);
  MappedText all;
  for (auto& block : raw.blocks) {
    if (block.text.empty()) continue;
    const auto source = block.text.pieces().front().source.begin;
    if (!all.empty()) all.append_as("\n", {source, source});
    const auto begin = static_cast<std::uint32_t>(all.size());
    all.append(block.text);
    document.blocks.push_back({{begin, static_cast<std::uint32_t>(all.size())}, block.kind});
    block.text = {};
  }
  document.text = all.text();
  document.source_map = all.pieces();
  return document;
}

}  // namespace entente
