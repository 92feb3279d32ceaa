// RETURN and WITH: computing columns, grouping, sorting, cutting.
#pragma once

#include <map>

#include "query/cypher/aggregate.hpp"
#include "query/cypher/runtime.hpp"

namespace entente::cypher {

/// One projection at work: rows go in by `add`, columns come out in `finish` or, where nothing must wait, at once.
class Projector {
 public:
  /// `emit` gets rows whose column slots are set.
  Projector(const Projection& projection, Row& row, Context& context, const Sink& emit);

  /// Takes the current row; false if no more rows are wanted.
  bool add();
  /// Gives what had to wait; false if `emit` stopped it.
  bool finish();

 private:
  struct Sorted {
    std::vector<Value> keys;
    std::vector<Value> columns;
  };
  struct Group {
    std::vector<Value> columns;
    std::vector<Aggregate> aggregates;
  };

  std::size_t constant(const std::vector<Expression>& count, std::size_t otherwise);
  bool add_columns();
  bool pass(const std::vector<Value>& columns);
  void add_to_group();
  bool finish_groups();
  bool finish_sorted();
  Value& slot(int index) { return row_[static_cast<std::size_t>(index)]; }

  const Projection& projection_;
  Row& row_;
  Context& context_;
  const Sink& emit_;
  std::size_t skip_;
  std::size_t limit_;
  std::size_t passed_ = 0;
  std::vector<Sorted> sorted_;
  std::set<std::vector<Value>, OrderLess> seen_;
  std::map<std::vector<Value>, std::size_t, OrderLess> group_of_;
  std::vector<Group> groups_;
};

}  // namespace entente::cypher
