#include "entente/language/names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/base/error.hpp"

namespace entente {

namespace {

std::vector<std::string_view> columns(std::string_view line) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0;;) {
    const auto end = line.find('\t', at);
    parts.push_back(line.substr(at, end - at));
    if (end == std::string_view::npos) return parts;
    at = end + 1;
  }
}

/// Whether a proper noun is a part of the name, by the tree.
bool belongs(const std::vector<Token>& tokens, std::size_t word, const NameSpan& name) {
  const auto& token = tokens[word];
  if (token.upos != "PROPN" || token.head == 0) return false;
  const auto head = token.head - 1;
  const bool part = token.deprel.starts_with("compound") || token.deprel.starts_with("flat");
  return part && head >= name.first && head < name.last;
}

bool well_formed(std::string_view tag) { return tag == "O" || (tag.size() > 2 && (tag.starts_with("B-") || tag.starts_with("I-"))); }

}  // namespace

void mend_names(std::vector<Token>& tokens) {
  std::vector<std::string> tags(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) tags[i] = tokens[i].name;
  auto names = names_of(tags);
  for (std::size_t k = 0; k < names.size(); ++k) {
    auto& name = names[k];
    const std::size_t floor = k == 0 ? 0 : names[k - 1].last;
    while (tags[name.first][0] == 'I' && name.first > floor && belongs(tokens, name.first - 1, name)) tags[--name.first] = "I";
  }
  for (std::size_t k = names.size(); k-- > 1;)
    if (names[k - 1].last == names[k].first && belongs(tokens, names[k - 1].last - 1, names[k])) {
      names[k].first = names[k - 1].first;
      names.erase(names.begin() + static_cast<std::ptrdiff_t>(k) - 1);
    }
  for (auto& token : tokens) token.name.clear();
  for (const auto& name : names)
    for (auto i = name.first; i < name.last; ++i) tokens[i].name = (i == name.first ? "B-" : "I-") + name.kind;
}

std::vector<NameSpan> names_of(const std::vector<std::string>& tags) {
  std::vector<NameSpan> names;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (tags[i].empty() || tags[i] == "O") continue;
    const auto kind = tags[i].substr(2);
    const bool goes_on = tags[i][0] == 'I' && !names.empty() && names.back().last == i && names.back().kind == kind;
    if (goes_on)
      ++names.back().last;
    else
      names.push_back({i, i + 1, kind});
  }
  return names;
}

std::vector<NamedSentence> read_names(std::string_view text, const std::string& file) {
  std::vector<NamedSentence> sentences;
  NamedSentence current;
  const auto finish = [&] {
    if (current.words.empty()) return;
    sentences.push_back(std::move(current));
    current = {};
  };
  std::uint32_t number = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) {
      finish();
    } else if (line.starts_with("# newdoc")) {
      finish();
      current.begins_document = true;
    } else if (!line.starts_with('#')) {
      const auto row = columns(line);
      if (row.size() < 3)
        throw InputError(Location{file, number, 0}, fmt::format("expected 3 columns or more separated by tabs, found {}", row.size()));
      if (!well_formed(row[2]))
        throw InputError(Location{file, number, 0}, fmt::format("expected the tag O, B-… or I-…, found '{}'", row[2]));
      current.words.emplace_back(row[1]);
      current.tags.emplace_back(row[2] == "O" ? std::string_view() : row[2]);
    }
  }
  finish();
  return sentences;
}

void NameCounts::add(const std::vector<NameSpan>& gold_names, const std::vector<NameSpan>& system_names) {
  gold += gold_names.size();
  system += system_names.size();
  for (const auto& name : system_names) {
    const auto same = std::find_if(gold_names.begin(), gold_names.end(),
                                   [&](const NameSpan& other) { return other.first == name.first && other.last == name.last; });
    if (same == gold_names.end()) continue;
    ++both_spans;
    both += same->kind == name.kind;
  }
}

}  // namespace entente
