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

  /// The dictionary's lemma for the form as written, else in lower case, else what rule number `rule` gives.
  std::string lemma(std::string_view form, std::string_view upos, std::uint32_t rule) const;

 private:
  struct Rule {
    bool lower = false;
    std::size_t dropped = 0;
    std::string added;
  };

  std::vector<Rule> rules_;
  std::unordered_map<std::string, std::string> dictionary_;
};

}  // namespace entente
