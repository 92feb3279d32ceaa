// Whole files in, whole files out: an output is written aside and renamed, so that a reader sees the old or the new one, never half.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace entente {

/// The bytes of a file. Throws `InputError` if it cannot be read or is larger than `limit` bytes.
std::string read_file(const std::filesystem::path& path, std::size_t limit = static_cast<std::size_t>(-1));

/// All of standard input; limit as for `read_file`.
std::string read_standard_input(std::size_t limit = static_cast<std::size_t>(-1));

/// Calls `write` with a stream on a temporary file beside `path`, syncs and renames it to `path`; "-" is standard output.
///
/// Throws `OutputError`, leaving an older file untouched and no temporary file behind, if anything fails.
void write_file(const std::filesystem::path& path, const std::function<void(std::ostream&)>& write);

/// Removes temporary files of writes under way; async-signal-safe, for the Ctrl-C handler.
void discard_unfinished_files() noexcept;

/// A file mapped read-only into memory; unmapped on destruction.
class MappedFile {
 public:
  /// Throws `InputError` if the file cannot be opened or mapped.
  explicit MappedFile(const std::filesystem::path& path);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace entente
