#include "entente/schema/gazetteer_matcher.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace entente {

namespace {

constexpr std::uint32_t kMaxWords = 14;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z') || static_cast<signed char>(c) < 0; }

// Dashes and apostrophes of typography, and the no-break space, to those of the keyboard.
constexpr std::array<std::pair<std::string_view, char>, 8> kPlain = {{{"\u2019", '\''},
                                                                      {"\u2018", '\''},
                                                                      {"\u2010", '-'},
                                                                      {"\u2011", '-'},
                                                                      {"\u2013", '-'},
                                                                      {"\u2014", '-'},
                                                                      {"\u2212", '-'},
                                                                      {"\u00A0", ' '}}};

// One space for white space, plain dashes and apostrophes; all else as it is.
std::string plain(std::string_view name) {
  std::string key;
  key.reserve(name.size());
  for (std::size_t i = 0; i < name.size(); ++i) {
    char c = name[i];
    if (static_cast<signed char>(c) < 0)
      for (const auto& [from, to] : kPlain)
        if (name.substr(i).starts_with(from)) {
          c = to;
          i += from.size() - 1;
          break;
        }
    if (is_space(c)) c = ' ';
    if (c == ' ' && (key.empty() || key.back() == ' ' || key.back() == '-')) continue;
    if (c == '-' && !key.empty() && key.back() == ' ') key.pop_back();
    key += c;
  }
  while (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

// "VLADIMIR PUTIN" as "Vladimir Putin", "OF" as "of"; empty if there is no word in capitals.
std::string lowered_capitals(std::string_view key) {
  std::string out(key);
  bool changed = false;
  for (std::size_t i = 0; i < out.size();) {
    std::size_t end = i;
    bool capitals = true;
    while (end < out.size() && is_letter(out[end])) capitals = is_upper(out[end++]) && capitals;
    if (capitals && end - i >= 2) {
      const auto word = std::string_view(out).substr(i, end - i);
      const bool small = word == "OF" || word == "THE" || word == "AND" || word == "FOR";
      for (std::size_t k = i + (small ? 0 : 1); k < end; ++k) out[k] = static_cast<char>(out[k] - 'A' + 'a');
      changed = true;
    }
    i = end + 1;
  }
  return changed ? out : std::string();
}

std::string_view first_run(std::string_view key) {
  std::size_t end = 0;
  while (end < key.size() && (is_letter(key[end]) || (key[end] >= '0' && key[end] <= '9'))) ++end;
  return key.substr(0, std::max<std::size_t>(end, 1));
}

bool usual_first(const Reading& a, const Reading& b) {
  return std::tuple(-a.weight, a.kind, a.entry) < std::tuple(-b.weight, b.kind, b.entry);
}

}  // namespace

GazetteerMatcher::GazetteerMatcher(const Schema& schema) {
  for (std::uint32_t i = 0; i < schema.gazetteer.size(); ++i) {
    const auto& entry = schema.gazetteer[i];
    for (const auto& name : entry.names) add(name, {i, NameKind::name, entry.weight});
    for (const auto& name : entry.metonyms) add(name, {i, NameKind::metonym, entry.weight});
    for (const auto& name : entry.demonyms) add(name, {i, NameKind::demonym, entry.weight});
  }
  for (auto& [name, readings] : names_) std::sort(readings.begin(), readings.end(), usual_first);
}

void GazetteerMatcher::add(std::string_view name, Reading reading) {
  auto key = plain(name);
  if (key.empty()) return;
  starts_.emplace(first_run(key));
  longest_ = std::max(longest_, key.size());
  auto& readings = names_[std::move(key)];
  const auto same = [&](const Reading& other) { return other.entry == reading.entry; };
  if (std::none_of(readings.begin(), readings.end(), same)) readings.push_back(reading);
}

std::vector<Reading> GazetteerMatcher::find(std::string_view name) const {
  const auto key = plain(name);
  auto found = names_.find(key);
  if (found == names_.end()) found = names_.find(lowered_capitals(key));
  return found == names_.end() ? std::vector<Reading>{} : found->second;
}

std::vector<GazetteerMatch> GazetteerMatcher::match(std::string_view text, std::span<const Span> words) const {
  std::vector<GazetteerMatch> matches;
  for (std::uint32_t i = 0; i < words.size();) {
    const auto start = plain(words[i].of(text));
    const auto run = std::string(first_run(start));
    if (!starts_.contains(run) && !starts_.contains(lowered_capitals(run))) {
      ++i;
      continue;
    }
    GazetteerMatch best;
    for (std::uint32_t j = i + 1; j <= words.size() && j - i <= kMaxWords; ++j) {
      const auto surface = text.substr(words[i].begin, words[j - 1].end - words[i].begin);
      if (surface.size() > 2 * longest_ + 8) break;
      auto readings = find(surface);
      if (!readings.empty()) best = {i, j, std::move(readings)};
    }
    i = best.readings.empty() ? i + 1 : best.last_word;
    if (!best.readings.empty()) matches.push_back(std::move(best));
  }
  return matches;
}

const Reading& choose_reading(const Schema& schema, const GazetteerMatch& match, const std::unordered_set<std::string>& nearby) {
  const Reading* best = &match.readings.front();
  std::size_t most = 0;
  for (const auto& reading : match.readings) {
    const auto& context = schema.gazetteer[reading.entry].context;
    const auto hits =
        static_cast<std::size_t>(std::count_if(context.begin(), context.end(), [&](const auto& w) { return nearby.contains(w); }));
    if (hits > most) {
      most = hits;
      best = &reading;
    }
  }
  return *best;
}

}  // namespace entente
