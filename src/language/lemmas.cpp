#include "language/lemmas.hpp"

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

std::string Lemmas::lemma(std::string_view form, std::string_view upos, std::uint32_t rule) const {
  if (!dictionary_.empty()) {
    if (const auto found = dictionary_.find(key(form, upos)); found != dictionary_.end()) return found->second;
    if (const auto found = dictionary_.find(key(lower_case(form), upos)); found != dictionary_.end()) return found->second;
  }
  const auto& edit = rules_[rule];
  const auto base = edit.lower ? lower_case(form) : std::string(form);
  auto lemma = std::string(drop_last(base, edit.dropped)) + edit.added;
  return lemma.empty() ? base : lemma;
}

}  // namespace entente
