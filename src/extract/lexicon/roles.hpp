// Who fills the roles of a frame: subjects, objects and the rest, also where the syntax leaves them to be understood.
#pragma once

#include <string_view>
#include <vector>

#include "entente/schema/schema.hpp"
#include "extract/lexicon/tree.hpp"

namespace entente {

class Roles {
 public:
  /// Both must outlive it.
  Roles(const Tree& tree, const Schema& schema) : tree_(tree), schema_(schema) {}

  /// Words that fill `role` (see `Frame`) of the predicate, coordinated ones included.
  std::vector<Word> fillers(Word predicate, std::string_view role) const;
  /// Who does it: the subject, the agent of a passive, the controller of an infinitive or participle, the owner of a noun.
  std::vector<Word> agents(Word predicate) const { return agents(predicate, 6); }
  /// To whom it is done: the object, the subject of a passive, the noun that a participle modifies.
  std::vector<Word> patients(Word predicate) const;
  /// The light or negating verb whose object, or subject in the passive, the noun is; kNoWord if none.
  Word light_verb(Word noun) const;

 private:
  std::vector<Word> agents(Word predicate, int steps) const;
  std::vector<Word> surface_subjects(Word predicate, int steps) const;
  std::vector<Word> inherited_subjects(Word predicate, int steps) const;
  std::vector<Word> owners(Word noun, int steps) const;
  std::vector<Word> prepositional(Word predicate, std::string_view preposition) const;
  std::vector<Word> named(Word title) const;
  std::vector<Word> modifiers(Word noun) const;
  bool has_owner(Word noun) const;
  bool is_subject(Word predicate, Word candidate) const;
  bool is_hidden_object(Word verb, Word candidate) const;
  void add(Word word, std::vector<Word>& found) const;

  const Tree& tree_;
  const Schema& schema_;
};

}  // namespace entente
