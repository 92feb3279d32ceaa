// The notation of values in the tables of the compatibility kit, made canonical.
#pragma once

#include <string>

namespace entente::tck {

/// `text` with labels and properties in order and plain spacing; with `any_order`, elements of lists are sorted.
std::string canonical(const std::string& text, bool any_order);

}  // namespace entente::tck
