#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <typeinfo>

#include "entente/base/file.hpp"
#include "entente/base/json.hpp"
#include "entente/schema/schema.hpp"
#include "schema/json_schema.hpp"
#include "schema/rows.hpp"

namespace entente {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxFile = std::size_t{64} << 20;

// A schema file in memory with the folder that it came from, so that rows can be told where they stand.
struct SchemaFile {
  std::size_t folder = 0;
  std::string text;
  std::unique_ptr<JsonDocument> json;
};

std::unique_ptr<SchemaFile> open_file(const fs::path& path, std::size_t folder) {
  auto file = std::make_unique<SchemaFile>();
  file->folder = folder;
  try {
    file->text = read_file(path, kMaxFile);
    file->json = std::make_unique<JsonDocument>(JsonDocument::parse(file->text, path.string()));
  } catch (const InputError& error) {
    throw SchemaError(error.what());
  }
  return file;
}

bool flag(const SchemaFile& file, std::string_view key) {
  const auto* value = file.json->root().find(key);
  return value != nullptr && value->boolean;
}

class Loader {
 public:
  explicit Loader(std::vector<fs::path> folders) : folders_(std::move(folders)), rules_(data_folder("schemas")) {}

  Schema load() {
    schema_.name = "politics";
    read_manifests();
    each_file("types", [&](const SchemaFile& file) { add_types(file); });
    each_file("relations", [&](const SchemaFile& file) { add_relations(file); });
    each_file("lexicon", [&](const SchemaFile& file) { add_lexicon(file); });
    each_file("gazetteer", [&](const SchemaFile& file) { add_gazetteer(file); });
    check_references();
    for (auto& [id, row] : entries_) schema_.gazetteer.push_back(std::move(row.first));
    sort_unique(schema_.frames);
    sort_unique(schema_.embeddings);
    sort_unique(schema_.word_classes);
    return std::move(schema_);
  }

 private:
  template <class Row>
  static void sort_unique(std::vector<Row>& rows) {
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  }

  [[noreturn]] static void fail(const SchemaFile& file, std::size_t offset, const std::string& what) {
    throw SchemaError(file.json->message(offset, what));
  }

  void read_manifests() {
    for (std::size_t i = 0; i < folders_.size(); ++i) {
      if (!fs::is_directory(folders_[i]))
        throw SchemaError(fmt::format("{}: is no folder; --schema takes a folder of schema files", folders_[i].string()));
      if (!fs::exists(folders_[i] / "schema.json")) continue;
      const auto file = open_file(folders_[i] / "schema.json", i);
      check_form(*file, "schema");
      schema_.name = file->json->text_or(file->json->root(), "name", schema_.name);
      if (flag(*file, "standalone")) first_folder_ = i;
    }
  }

  // Files of a kind by name in all folders: kind.json and kind/*.json; a later file drops earlier ones of its name unless it extends them.
  void each_file(const std::string& kind, const std::function<void(const SchemaFile&)>& add) {
    std::map<std::string, std::vector<std::unique_ptr<SchemaFile>>> files;
    for (std::size_t i = 0; i < folders_.size(); ++i) {
      for (const auto& path : paths(folders_[i], kind)) {
        const auto name = path.filename().string();
        if (i < first_folder_ && !(kind == "lexicon" && name == "english.json")) continue;
        auto file = open_file(path, i);
        check_form(*file, kind);
        auto& same = files[name];
        if (!flag(*file, "extends")) same.clear();
        same.push_back(std::move(file));
      }
    }
    // By folder first, so that later folders have the last word.
    for (std::size_t i = 0; i < folders_.size(); ++i)
      for (const auto& [name, same] : files)
        for (const auto& file : same)
          if (file->folder == i) add(*file);
    for (auto& [name, same] : files)
      for (auto& file : same) files_.push_back(std::move(file));
  }

  static std::vector<fs::path> paths(const fs::path& folder, const std::string& kind) {
    std::vector<fs::path> found;
    if (fs::exists(folder / (kind + ".json"))) found.push_back(folder / (kind + ".json"));
    if (fs::is_directory(folder / kind))
      for (const auto& entry : fs::directory_iterator(folder / kind))
        if (entry.path().extension() == ".json") found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
  }

  void check_form(const SchemaFile& file, const std::string& kind) {
    auto& rule = form_[kind];
    if (!rule) rule = open_file(rules_ / (kind + ".schema.json"), 0);
    const auto found = violations(*file.json, *rule->json);
    std::string all;
    for (const auto& message : found) all += (all.empty() ? "" : "\n") + message;
    if (!all.empty()) throw SchemaError(all);
  }

  template <class Row>
  void add_named(std::vector<Row>& rows, Row row, const SchemaFile& file, std::size_t offset) {
    claim(typeid(Row).name(), row.name, file, offset);
    const auto same = std::find_if(rows.begin(), rows.end(), [&](const Row& other) { return other.name == row.name; });
    if (same == rows.end()) {
      rows.push_back(std::move(row));
    } else {
      *same = std::move(row);
    }
  }

  // A name may be defined once in a folder; a later folder may define it anew.
  void claim(const std::string& kind, const std::string& name, const SchemaFile& file, std::size_t offset) {
    const auto [owner, is_new] = owner_.try_emplace({kind, name}, file.folder);
    if (!is_new && owner->second == file.folder) fail(file, offset, fmt::format("\"{}\" is defined a second time", name));
    owner->second = file.folder;
  }

  static const std::vector<JsonValue>& rows_of(const SchemaFile& file, std::string_view key) {
    static const std::vector<JsonValue> kNone;
    const auto* rows = file.json->root().find(key);
    return rows == nullptr ? kNone : rows->elements;
  }

  void add_types(const SchemaFile& file) {
    for (const auto& row : rows_of(file, "types")) add_named(schema_.types, read_type(*file.json, row), file, row.offset);
  }

  void check_types(const SchemaFile& file, const JsonValue& row, std::string_view key) {
    const auto* names = row.find(key);
    if (names == nullptr) return;
    for (const auto& name : names->elements)
      if (schema_.find_type(name.string) == nullptr) fail(file, name.offset, fmt::format("there is no node type \"{}\"", name.string));
  }

  void add_relations(const SchemaFile& file) {
    for (const auto& row : rows_of(file, "relations")) {
      check_types(file, row, "domain");
      check_types(file, row, "range");
      add_named(schema_.relations, read_relation(*file.json, row), file, row.offset);
    }
  }

  // Frames of a later folder replace all earlier ones of the same word and relation.
  void drop_replaced_frames(const SchemaFile& file) {
    std::set<std::tuple<std::string, FrameClass, std::string>> replaced;
    for (const auto& row : rows_of(file, "frames")) {
      const auto frame = read_frame(*file.json, row);
      replaced.emplace(frame.lemma, frame.frame_class, frame.relation);
    }
    std::erase_if(schema_.frames, [&](const Frame& old) { return replaced.contains({old.lemma, old.frame_class, old.relation}); });
  }

  void add_lexicon(const SchemaFile& file) {
    if (file.folder > first_folder_) drop_replaced_frames(file);
    for (const auto& row : rows_of(file, "frames")) {
      auto frame = read_frame(*file.json, row);
      if (schema_.find_relation(frame.relation) == nullptr)
        fail(file, row.find("relation")->offset, fmt::format("there is no relation \"{}\"", frame.relation));
      check_types(file, row, "source_types");
      check_types(file, row, "target_types");
      schema_.frames.push_back(std::move(frame));
    }
    for (const auto& row : rows_of(file, "embeddings")) schema_.embeddings.push_back(read_embedding(*file.json, row));
    for (const auto& row : rows_of(file, "classes")) {
      auto words = read_word_class(*file.json, row);
      for (const auto& old : schema_.word_classes)
        if (old.name == words.name && flag(file, "extends")) words.lemmas.insert(words.lemmas.end(), old.lemmas.begin(), old.lemmas.end());
      std::sort(words.lemmas.begin(), words.lemmas.end());
      add_named(schema_.word_classes, std::move(words), file, row.offset);
    }
  }

  void add_gazetteer(const SchemaFile& file) {
    for (const auto& row : rows_of(file, "entries")) {
      auto entry = read_entry(*file.json, row);
      if (schema_.find_type(entry.type) == nullptr)
        fail(file, row.find("type")->offset, fmt::format("there is no node type \"{}\"", entry.type));
      claim("entry", entry.id, file, row.offset);
      const auto id = entry.id;
      entries_[id] = {std::move(entry), {&file, row.offset}};
    }
  }

  void check_references() const {
    for (const auto& [id, row] : entries_) {
      for (const auto& other : {row.first.part_of, row.first.leads})
        if (!other.empty() && !entries_.contains(other))
          fail(*row.second.first, row.second.second, fmt::format("the entry \"{}\" refers to \"{}\", which is no entry", id, other));
    }
  }

  std::vector<fs::path> folders_;
  fs::path rules_;
  std::size_t first_folder_ = 0;
  Schema schema_;
  std::map<std::string, std::unique_ptr<SchemaFile>> form_;
  std::vector<std::unique_ptr<SchemaFile>> files_;                    // kept for messages about their rows
  std::map<std::pair<std::string, std::string>, std::size_t> owner_;  // folder in which a name of a kind was last defined
  std::map<std::string, std::pair<GazetteerEntry, std::pair<const SchemaFile*, std::size_t>>> entries_;
};

}  // namespace

Schema load_schema(const std::vector<fs::path>& overlays) {
  std::vector<fs::path> folders = {data_folder("schemas")};
  folders.insert(folders.end(), overlays.begin(), overlays.end());
  return Loader(std::move(folders)).load();
}

std::vector<std::string> check_schema(const fs::path& folder) {
  try {
    load_schema({folder});
  } catch (const SchemaError& error) {
    return {error.what()};
  }
  return {};
}

}  // namespace entente
