#include "language/lemmas.hpp"

#include <array>
#include <charconv>

#include "entente/base/error.hpp"
#include "entente/base/uncased.hpp"

namespace entente {

namespace {

std::string key(std::string_view form, std::string_view upos) {
  std::string both(form);
  both += '\t';
  both += upos;
  return both;
}

/// `text` without its last `count` code points.
std::string_view drop_last(std::string_view text, std::size_t count) {
  while (count > 0 && !text.empty()) {
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.remove_suffix(1);
    if (!text.empty()) text.remove_suffix(1);
    --count;
  }
  return text;
}

/// Prefixes that leave the inflection of a word alone.
constexpr std::array<std::string_view, 12> kPrefixes{"re-", "re", "un", "over", "out", "mis", "pre-", "pre", "dis", "co-", "de-", "non-"};

/// Whether commas part the digits into threes: "12,000".
bool grouped_number(std::string_view form) {
  const auto comma = form.find(',');
  if (comma == std::string_view::npos || comma == 0 || comma > 3) return false;
  const auto whole = form.substr(0, form.find('.'));
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool digit = form[i] >= '0' && form[i] <= '9';
    if (!digit && form[i] != ',' && form[i] != '.') return false;
    if (form[i] == ',' && (i >= whole.size() || (whole.size() - i) % 4 != 0)) return false;
  }
  return (whole.size() - comma) % 4 == 0;
}

std::string without_commas(std::string_view form) {
  std::string out(form);
  std::erase(out, ',');
  return out;
}

}  // namespace

Lemmas::Lemmas(const std::vector<std::string>& rules, const std::vector<std::string>& entries) {
  for (const auto& text : rules) {
    Rule rule;
    const auto* end = text.data() + text.size();
    if (text.size() < 2 || (text[0] != 'l' && text[0] != 'k')) throw ModelError("the model has an unknown lemma rule '" + text + "'");
    rule.lower = text[0] == 'l';
    const auto parsed = std::from_chars(text.data() + 1, end, rule.dropped);
    if (parsed.ec != std::errc()) throw ModelError("the model has an unknown lemma rule '" + text + "'");
    rule.added.assign(parsed.ptr, end);
    rules_.push_back(std::move(rule));
  }
  for (const auto& entry : entries) {
    const auto tab = entry.rfind('\t');
    if (tab == std::string::npos) throw ModelError("the model has a lemma entry without tabs: '" + entry + "'");
    dictionary_.emplace(entry.substr(0, tab), entry.substr(tab + 1));
  }
}

std::string Lemmas::known(const std::string& form, std::string_view upos) const {
  if (const auto found = dictionary_.find(key(form, upos)); found != dictionary_.end()) return found->second;
  for (const auto prefix : kPrefixes) {
    if (!form.starts_with(prefix) || form.size() < prefix.size() + 5) continue;
    const auto found = dictionary_.find(key(std::string_view(form).substr(prefix.size()), upos));
    if (found != dictionary_.end()) return std::string(prefix) + found->second;
  }
  return {};
}

std::string Lemmas::edited(std::string_view form, std::uint32_t rule) const {
  const auto& edit = rules_[rule];
  const auto base = edit.lower ? lower_case(form) : std::string(form);
  auto lemma = std::string(drop_last(base, edit.dropped)) + edit.added;
  return lemma.empty() ? base : lemma;
}

std::string Lemmas::lemma(std::string_view form, std::string_view upos, std::string_view xpos, std::uint32_t rule) const {
  if (!dictionary_.empty()) {
    if (const auto found = dictionary_.find(key(form, upos)); found != dictionary_.end()) return found->second;
    if (auto lemma = known(lower_case(form), upos); !lemma.empty()) return lemma;
  }
  if (upos == "NUM" && grouped_number(form)) return without_commas(form);
  const auto lower = lower_case(form);
  if ((upos == "NOUN" && xpos == "NN") || (upos == "ADJ" && xpos == "JJ") || (upos == "ADV" && xpos == "RB")) {
    // Abbreviations may stand for a longer word ("gov't").
    if (lower.size() > 4 && lower.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos) return lower;
  }
  auto lemma = edited(form, rule);
  if (xpos == "NNS" && lower.size() > 5 && lower.ends_with("ies") && lemma.ends_with("ie")) lemma.replace(lemma.size() - 2, 2, "y");
  if ((xpos == "VBD" || xpos == "VBN" || xpos == "VBG") && lemma.ends_with("iz")) lemma += 'e';
  return lemma;
}

}  // namespace entente
