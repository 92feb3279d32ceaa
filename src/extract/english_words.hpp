// Closed classes of English words that naming and coreference rest on.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// Offices and forms of address before a person's name ("President", "Mr").
bool is_title_word(std::string_view word);
/// Nouns that, with a State before them, stand for its government ("officials", "side", "administration").
bool is_government_noun(std::string_view lemma);
/// Nouns that stand for the State of the person before them ("the Trump administration").
bool is_rule_noun(std::string_view lemma);
/// Nouns that, with an organization before them, speak for it ("NATO officials").
bool is_spokesman_noun(std::string_view lemma);
/// Offices at the head of a State or of its foreign policy, which need not say of which State they are ("President Arroyo").
bool is_state_office(std::string_view word);
/// Nouns that stand for a State mentioned before ("country", "nation", "kingdom").
bool is_country_noun(std::string_view lemma);
/// Nouns that stand for two parties after "both" or "the two" ("sides", "countries", "leaders").
bool is_party_noun(std::string_view lemma);
/// Nouns that only say what a name before them is ("the THAAD system", "the Minsk agreement").
bool is_kind_noun(std::string_view lemma);
bool is_first_person_plural(std::string_view word);
bool is_first_person_singular(std::string_view word);
bool is_neuter_pronoun(std::string_view word);
bool is_personal_pronoun(std::string_view word);  ///< he, she and their forms
bool is_plural_pronoun(std::string_view word);
bool is_relative_pronoun(std::string_view word);
bool is_determiner(std::string_view word);
/// Prepositions after which a capital is a place ("in Tokyo").
bool is_place_preposition(std::string_view word);

/// Verbs that report speech ("say", "warn").
bool is_speech_verb(std::string_view lemma);
/// What undertakes an act that is not done yet ("agree to", "ready to").
bool is_undertaking(std::string_view lemma);
bool is_future_auxiliary(std::string_view word);
bool is_quotation_mark(std::string_view word);

/// ASCII letters in lower case, others as they are.
std::string to_lower(std::string_view text);

}  // namespace entente
