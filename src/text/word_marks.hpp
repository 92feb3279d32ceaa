// Words that aren't made of letters alone: smileys, numbers with a unit, runs of marks, telephone numbers, and the like. Each function
// gives the end of the word that starts at `at`, or `at`.
#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

/// A smiley between spaces or marks of punctuation: ":-)", ";)", "=(", ":D", "(:", "^_^".
std::size_t smiley_end(std::string_view text, std::size_t at);

/// A run of one mark, or of marks that end sentences: "--", "...", "?!.", "''", "$$$".
std::size_t run_end(std::string_view text, std::size_t at);

/// The digits before a unit that is a word of its own: "7:30" of "7:30pm", "35" of "35mm". The units are those that UD English EWT splits
/// off.
std::size_t number_before_unit(std::string_view text, std::size_t at);

/// Telephone numbers and dates with hyphens ("1-800-991-9019", "713-853-1234", "3-5213", "11-20-2000"), with the sign of a number
/// ("+44") and decades with an apostrophe ("80's").
std::size_t grouped_digits_end(std::string_view text, std::size_t at);

/// Shortened words: "b/c", "w/o", "w/"; one to three letters broken off by a hyphen before a space ("th- "); decades ("'70s").
std::size_t shortened_end(std::string_view text, std::size_t at);

}  // namespace entente
