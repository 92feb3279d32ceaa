#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "entente/extract/lexicon_extractor.hpp"
#include "extract/lexicon/mention_map.hpp"
#include "extract/lexicon/roles.hpp"
#include "extract/lexicon/scope.hpp"
#include "extract/lexicon/tree.hpp"

namespace entente {

namespace {

std::string key(FrameClass frame_class, std::string_view lemma) {
  std::string text(1, static_cast<char>('0' + static_cast<int>(frame_class)));
  return text += lemma;
}

bool holds(const std::vector<std::string>& list, std::string_view one) { return std::find(list.begin(), list.end(), one) != list.end(); }

// A frame with its relation looked up.
struct Entry {
  const Frame* frame = nullptr;
  const RelationType* relation = nullptr;
};

}  // namespace

struct LexiconExtractor::Index {
  const Schema& schema;
  std::unordered_map<std::string, std::vector<Entry>> frames;
  std::unordered_set<std::string> lemmas;  // all that any row of the lexicon knows

  const std::vector<Entry>& find(FrameClass frame_class, std::string_view lemma) const {
    static const std::vector<Entry> kNone;
    const auto found = frames.find(key(frame_class, lemma));
    return found == frames.end() ? kNone : found->second;
  }
};

namespace {

// What one role of a frame came to: the fillers and the role that gave them.
struct Filled {
  std::vector<Filler> fillers;
  std::string_view role;
};

// Applies the frames of one sentence.
template <class Frames>
class Reading {
 public:
  Reading(const Frames& frames, const Schema& schema, const ParsedSentence& sentence, std::string_view text,
          const SentenceMentions& mentions)
      : frames_(frames),
        schema_(schema),
        tree_(sentence, text, frames.lemmas),
        given_(mentions),
        mentions_(tree_, mentions, schema),
        roles_(tree_, schema) {}

  /// The mention whose claim the words [first, last) are, -1 for the author's own.
  std::int32_t speaker_over(Word first, Word last) const {
    Word top = last - 1;
    for (Word w = first; w < last; ++w)
      if (const auto head = tree_.head(w); head == kNoWord || head < first || head >= last) top = w;
    return scope_of(top, FrameModality::keep, tree_, roles_, mentions_, schema_).speaker;
  }

  std::vector<Candidate> run() {
    for (Word w = 0; w < tree_.size(); ++w) {
      apply_word(w);
      apply_construction(w);
    }
    std::vector<Candidate> out;
    for (auto& [ignored, candidate] : best_) out.push_back(std::move(candidate));
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  void apply_all(FrameClass frame_class, std::string_view lemma, Word word) {
    for (const auto& entry : frames_.find(frame_class, lemma)) apply(entry, word);
  }

  void apply_word(Word w) {
    const auto& upos = tree_.token(w).upos;
    if (upos == "VERB") {
      apply_all(FrameClass::verb, tree_.lemma(w), w);
      if (tree_.token(w).xpos == "VBN" || tree_.token(w).xpos == "VBG") apply_all(FrameClass::adjective, lowered(tree_.form(w)), w);
    }
    if (upos == "NOUN" || upos == "PROPN") {
      apply_all(FrameClass::noun, tree_.lemma(w), w);
      // "foreign minister", "prime minister"
      for (const auto c : tree_.children(w))
        if (c + 1 == w && tree_.is_any(c, {"amod", "compound"})) apply_all(FrameClass::noun, tree_.lemma(c) + " " + tree_.lemma(w), w);
    }
    if (upos == "ADJ" || upos == "ADV") apply_all(FrameClass::adjective, tree_.lemma(w), w);
  }

  // Prepositions, possessives and prefixes, which join a word to its head; coordinated words share those of the first.
  void apply_construction(Word w) {
    const auto first = tree_.first_conjunct(w);
    if (tree_.is(first, "nmod:poss")) {
      apply_all(FrameClass::possessive, "'s", w);
    } else if (tree_.is_any(first, {"nmod", "obl"})) {
      const auto own = tree_.marker(w);
      apply_all(FrameClass::preposition, own.empty() ? tree_.marker(first) : own, w);
    } else if (tree_.is_any(first, {"compound", "amod"})) {
      apply_all(FrameClass::possessive, "mod", w);
    } else if (tree_.is(first, "appos")) {
      apply_all(FrameClass::possessive, "appos", w);
    }
    const auto form = lowered(tree_.form(w));
    const auto hyphen = form.find('-');
    if (hyphen != std::string::npos && hyphen > 0) apply_all(FrameClass::prefix, std::string_view(form).substr(0, hyphen), w);
  }

  static std::string lowered(std::string_view form) {
    std::string out(form);
    for (auto& c : out)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
  }

  bool object_fits(const Frame& frame, Word word) const {
    if (frame.object.empty()) return true;
    if (frame.frame_class == FrameClass::noun) {
      const auto verb = tree_.head(tree_.first_conjunct(word));
      return verb != kNoWord && holds(frame.object, tree_.lemma(verb));
    }
    for (const auto c : tree_.children(word))
      if (tree_.is_any(c, {"obj", "nsubj:pass", "xcomp", "compound"}))
        for (const auto o : tree_.coordinated(c))
          if (holds(frame.object, tree_.lemma(o))) return true;
    return false;
  }

  static bool is_construction(const Frame& frame) {
    return frame.frame_class == FrameClass::preposition || frame.frame_class == FrameClass::possessive ||
           frame.frame_class == FrameClass::prefix;
  }

  // The words in a role of a construction, where `word` is the dependent.
  std::vector<Word> construction_words(Word word, std::string_view role) const {
    if (role == "object") return {word};
    const auto first = tree_.first_conjunct(word);
    const auto head = tree_.head(first);
    if (head == kNoWord) return {};
    if (role == "head") return tree_.is(first, "obl") ? std::vector<Word>{} : std::vector<Word>{head};
    return roles_.fillers(head, role);
  }

  Filled fill(const Entry& entry, Word word, bool as_source) const {
    const auto& frame = *entry.frame;
    const auto& types = as_source ? frame.source_types : frame.target_types;
    for (const auto& role : as_source ? frame.source : frame.target) {
      Filled filled{{}, role};
      const bool construction = is_construction(frame);
      // Of a participle read as an adjective ("alarmed by X") the subject is the one that it is done to.
      const bool undergoes = frame.frame_class == FrameClass::adjective && role == "subj" && tree_.is_passive(word);
      for (const auto w :
           construction ? construction_words(word, role) : roles_.fillers(word, undergoes ? "obj" : std::string_view(role))) {
        if (w == word && !construction) continue;
        for (const auto& filler : construction ? direct(w) : mentions_.reach(w)) {
          const auto& type = given_.mentions[filler.mention].type;
          const bool fits = type.empty() || ((types.empty() || holds(types, type)) &&
                                             (as_source ? schema_.allows(*entry.relation, type, any(*entry.relation, false))
                                                        : schema_.allows(*entry.relation, any(*entry.relation, true), type)));
          if (fits) filled.fillers.push_back(filler);
        }
      }
      if (!filled.fillers.empty() || role == "each") return filled;
    }
    return {};
  }

  // A type that the other side allows, so that one side can be checked alone.
  static std::string_view any(const RelationType& relation, bool source) {
    const auto& types = source ? relation.domain : relation.range;
    return types.empty() ? std::string_view() : std::string_view(types.front());
  }

  std::vector<Filler> direct(Word word) const {
    std::vector<Filler> found;
    for (const auto m : mentions_.at(tree_.antecedent(word))) found.push_back({m, 1});
    return found;
  }

  void apply(const Entry& entry, Word word) {
    if (!object_fits(*entry.frame, word)) return;
    const auto sources = fill(entry, word, true);
    if (sources.fillers.empty()) return;
    const auto targets = fill(entry, word, false);
    if (targets.role == "each") {
      apply_each(entry, word, sources);
      return;
    }
    for (const auto& source : sources.fillers)
      for (const auto& target : targets.fillers) emit(entry, word, source, target, sources.role, targets.role);
  }

  void apply_each(const Entry& entry, Word word, const Filled& members) {
    for (std::size_t i = 0; i < members.fillers.size(); ++i) {
      const auto& one = members.fillers[i];
      if (one.mention < given_.entities.size() && given_.entities[one.mention].size() > 1)
        emit(entry, word, one, one, members.role, "each");
      for (std::size_t j = i + 1; j < members.fillers.size(); ++j) emit(entry, word, one, members.fillers[j], members.role, "each");
    }
  }

  bool same_entities(std::uint32_t a, std::uint32_t b) const {
    if (a >= given_.entities.size() || b >= given_.entities.size()) return a == b;
    return given_.entities[a] == given_.entities[b] && !given_.entities[a].empty();
  }

  void emit(const Entry& entry, Word word, const Filler& source, const Filler& target, std::string_view source_role,
            std::string_view target_role) {
    const bool within = source.mention == target.mention && target_role == "each";
    if (!within && (source.mention == target.mention || same_entities(source.mention, target.mention))) return;
    const auto& frame = *entry.frame;
    Candidate candidate;
    candidate.source = source.mention;
    candidate.target = target.mention;
    if (entry.relation->symmetric && candidate.source > candidate.target) std::swap(candidate.source, candidate.target);
    candidate.relation = frame.relation;
    candidate.confidence = std::min(0.99, frame.confidence * source.certainty * target.certainty);
    auto& best = best_[{candidate.source, candidate.relation, candidate.target}];
    if (best.confidence >= candidate.confidence) return;
    const bool construction = is_construction(frame);
    const auto scope =
        scope_of(construction && tree_.head(word) != kNoWord ? tree_.head(word) : word, frame.modality, tree_, roles_, mentions_, schema_);
    candidate.modality = scope.modality;
    candidate.speaker = scope.speaker;
    set_trigger(candidate, frame, word);
    candidate.by = "syntax:" + frame.lemma + "/" + std::string(source_role) + "-" + std::string(target_role);
    best = std::move(candidate);
  }

  void set_trigger(Candidate& candidate, const Frame& frame, Word word) const {
    candidate.first_trigger = word;
    candidate.last_trigger = word + 1;
    if (is_construction(frame)) {
      candidate.last_trigger = word;
      for (const auto c : tree_.children(word))
        if (tree_.is(c, "case")) {
          candidate.first_trigger = c;
          candidate.last_trigger = c + 1;
        }
      return;
    }
    for (const auto c : tree_.children(word))
      if (tree_.label(c) == "compound:prt" && c == word + 1) candidate.last_trigger = c + 1;
    if (frame.lemma.find(' ') != std::string::npos && frame.frame_class == FrameClass::noun && word > 0) candidate.first_trigger = word - 1;
  }

  const Frames& frames_;
  const Schema& schema_;
  Tree tree_;
  const SentenceMentions& given_;
  MentionMap mentions_;
  Roles roles_;
  std::map<std::tuple<std::uint32_t, std::string, std::uint32_t>, Candidate> best_;
};

}  // namespace

LexiconExtractor::LexiconExtractor(const Schema& schema) {
  auto index = std::make_unique<Index>(Index{schema, {}, {}});
  for (const auto& frame : schema.frames)
    index->frames[key(frame.frame_class, frame.lemma)].push_back({&frame, schema.find_relation(frame.relation)});
  for (const auto& frame : schema.frames) index->lemmas.insert(frame.lemma);
  for (const auto& embedding : schema.embeddings) index->lemmas.insert(embedding.lemma);
  for (const auto& words : schema.word_classes) index->lemmas.insert(words.lemmas.begin(), words.lemmas.end());
  index_ = std::move(index);
}

LexiconExtractor::~LexiconExtractor() = default;
LexiconExtractor::LexiconExtractor(LexiconExtractor&& other) noexcept = default;
LexiconExtractor& LexiconExtractor::operator=(LexiconExtractor&& other) noexcept = default;

void LexiconExtractor::attribute(const ParsedSentence& sentence, std::string_view document_text, const SentenceMentions& mentions,
                                 std::vector<Candidate>& candidates) const {
  const auto open = [](const Candidate& one) { return one.speaker < 0 && one.first_trigger < one.last_trigger; };
  if (std::none_of(candidates.begin(), candidates.end(), open)) return;
  const Reading<Index> reading(*index_, index_->schema, sentence, document_text, mentions);
  for (auto& candidate : candidates) {
    if (!open(candidate)) continue;
    const auto speaker = reading.speaker_over(candidate.first_trigger, candidate.last_trigger);
    if (speaker < 0) continue;
    const auto& who = mentions.entities[static_cast<std::size_t>(speaker)];
    if (who.size() == 1 && who != mentions.entities[candidate.source]) candidate.speaker = speaker;
  }
}

std::vector<Candidate> LexiconExtractor::extract(const ParsedSentence& sentence, std::string_view document_text,
                                                 const SentenceMentions& mentions) const {
  if (sentence.tokens.empty() || mentions.mentions.size() < 1) return {};
  return Reading<Index>(*index_, index_->schema, sentence, document_text, mentions).run();
}

}  // namespace entente
