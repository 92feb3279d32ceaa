#include "extract/lexicon/scope.hpp"

#include <algorithm>

namespace entente {

namespace {

class Climber {
 public:
  Climber(const Tree& tree, const Roles& roles, const MentionMap& mentions, const Schema& schema)
      : tree_(tree), roles_(roles), mentions_(mentions), schema_(schema) {}

  Scope climb(Word start, FrameModality own) {
    apply(own);
    apply_own_words(start);
    apply_negated_object(start);
    Word at = start;
    while (tree_.head(at) != kNoWord && step(at)) at = tree_.head(at);
    note_source(start);
    const bool negated = negations_ % 2 == 1;
    const auto modality = negated ? Modality::negated : (possible_ ? Modality::possible : Modality::asserted);
    return {modality, speaker_};
  }

 private:
  void apply(FrameModality modality) {
    if (modality == FrameModality::possible) possible_ = true;
    if (modality == FrameModality::negated) ++negations_;
  }

  // Auxiliaries, negations and "if" that hang on the word.
  void apply_own_words(Word word) {
    if (tree_.is_negated(word)) ++negations_;
    for (const auto c : tree_.children(word)) {
      if (!tree_.is_any(c, {"aux", "mark", "advmod", "amod"})) continue;
      if (schema_.in_class("hypothetical", tree_.lemma(c)) || schema_.in_class("hypothetical", tree_.form(c))) possible_ = true;
    }
  }

  // "poses no threat", "has no programme"
  void apply_negated_object(Word word) {
    for (const auto c : tree_.children(word))
      if (tree_.is(c, "obj") && tree_.is_negated(c)) ++negations_;
  }

  const Embedding* embedding(Word word) const {
    const auto wanted = tree_.is_verb(word) ? FrameClass::verb : tree_.is_noun(word) ? FrameClass::noun : FrameClass::adjective;
    const auto& all = schema_.embeddings;
    auto one =
        std::lower_bound(all.begin(), all.end(), tree_.lemma(word), [](const Embedding& e, const std::string& l) { return e.lemma < l; });
    for (; one != all.end() && one->lemma == tree_.lemma(word); ++one)
      if (one->frame_class == wanted) return &*one;
    return nullptr;
  }

  void take_speaker(Word verb) {
    if (speaker_ >= 0) return;
    for (const auto agent : roles_.agents(verb))
      for (const auto& filler : mentions_.reach(agent)) {
        speaker_ = static_cast<std::int32_t>(filler.mention);
        return;
      }
  }

  // Applies what the head of `at` does to it; false where its operators reach no further down.
  bool step(Word at) {
    const auto head = tree_.head(at);
    if (tree_.is(at, "conj")) {
      const bool own = tree_.child(at, "nsubj") != kNoWord || tree_.child(at, "aux") != kNoWord;
      if (!own) {
        const auto cc = tree_.child(at, "cc");
        const bool joined = cc != kNoWord && (tree_.lemma(cc) == "or" || tree_.lemma(cc) == "nor");
        if (tree_.is_negated(head) && joined) ++negations_;
        for (const auto c : tree_.children(head))
          if (tree_.is(c, "aux") && schema_.in_class("hypothetical", tree_.lemma(c))) possible_ = true;
      }
      return true;
    }
    if (tree_.label(at) == "acl:relcl" || tree_.is_any(at, {"appos", "parataxis"})) return false;
    const auto* operator_ = embedding(head);
    if (tree_.is_any(at, {"xcomp", "ccomp", "csubj", "acl", "advcl"})) {
      // A reason or a time is no content of the verb above it; "accused of doing", "interested in doing" are.
      if (tree_.is(at, "advcl") && !is_content(at, head, operator_)) return false;
      apply_clause(at, head, operator_);
      return true;
    }
    if (tree_.is_any(at, {"obj", "nsubj", "obl", "nmod"})) return step_nominal(at, head, operator_);
    return false;
  }

  bool is_content(Word clause, Word head, const Embedding* operator_) const {
    if (operator_ == nullptr) return false;
    const auto marker = tree_.marker(clause);
    return !tree_.is_verb(head) || marker == "of" || marker == "with" || marker == "for" || marker == "from";
  }

  void apply_clause(Word at, Word head, const Embedding* operator_) {
    if (operator_ != nullptr) {
      apply(operator_->modality);
      if (operator_->speaks) take_speaker(head);
    }
    const bool finite_speech = operator_ != nullptr && operator_->speaks && operator_->modality == FrameModality::keep;
    if (tree_.is_any(at, {"xcomp", "csubj"})) {
      apply_own_words(head);
    } else if (operator_ != nullptr && !finite_speech && tree_.is_negated(head)) {
      ++negations_;
    } else if (tree_.is(at, "acl") && tree_.is(head, "obj") && tree_.head(head) != kNoWord && tree_.is_negated(tree_.head(head))) {
      ++negations_;  // "never did anything to help"
    }
  }

  bool step_nominal(Word at, Word head, const Embedding* operator_) {
    if (roles_.light_verb(at) == head) {
      if (schema_.in_class("negating", tree_.lemma(head))) ++negations_;
      apply_own_words(head);
      return true;
    }
    const bool content = tree_.is(at, "obj") || tree_.is(at, "nsubj:pass") ||
                         (tree_.is_any(at, {"nmod", "obl"}) && (tree_.marker(at) == "of" || tree_.marker(at) == "for"));
    if (operator_ == nullptr || !content) return false;
    apply(operator_->modality);
    apply_own_words(head);
    return true;
  }

  // "according to X", "…, X said" anywhere above.
  void note_source(Word start) {
    if (speaker_ >= 0) return;
    for (Word at = start; at != kNoWord; at = tree_.head(at)) {
      for (const auto c : tree_.children(at)) {
        if (tree_.is_any(c, {"obl", "nmod"}) && tree_.marker(c) == "according to")
          for (const auto& filler : mentions_.reach(c)) speaker_ = static_cast<std::int32_t>(filler.mention);
        const auto* operator_ = tree_.is(c, "parataxis") ? embedding(c) : nullptr;
        if (operator_ != nullptr && operator_->speaks) take_speaker(c);
        if (speaker_ >= 0) return;
      }
    }
  }

  const Tree& tree_;
  const Roles& roles_;
  const MentionMap& mentions_;
  const Schema& schema_;
  int negations_ = 0;
  bool possible_ = false;
  std::int32_t speaker_ = -1;
};

}  // namespace

Scope scope_of(Word word, FrameModality own, const Tree& tree, const Roles& roles, const MentionMap& mentions, const Schema& schema) {
  return Climber(tree, roles, mentions, schema).climb(word, own);
}

}  // namespace entente
