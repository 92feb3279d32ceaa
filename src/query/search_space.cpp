#include "query/search_space.hpp"

namespace entente {

namespace {

// One is enough for searches that follow each other; graphs are seldom searched in turns.
thread_local std::unique_ptr<SearchSpace> spare;

}  // namespace

LentSearchSpace::LentSearchSpace(std::size_t entities) {
  if (spare && spare->size == entities)
    space_ = std::move(spare);
  else
    space_ = std::make_unique<SearchSpace>(entities);
  for (auto* marks : {&space_->banned, &space_->banned_first, &space_->on_path}) marks->clear();
}

LentSearchSpace::~LentSearchSpace() { spare = std::move(space_); }

}  // namespace entente
