#include "language/word_alignment.hpp"

#include <algorithm>

#include "entente/base/uncased.hpp"

namespace entente {

namespace {

/// Words [gold_begin, gold_end) and [system_begin, system_end) that cover the same multiword tokens.
struct Area {
  std::size_t gold_begin = 0;
  std::size_t gold_end = 0;
  std::size_t system_begin = 0;
  std::size_t system_end = 0;
};

bool beyond(const std::vector<PlacedWord>& words, std::size_t i, std::uint32_t end) {
  if (i >= words.size()) return true;
  return words[i].multiword ? words[i].characters.begin >= end : words[i].characters.end > end;
}

Area multiword_area(const std::vector<PlacedWord>& gold, const std::vector<PlacedWord>& system, std::size_t g, std::size_t s) {
  std::uint32_t end = 0;
  if (gold[g].multiword) {
    end = gold[g].characters.end;
    if (!system[s].multiword && system[s].characters.begin < gold[g].characters.begin) ++s;
  } else {
    end = system[s].characters.end;
    if (!gold[g].multiword && gold[g].characters.begin < system[s].characters.begin) ++g;
  }
  Area area{g, g, s, s};
  const auto extend = [&](const PlacedWord& word) {
    if (word.multiword) end = std::max(end, word.characters.end);
  };
  while (!beyond(gold, area.gold_end, end) || !beyond(system, area.system_end, end)) {
    const bool take_gold =
        area.gold_end < gold.size() &&
        (area.system_end >= system.size() || gold[area.gold_end].characters.begin <= system[area.system_end].characters.begin);
    extend(take_gold ? gold[area.gold_end++] : system[area.system_end++]);
  }
  return area;
}

bool same_form(const PlacedWord& a, const PlacedWord& b) { return lower_case(a.word->form) == lower_case(b.word->form); }

/// Pairs the words of an area along their longest common subsequence.
void align_area(const std::vector<PlacedWord>& gold, const std::vector<PlacedWord>& system, const Area& area,
                std::vector<std::int64_t>& aligned) {
  const auto rows = area.gold_end - area.gold_begin;
  const auto columns = area.system_end - area.system_begin;
  std::vector<std::vector<std::size_t>> longest(rows + 1, std::vector<std::size_t>(columns + 1, 0));
  const auto same = [&](std::size_t g, std::size_t s) { return same_form(gold[area.gold_begin + g], system[area.system_begin + s]); };
  for (auto g = rows; g-- > 0;)
    for (auto s = columns; s-- > 0;)
      longest[g][s] = same(g, s) ? 1 + longest[g + 1][s + 1] : std::max(longest[g + 1][s], longest[g][s + 1]);
  for (std::size_t g = 0, s = 0; g < rows && s < columns;) {
    if (same(g, s)) {
      aligned[area.system_begin + s++] = static_cast<std::int64_t>(area.gold_begin + g++);
    } else if (longest[g][s] == longest[g + 1][s]) {
      ++g;
    } else {
      ++s;
    }
  }
}

void append_without_space(std::string& out, std::string_view form) {
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == ' ' || form[i] == '\t') continue;
    if (form.substr(i).starts_with("\xC2\xA0")) {  // a no-break space inside a form
      ++i;
      continue;
    }
    out += form[i];
  }
}

}  // namespace

PlacedTreebank place_words(const std::vector<AnnotatedSentence>& sentences) {
  PlacedTreebank placed;
  for (const auto& sentence : sentences) {
    const auto base = static_cast<std::int64_t>(placed.words.size());
    const auto begin = static_cast<std::uint32_t>(placed.characters.size());
    for (const auto& token : sentence.tokens) {
      const auto start = static_cast<std::uint32_t>(placed.characters.size());
      append_without_space(placed.characters, token.form);
      const Span span{start, static_cast<std::uint32_t>(placed.characters.size())};
      placed.tokens.push_back(span);
      for (auto i = token.first; i < token.last; ++i) {
        const auto head = sentence.words[i].head;
        placed.words.push_back({&sentence.words[i], span, token.last - token.first > 1, head == 0 ? -1 : base + head - 1});
      }
    }
    placed.sentences.push_back({begin, static_cast<std::uint32_t>(placed.characters.size())});
  }
  return placed;
}

std::vector<std::int64_t> align_words(const PlacedTreebank& gold, const PlacedTreebank& system) {
  std::vector<std::int64_t> aligned(system.words.size(), -1);
  for (std::size_t g = 0, s = 0; g < gold.words.size() && s < system.words.size();) {
    const auto& a = gold.words[g];
    const auto& b = system.words[s];
    if (a.multiword || b.multiword) {
      const auto area = multiword_area(gold.words, system.words, g, s);
      align_area(gold.words, system.words, area, aligned);
      g = area.gold_end;
      s = area.system_end;
    } else if (a.characters == b.characters) {
      aligned[s++] = static_cast<std::int64_t>(g++);
    } else if (a.characters.begin <= b.characters.begin) {
      ++g;
    } else {
      ++s;
    }
  }
  return aligned;
}

}  // namespace entente
