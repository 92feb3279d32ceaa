#include "extract/lexicon/tree.hpp"

#include <algorithm>
#include <array>

namespace entente {

namespace {

constexpr std::array<std::string_view, 12> kNegations = {"not",    "n't",    "never",   "no",        "neither", "nor",
                                                         "hardly", "barely", "nowhere", "no longer", "cannot",  "nobody"};

std::string lower(std::string_view word) {
  std::string out(word);
  for (auto& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool is_relative(const Token& token) {
  return token.feats.find("PronType=Rel") != std::string::npos ||
         ((token.lemma == "who" || token.lemma == "which" || token.lemma == "whose" || token.lemma == "whom" ||
           (token.lemma == "that" && token.upos == "PRON")) &&
          token.feats.find("PronType=Dem") == std::string::npos);
}

}  // namespace

Tree::Tree(const ParsedSentence& sentence, std::string_view document_text, const std::unordered_set<std::string>& known)
    : sentence_(sentence), text_(document_text) {
  const auto n = static_cast<Word>(sentence.tokens.size());
  children_.resize(n);
  lemmas_.resize(n);
  for (Word w = 0; w < n; ++w) {
    lemmas_[w] = mended_lemma(w, known);
    if (head(w) != kNoWord) children_[head(w)].push_back(w);
  }
  for (Word w = 0; w < n; ++w)
    for (const auto c : children_[w])
      if (label(c) == "compound:prt") lemmas_[w] += " " + lower(form(c));
}

std::string Tree::mended_lemma(Word word, const std::unordered_set<std::string>& known) const {
  const auto& upos = token(word).upos;
  auto lemma = lower(token(word).lemma);
  if (known.empty() || known.contains(lemma) || (upos != "VERB" && upos != "NOUN" && upos != "ADJ")) return lemma;
  const auto whole = lower(form(word));
  if (known.contains(whole)) return whole;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kEndings = {
      {{"ies", "y"}, {"ied", "y"}, {"es", ""}, {"s", ""}, {"ed", ""}, {"ed", "e"}, {"ing", ""}, {"ing", "e"}, {"d", ""}}};
  for (const auto& [ending, base] : kEndings) {
    if (!whole.ends_with(ending) || whole.size() < ending.size() + 3) continue;
    auto stem = whole.substr(0, whole.size() - ending.size());
    if (known.contains(stem + std::string(base))) return stem + std::string(base);
    if (stem.back() == stem[stem.size() - 2] && known.contains(stem.substr(0, stem.size() - 1))) return stem.substr(0, stem.size() - 1);
  }
  return lemma;
}

Word Tree::phrase_start(Word word) const {
  Word start = word;
  for (const auto c : children_[word])
    if (c < start && !is_any(c, {"punct", "cc"})) start = phrase_start(c);
  return start;
}

Word Tree::adjacent_phrase(Word word, std::string_view preposition) const {
  const Word next = word + 1;
  if (next >= size() || lower(form(next)) != preposition || !is(next, "case")) return kNoWord;
  return head(next);
}

bool Tree::is(Word word, std::string_view wanted) const {
  const std::string_view found = label(word);
  return found.starts_with(wanted) && (found.size() == wanted.size() || found[wanted.size()] == ':');
}

bool Tree::is_any(Word word, std::initializer_list<std::string_view> labels) const {
  return std::any_of(labels.begin(), labels.end(), [&](std::string_view l) { return is(word, l); });
}

Word Tree::child(Word word, std::string_view wanted) const {
  for (const auto c : children_[word])
    if (is(c, wanted)) return c;
  return kNoWord;
}

std::vector<Word> Tree::children(Word word, std::string_view wanted) const {
  std::vector<Word> found;
  for (const auto c : children_[word])
    if (is(c, wanted)) found.push_back(c);
  return found;
}

std::string Tree::marker(Word word) const {
  std::string text;
  for (const auto c : children_[word]) {
    if (!is_any(c, {"case", "mark"}) || token(c).upos == "PART" || c > word) continue;
    if (lemma(c) == "'s" || lemma(c) == "that") continue;
    text = lower(form(c));
    for (const auto f : children_[c])
      if (is(f, "fixed")) text += " " + lower(form(f));
  }
  return text;
}

std::vector<Word> Tree::coordinated(Word word) const {
  std::vector<Word> all = {word};
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const auto c : children_[all[i]])
      if (is(c, "conj")) all.push_back(c);
  return all;
}

Word Tree::first_conjunct(Word word) const {
  while (is(word, "conj") && head(word) != kNoWord) word = head(word);
  return word;
}

bool Tree::is_passive(Word word) const {
  if (child(word, "nsubj:pass") != kNoWord || child(word, "aux:pass") != kNoWord || child(word, "csubj:pass") != kNoWord) return true;
  if (token(word).xpos != "VBN") return false;
  if (is(word, "conj") && child(word, "nsubj") == kNoWord && child(word, "aux") == kNoWord) return is_passive(head(word));
  return is_any(word, {"acl", "amod", "advcl", "xcomp"}) && child(word, "aux") == kNoWord && child(word, "nsubj") == kNoWord &&
         child(word, "obj") == kNoWord;
}

Word Tree::antecedent(Word word) const {
  if (!is_relative(token(word))) return word;
  for (Word at = word; at != kNoWord; at = head(at))
    if (label(at) == "acl:relcl" && head(at) != kNoWord) return head(at);
  return word;
}

bool Tree::is_negated(Word word) const {
  for (const auto c : children_[word]) {
    if (!is_any(c, {"advmod", "det", "aux", "cc"})) continue;
    if (is(c, "cc") && c > word) continue;
    if (std::find(kNegations.begin(), kNegations.end(), lemma(c)) != kNegations.end()) return true;
    if (lower(form(c)) == "n't") return true;
  }
  return marker(word) == "without";
}

}  // namespace entente
