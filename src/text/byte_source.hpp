// The bytes of a file or of standard input, unpacked if they are gzip.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace entente {

/// Sequential bytes in bounded memory, whatever their number. Every function throws `InputError`, naming the source, if the source
/// cannot be read or is broken gzip.
class ByteSource {
 public:
  /// Opens a file, or standard input for "-"; `name` is what messages call it.
  ByteSource(const std::filesystem::path& path, std::string name);
  /// Reads from memory, for tests.
  explicit ByteSource(std::string bytes, std::string name);
  ~ByteSource();
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  /// The next bytes without taking them: `size` of them, or fewer at the end.
  std::string_view peek(std::size_t size);
  /// All remaining bytes; throws `InputError` if they are more than `limit`.
  std::string read_all(std::size_t limit);
  /// The next line without its line feed into `line`; false at the end. A longer line than `limit` gives the first `limit` bytes;
  /// the rest is passed over and `size` tells how long it was.
  bool read_line(std::string& line, std::size_t limit, std::size_t& size);

  bool is_packed() const;
  const std::string& name() const { return name_; }

 private:
  struct Impl;
  /// Appends more bytes to the buffer; false at the end.
  bool fill();

  std::string name_;
  std::string buffer_;
  std::size_t taken_ = 0;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente
