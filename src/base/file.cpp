#include "entente/base/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <utility>

#include "entente/base/error.hpp"

namespace entente {

namespace fs = std::filesystem;

namespace {

// Names of temporary files, kept where a signal handler may read them.
struct Unfinished {
  std::atomic<bool> used{false};
  std::array<char, 4096> path{};
};
std::array<Unfinished, 16> unfinished;

Unfinished* remember(const std::string& path) {
  for (auto& slot : unfinished) {
    bool expected = false;
    if (path.size() < slot.path.size() && slot.used.compare_exchange_strong(expected, true)) {
      std::memcpy(slot.path.data(), path.c_str(), path.size() + 1);
      return &slot;
    }
  }
  return nullptr;
}

void forget(Unfinished* slot) {
  if (slot == nullptr) return;
  slot->path[0] = '\0';
  slot->used = false;
}

std::string read_stream(int fd, const std::string& name, std::size_t limit) {
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  while (true) {
    const auto n = ::read(fd, buffer.data(), buffer.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw InputError(fmt::format("{}: cannot be read: {}", name, std::strerror(errno)));
    if (n == 0) return bytes;
    if (bytes.size() + static_cast<std::size_t>(n) > limit)
      throw InputError(fmt::format("{}: larger than the limit of {} bytes (raise it with --max-document-size)", name, limit));
    bytes.append(buffer.data(), static_cast<std::size_t>(n));
  }
}

void sync(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY);
  if (fd < 0) return;
  ::fsync(fd);
  ::close(fd);
}

}  // namespace

std::string read_file(const fs::path& path, std::size_t limit) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) throw InputError(fmt::format("{}: cannot be opened: {}", path.string(), std::strerror(errno)));
  struct Closer {
    int fd;
    ~Closer() { ::close(fd); }
  } closer{fd};
  struct stat status {};
  if (::fstat(fd, &status) == 0 && S_ISDIR(status.st_mode)) throw InputError(fmt::format("{}: is a folder, not a file", path.string()));
  return read_stream(fd, path.string(), limit);
}

std::string read_standard_input(std::size_t limit) { return read_stream(0, "standard input", limit); }

void write_file(const fs::path& path, const std::function<void(std::ostream&)>& write) {
  if (path == "-") {
    write(std::cout);
    if (!std::cout.flush()) throw OutputError("standard output: cannot be written");
    return;
  }
  const auto aside = fmt::format("{}.{}.tmp", path.string(), ::getpid());
  auto* slot = remember(aside);
  try {
    std::ofstream out(aside, std::ios::binary | std::ios::trunc);
    if (!out) throw OutputError(fmt::format("{}: cannot be created: {}", path.string(), std::strerror(errno)));
    write(out);
    out.close();
    if (!out) throw OutputError(fmt::format("{}: cannot be written (disk full?): {}", path.string(), std::strerror(errno)));
    sync(aside);
    std::error_code code;
    fs::rename(aside, path, code);
    if (code) throw OutputError(fmt::format("{}: cannot be replaced: {}", path.string(), code.message()));
  } catch (...) {
    std::error_code ignored;
    fs::remove(aside, ignored);
    forget(slot);
    throw;
  }
  forget(slot);
}

void discard_unfinished_files() noexcept {
  for (auto& slot : unfinished)
    if (slot.used && slot.path[0] != '\0') ::unlink(slot.path.data());
}

MappedFile::MappedFile(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) throw InputError(fmt::format("{}: cannot be opened: {}", path.string(), std::strerror(errno)));
  struct stat status {};
  ::fstat(fd, &status);
  size_ = static_cast<std::size_t>(status.st_size);
  if (size_ != 0) {
    void* address = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, fd, 0);
    if (address != MAP_FAILED) data_ = static_cast<const char*>(address);
  }
  ::close(fd);
  if (size_ != 0 && data_ == nullptr) throw InputError(fmt::format("{}: cannot be mapped into memory", path.string()));
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

}  // namespace entente
