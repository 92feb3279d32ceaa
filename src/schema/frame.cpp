#include "entente/schema/frame.hpp"

#include <array>
#include <utility>

namespace entente {

namespace {

constexpr std::array<std::pair<FrameClass, std::string_view>, 6> kClasses = {{{FrameClass::verb, "verb"},
                                                                              {FrameClass::noun, "noun"},
                                                                              {FrameClass::adjective, "adjective"},
                                                                              {FrameClass::preposition, "preposition"},
                                                                              {FrameClass::possessive, "possessive"},
                                                                              {FrameClass::prefix, "prefix"}}};

}  // namespace

std::string_view to_string(FrameClass frame_class) {
  for (const auto& [value, word] : kClasses)
    if (value == frame_class) return word;
  return {};
}

std::optional<FrameClass> parse_frame_class(std::string_view word) {
  for (const auto& [value, name] : kClasses)
    if (name == word) return value;
  return std::nullopt;
}

}  // namespace entente
