#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdio>

#include "cli/command.hpp"
#include "entente/base/error.hpp"
#include "entente/schema/schema.hpp"

namespace entente::cli {

namespace {

void print_types(const Schema& schema) {
  for (const auto& type : schema.types) fmt::print("{:<16} {}\n", type.name, type.description);
}

void print_relations(const Schema& schema) {
  for (const auto& relation : schema.relations)
    fmt::print("{:<18} {:<12} {:<4} {:<11} {}\n", relation.name, relation.family, relation.symmetric ? "sym" : "-",
               relation.plover.empty() ? "-" : relation.plover, relation.description);
}

void print_frames(const Schema& schema) {
  for (const auto& frame : schema.frames)
    fmt::print("{:<24} {:<11} {:<18} {} -> {}{}\n", frame.lemma, to_string(frame.frame_class), frame.relation, fmt::join(frame.source, "|"),
               fmt::join(frame.target, "|"), frame.object.empty() ? "" : fmt::format("  with {}", fmt::join(frame.object, "|")));
}

void print_gazetteer(const Schema& schema) {
  for (const auto& entry : schema.gazetteer)
    fmt::print("{:<32} {:<14} {:<10} {}\n", entry.id, entry.type, entry.wikidata.empty() ? "-" : entry.wikidata,
               fmt::join(entry.names, "; "));
}

class SchemaCommand : public Command {
 public:
  std::string name() const override { return "schema"; }
  std::string description() const override { return "Check a schema folder, or list the vocabulary in use"; }
  std::string examples() const override {
    return "  entente schema check my-schema        whether the folder can be loaded, with file, line and column of what is wrong\n"
           "  entente schema list relations         the relation types\n"
           "  entente schema list frames --schema my-schema\n";
  }
  void add_options(CLI::App& app) override {
    app.require_subcommand(1);
    check_ = app.add_subcommand("check", "Check a schema folder");
    check_->add_option("folder", folder_, "Folder with schema files")->required();
    list_ = app.add_subcommand("list", "List the vocabulary");
    list_->add_option("what", what_, "types, relations, frames or gazetteer")
        ->check(CLI::IsMember({"types", "relations", "frames", "gazetteer"}))
        ->required();
    list_->add_option("--schema", overlays_, "Folder with schema files that add to or replace the built-in ones");
  }

  int run() override { return check_->parsed() ? check() : list(); }

 private:
  int check() const {
    const auto schema = load_schema({folder_});
    fmt::print("{}: sound; with it there are {} node types, {} relations, {} frames and {} gazetteer entries\n", folder_,
               schema.types.size(), schema.relations.size(), schema.frames.size(), schema.gazetteer.size());
    return done;
  }

  int list() const {
    const auto schema = load_schema({overlays_.begin(), overlays_.end()});
    if (what_ == "types") print_types(schema);
    if (what_ == "relations") print_relations(schema);
    if (what_ == "frames") print_frames(schema);
    if (what_ == "gazetteer") print_gazetteer(schema);
    return done;
  }

  CLI::App* check_ = nullptr;
  CLI::App* list_ = nullptr;
  std::string folder_;
  std::string what_;
  std::vector<std::string> overlays_;
};

}  // namespace

std::unique_ptr<Command> make_schema_command() { return std::make_unique<SchemaCommand>(); }

}  // namespace entente::cli
