// Which language a text is in.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// BCP 47 code of the language of `text`: by its script, and within the Latin script by its most frequent function words.
///
/// "en" if the text is too short or too mixed to tell. Reads the first 64 KiB.
std::string detect_language(std::string_view text);

/// True if a sentence is certainly in another language than English: mostly in another script, or full of the function words of
/// another language and none of English.
bool is_foreign(std::string_view sentence);

}  // namespace entente
