#include "entente/base/error.hpp"
#include "entente/extract/assertion.hpp"

namespace entente {

std::string_view to_string(Modality modality) {
  switch (modality) {
    case Modality::asserted:
      return "asserted";
    case Modality::possible:
      return "possible";
    case Modality::negated:
      return "negated";
  }
  return "asserted";
}

Modality parse_modality(std::string_view word) {
  if (word == "asserted") return Modality::asserted;
  if (word == "possible") return Modality::possible;
  if (word == "negated") return Modality::negated;
  throw InputError("unknown modality '" + std::string(word) + "' (expected asserted, possible or negated)");
}

}  // namespace entente
