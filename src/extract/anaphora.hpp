// Descriptions and pronouns: what "it", "both sides", "the island nation" and "Japanese officials" stand for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "entente/extract/mention_detection.hpp"
#include "entente/language/language_model.hpp"
#include "extract/draft_entities.hpp"

namespace entente {

/// Resolves descriptions and pronouns one after the other, given what the mentions before them stand for.
class AnaphoraResolver {
 public:
  AnaphoraResolver(const EncodedDocument& document, const std::string& text, const std::vector<DetectedMention>& mentions,
                   const LanguageModel& model, DraftEntities& drafts, std::vector<std::vector<LocalEntityId>>& of_mention);

  /// The State in whose name a speech is given ("we"), if the document is one.
  void set_speaker(std::optional<LocalEntityId> speaker) { speaker_ = speaker; }

  /// What the mention stands for; empty if nothing is known. May create an entity for a description that is worth a node.
  std::vector<LocalEntityId> resolve(std::uint32_t mention);

 private:
  std::vector<LocalEntityId> resolve_pronoun(std::uint32_t mention);
  std::vector<LocalEntityId> quoted_speaker(std::uint32_t mention);
  std::vector<LocalEntityId> resolve_nominal(std::uint32_t mention);
  std::vector<LocalEntityId> government_of(std::uint32_t mention);
  std::vector<LocalEntityId> specified_by_name(std::uint32_t mention) const;
  std::vector<LocalEntityId> holder_of_office(std::uint32_t mention) const;
  std::vector<LocalEntityId> name_inside(std::uint32_t mention) const;
  std::vector<LocalEntityId> relative_antecedent(std::uint32_t mention) const;
  bool may_corefer(const Mention& own, const Mention& other) const;
  std::vector<LocalEntityId> by_model(std::uint32_t mention) const;
  std::vector<LocalEntityId> last_of_types(std::uint32_t mention, std::initializer_list<std::string_view> types, std::uint32_t reach) const;
  std::vector<LocalEntityId> last_two_states(std::uint32_t mention) const;
  std::string_view word(const Mention& mention, std::uint32_t token) const;

  const EncodedDocument& document_;
  const std::string& text_;
  const std::vector<DetectedMention>& mentions_;
  const LanguageModel& model_;
  DraftEntities& drafts_;
  std::vector<std::vector<LocalEntityId>>& of_mention_;
  std::vector<WordRange> ranges_;
  std::optional<LocalEntityId> speaker_;
};

}  // namespace entente
