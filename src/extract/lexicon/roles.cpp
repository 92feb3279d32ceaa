#include "extract/lexicon/roles.hpp"

#include <algorithm>

namespace entente {

namespace {

bool is_object_control(const Schema& schema, const std::string& lemma) {
  return std::any_of(schema.embeddings.begin(), schema.embeddings.end(),
                     [&](const Embedding& e) { return e.object_control && e.lemma == lemma && e.frame_class == FrameClass::verb; });
}

}  // namespace

void Roles::add(Word word, std::vector<Word>& found) const {
  for (const auto member : tree_.coordinated(word))
    if (std::find(found.begin(), found.end(), member) == found.end()) found.push_back(member);
}

std::vector<Word> Roles::surface_subjects(Word predicate, int steps) const {
  std::vector<Word> found;
  for (const auto c : tree_.children(predicate))
    if (tree_.is(c, "nsubj") && is_subject(predicate, c)) add(c, found);
  if (!found.empty() || steps == 0) return found;
  return inherited_subjects(predicate, steps - 1);
}

// A parser may call an object or the noun of a preposition a subject: not so behind a verb that has one before it.
bool Roles::is_subject(Word predicate, Word candidate) const {
  if (!tree_.marker(candidate).empty()) return false;
  if (candidate < predicate) return true;
  for (const auto c : tree_.children(predicate))
    if (c < predicate && tree_.is(c, "nsubj") && tree_.marker(c).empty()) return false;
  return true;
}

// An object under another name: a bare noun right behind the verb.
bool Roles::is_hidden_object(Word verb, Word candidate) const {
  if (candidate < verb || !tree_.is_noun(candidate) || !tree_.marker(candidate).empty()) return false;
  if (tree_.is(candidate, "nsubj")) return !is_subject(verb, candidate);
  return tree_.label(candidate) == "obl" && tree_.token(candidate).upos == "PROPN" && tree_.phrase_start(candidate) == verb + 1;
}

std::vector<Word> Roles::inherited_subjects(Word predicate, int steps) const {
  const auto head = tree_.head(predicate);
  if (head == kNoWord) return {};
  if (tree_.is(predicate, "conj")) return surface_subjects(head, steps);
  if (tree_.is(predicate, "xcomp")) {
    if (is_object_control(schema_, tree_.lemma(head)) && !tree_.is_passive(head)) {
      std::vector<Word> found;
      for (const auto label : {"obj", "iobj"})
        for (const auto c : tree_.children(head))
          if (found.empty() && tree_.is(c, label)) add(c, found);
      if (!found.empty()) return found;
    }
    return surface_subjects(head, steps);
  }
  if (tree_.is(predicate, "advcl"))
    return tree_.is_verb(head) || tree_.token(head).upos == "ADJ" ? surface_subjects(head, steps) : owners(head, steps);
  if (tree_.label(predicate) == "acl") {
    const auto& xpos = tree_.token(predicate).xpos;
    if (xpos == "VBG" && tree_.marker(predicate).empty()) return {head};
    if (xpos == "VBN") return {head};
    return owners(head, steps);
  }
  if (tree_.is(predicate, "amod")) return {head};
  return {};
}

std::vector<Word> Roles::owners(Word noun, int steps) const {
  std::vector<Word> found;
  for (const auto label : {"nmod:poss", "amod", "compound"}) {
    for (const auto c : tree_.children(noun))
      if (tree_.is(c, label) && !tree_.is_verb(c)) add(c, found);
    if (!found.empty() && std::string_view(label) == "nmod:poss") return found;
  }
  const auto verb = light_verb(noun);
  if (verb != kNoWord && steps > 0) return agents(verb, steps - 1);
  for (const auto preposition : {"by", "of"})
    for (const auto c : prepositional(noun, preposition))
      if (std::find(found.begin(), found.end(), c) == found.end()) found.push_back(c);
  return found;
}

std::vector<Word> Roles::agents(Word predicate, int steps) const {
  if (!tree_.is_passive(predicate)) return surface_subjects(predicate, steps);
  std::vector<Word> found;
  for (const auto c : tree_.children(predicate))
    if (tree_.is(c, "obl") && (tree_.label(c) == "obl:agent" || tree_.marker(c) == "by")) add(c, found);
  if (!found.empty()) return found;
  // "Iran-backed": the agent stands before the hyphen.
  for (const auto c : tree_.children(predicate))
    if (tree_.is_any(c, {"compound", "obl", "nmod"}) && c < predicate && tree_.marker(c).empty()) add(c, found);
  if (found.empty() && tree_.is(predicate, "conj")) return agents(tree_.head(predicate), steps - 1 > 0 ? steps - 1 : 0);
  return found;
}

std::vector<Word> Roles::patients(Word predicate) const {
  if (tree_.is_passive(predicate)) return surface_subjects(predicate, 4);
  std::vector<Word> found;
  for (const auto c : tree_.children(predicate))
    if (tree_.is(c, "obj")) add(c, found);
  if (!found.empty()) return found;
  for (const auto c : tree_.children(predicate))
    if (is_hidden_object(predicate, c)) add(c, found);
  // "urged X to leave", with X under the infinitive
  for (const auto c : tree_.children(predicate))
    if (found.empty() && tree_.is_any(c, {"xcomp", "ccomp"}) && tree_.has_feature(c, "VerbForm=Inf") &&
        is_object_control(schema_, tree_.lemma(predicate)))
      for (const auto s : tree_.children(c, "nsubj")) add(s, found);
  if (!found.empty()) return found;
  if (tree_.is(predicate, "conj")) {
    for (const auto c : tree_.children(tree_.head(predicate)))
      if (tree_.is(c, "obj") && c > predicate) add(c, found);
  }
  for (const auto c : tree_.children(predicate))
    if (tree_.is(c, "conj") && found.empty() && c <= predicate + 3 && tree_.is_verb(c) && tree_.child(c, "nsubj") == kNoWord)
      for (const auto o : tree_.children(c))
        if (tree_.is(o, "obj")) add(o, found);
  // "the missiles that Russia sold", with or without "that"
  if (found.empty() && tree_.label(predicate) == "acl:relcl" && tree_.child(predicate, "nsubj") != kNoWord) {
    const auto subject = tree_.antecedent(tree_.child(predicate, "nsubj"));
    bool stranded = false;
    for (const auto c : tree_.children(predicate)) stranded = stranded || (tree_.is(c, "obl") && tree_.antecedent(c) != c);
    if (subject != tree_.head(predicate) && !stranded) found.push_back(tree_.head(predicate));
  }
  return found;
}

bool Roles::has_owner(Word noun) const {
  for (const auto c : tree_.children(noun)) {
    const auto form = tree_.form(c);
    const bool capital = !form.empty() && form.front() >= 'A' && form.front() <= 'Z';
    if (tree_.is(c, "nmod:poss") || (tree_.is_any(c, {"amod", "compound"}) && capital)) return true;
  }
  return false;
}

std::vector<Word> Roles::prepositional(Word predicate, std::string_view preposition) const {
  std::vector<Word> found;
  const auto from = [&](Word word) {
    for (const auto c : tree_.children(word))
      if (tree_.is_any(c, {"obl", "nmod", "advmod"}) && tree_.marker(c) == preposition) add(c, found);
  };
  from(predicate);
  if (!found.empty()) return found;
  if (const auto near = tree_.adjacent_phrase(predicate, preposition); near != kNoWord && tree_.is_noun(near)) {
    add(near, found);
    return found;
  }
  if (tree_.is_verb(predicate)) {
    for (const auto c : tree_.children(predicate))
      if (tree_.is_any(c, {"obj", "xcomp"}) || (tree_.is_passive(predicate) && tree_.is(c, "nsubj"))) from(c);
    if (tree_.is(predicate, "conj") && found.empty())
      for (const auto c : tree_.children(tree_.head(predicate)))
        if (c > predicate && tree_.is(c, "obl") && tree_.marker(c) == preposition) add(c, found);
  } else {
    const auto verb = light_verb(predicate);
    if (verb != kNoWord) from(verb);
    if (found.empty() && tree_.child(predicate, "cop") == kNoWord && tree_.is(predicate, "conj")) from(tree_.head(predicate));
  }
  return found;
}

Word Roles::light_verb(Word noun) const {
  const auto first = tree_.first_conjunct(noun);
  const auto head = tree_.head(first);
  if (head == kNoWord || !tree_.is_verb(head)) return kNoWord;
  const bool object = tree_.is(first, "obj") || tree_.is(first, "nsubj:pass") ||
                      (tree_.is(first, "obl") && schema_.in_class("light", tree_.lemma(head) + " " + tree_.marker(first)));
  if (!object) return kNoWord;
  const auto& lemma = tree_.lemma(head);
  return schema_.in_class("light", lemma) || schema_.in_class("negating", lemma) || tree_.is(first, "obl") ? head : kNoWord;
}

std::vector<Word> Roles::named(Word title) const {
  std::vector<Word> found;
  const auto head = tree_.head(title);
  for (const auto c : tree_.children(title))
    if (tree_.is_any(c, {"flat", "appos"})) add(c, found);
  if (head != kNoWord && tree_.is_any(title, {"nmod:desc", "compound", "appos", "flat", "nmod:unmarked"})) add(head, found);
  // "X is, became, was named president"
  if (tree_.child(title, "cop") != kNoWord)
    for (const auto c : surface_subjects(title, 2)) add(c, found);
  if (head != kNoWord && tree_.is(title, "xcomp") && tree_.is_verb(head))
    for (const auto c :
         is_object_control(schema_, tree_.lemma(head)) && !tree_.is_passive(head) ? patients(head) : surface_subjects(head, 2))
      add(c, found);
  if (head != kNoWord && tree_.is(title, "obl") && tree_.marker(title) == "as" && tree_.is_verb(head))
    for (const auto c : tree_.is_passive(head) || patients(head).empty() ? surface_subjects(head, 2) : patients(head)) add(c, found);
  return found;
}

// "Russian", "Israeli-Arab" and "American-led" before a noun.
std::vector<Word> Roles::modifiers(Word noun) const {
  std::vector<Word> found;
  for (const auto c : tree_.children(noun)) {
    if (!tree_.is_any(c, {"amod", "compound", "nmod:desc", "nmod:unmarked"})) continue;
    if (tree_.is_verb(c)) {
      if (tree_.token(c).xpos == "VBN" && c < noun)
        for (const auto a : agents(c, 0))
          if (a < c) add(a, found);
      continue;
    }
    for (const auto inner : tree_.children(c))
      if (inner < c && tree_.is_any(inner, {"compound", "amod", "nmod:unmarked"}) && tree_.is(c, "amod")) add(inner, found);
    add(c, found);
  }
  return found;
}

std::vector<Word> Roles::fillers(Word predicate, std::string_view role) const {
  std::vector<Word> found;
  if (role == "subj") {
    if (!tree_.is_noun(predicate) || tree_.child(predicate, "cop") != kNoWord) return agents(predicate);
    const auto verb = light_verb(predicate);
    if (verb == kNoWord) return found;
    // "ended the Israeli occupation": who ends it is not who occupies.
    if (schema_.in_class("negating", tree_.lemma(verb)) && has_owner(predicate)) return found;
    return agents(verb);
  }
  if (role == "obj") return patients(predicate);
  if (role == "named") return named(predicate);
  if (role == "head") {
    if (tree_.is_any(predicate, {"amod", "acl"}) && tree_.head(predicate) != kNoWord) add(tree_.head(predicate), found);
    return found;
  }
  if (role == "mod") return modifiers(predicate);
  if (role == "poss" || role == "iobj") {
    for (const auto c : tree_.children(predicate))
      if (tree_.is(c, role == "poss" ? "nmod:poss" : "iobj")) add(c, found);
    return found;
  }
  if (role == "clause") {
    for (const auto c : tree_.children(predicate))
      if (tree_.is_any(c, {"ccomp", "acl", "advcl"}))
        for (const auto s : tree_.children(c))
          if (tree_.is(s, "nsubj")) add(s, found);
    return found;
  }
  return prepositional(predicate, role);
}

}  // namespace entente
