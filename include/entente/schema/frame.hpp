// One row of the lexicon: which word in which construction expresses which relation.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// What kind of word or construction evokes a frame.
enum class FrameClass : std::uint8_t {
  verb,         ///< "opposes"; also its participles
  noun,         ///< "opposition to"
  adjective,    ///< "wary of", "Iran-backed"
  preposition,  ///< "against", "in": joins the mention that it hangs on to its object
  possessive,   ///< "Russia's arsenal": no word of its own, the lemma is "'s"
  prefix,       ///< "anti-Russian", "pro-Western"
};

std::string_view to_string(FrameClass frame_class);
std::optional<FrameClass> parse_frame_class(std::string_view word);

/// What an embedding does to what is said below it.
enum class FrameModality : std::uint8_t { keep, possible, negated };

/// One frame. A role lists where its filler stands, best first: "subj", "obj", "iobj", "poss", "mod" (adjective or compound before a
/// noun), "head" (the noun that an adjective or participle modifies), "each" (the other members of a coordination or plural),
/// "clause" (the actor of a complement clause), or any preposition ("with", "of", "because of").
struct Frame {
  std::string lemma;  ///< verb with particle as "carry out"
  FrameClass frame_class = FrameClass::verb;
  std::string relation;
  std::vector<std::string> source;
  std::vector<std::string> target;
  std::vector<std::string> object;  ///< verb: only with one of these lemmas as object ("lift": sanction, embargo); noun: only under these
  std::vector<std::string> source_types;  ///< only for these node types; empty: any that the relation allows
  std::vector<std::string> target_types;
  FrameModality modality = FrameModality::keep;  ///< "plan" (noun) makes its relation possible
  double confidence = 0.6;                       ///< share of its findings that are right, on annotated text

  auto operator<=>(const Frame&) const = default;
};

/// A word that takes a clause and says whether it holds and whose claim it is: "deny", "plan", "fail", "say".
struct Embedding {
  std::string lemma;
  FrameClass frame_class = FrameClass::verb;
  FrameModality modality = FrameModality::keep;
  bool speaks = false;          ///< its subject is the one whose claim the clause is
  bool object_control = false;  ///< the subject of the infinitive is the object ("urge X to")

  auto operator<=>(const Embedding&) const = default;
};

/// Words that the extractor looks through, by kind: "light" verbs that lend their subject to a noun ("hold talks"), "negating" light
/// verbs ("halt talks"), and "transparent" nouns that stand for what depends on them ("the government of X", "X's deployment of Y").
struct WordClass {
  std::string name;
  std::vector<std::string> lemmas;  ///< sorted

  auto operator<=>(const WordClass&) const = default;
};

}  // namespace entente
