// Lemmas: edit rules that the model chooses, and a dictionary that goes before them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// Turns forms into lemmas; immutable.
class Lemmas {
 public:
  /// A rule "l2y" lower-cases the form, drops two characters and adds "y"; "k0" keeps it. Entries are "form\tUPOS\tlemma".
  ///
  /// Throws `ModelError` if a rule or an entry has another form.
  Lemmas(const std::vector<std::string>& rules, const std::vector<std::string>& entries);

  /// The dictionary's lemma for the form as written, else in lower case, else without a prefix such as "re-"; a number without its
  /// commas; a word that its tag `xpos` (Penn Treebank) says to be uninflected as it is; else what rule number `rule` gives.
  std::string lemma(std::string_view form, std::string_view upos, std::string_view xpos, std::uint32_t rule) const;

 private:
  /// The dictionary's lemma of a lower-cased form, with or without a prefix; empty if it has none.
  std::string known(const std::string& form, std::string_view upos) const;
  std::string edited(std::string_view form, std::uint32_t rule) const;

  struct Rule {
    bool lower = false;
    std::size_t dropped = 0;
    std::string added;
  };

  std::vector<Rule> rules_;
  std::unordered_map<std::string, std::string> dictionary_;
};

}  // namespace entente
