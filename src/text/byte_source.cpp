#include "text/byte_source.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <cerrno>
#include <cstring>
#include <vector>

#include "entente/base/error.hpp"

namespace entente {

namespace {
constexpr std::size_t kChunk = 1 << 16;
}

/// The raw bytes below the unpacking.
struct ByteSource::Impl {
  int fd = -1;
  bool owned = false;
  std::string memory;
  std::vector<char> input = std::vector<char>(kChunk);
  std::size_t begin = 0;
  std::size_t end = 0;
  bool started = false;
  bool packed = false;
  bool inside = false;  ///< inside a gzip member
  z_stream inflater{};

  ~Impl() {
    if (packed) inflateEnd(&inflater);
    if (owned) ::close(fd);
  }

  /// Reads until `least` bytes are there or the source ends.
  void load(const std::string& name, std::size_t least) {
    if (begin == end) begin = end = 0;
    while (end - begin < least && end < input.size()) {
      ssize_t count = 0;
      if (fd < 0) {
        count = static_cast<ssize_t>(memory.copy(input.data() + end, input.size() - end));
        memory.erase(0, static_cast<std::size_t>(count));
      } else {
        do count = ::read(fd, input.data() + end, input.size() - end);
        while (count < 0 && errno == EINTR);
      }
      if (count < 0) throw InputError(fmt::format("{}: cannot be read: {}", name, std::strerror(errno)));
      if (count == 0) return;
      end += static_cast<std::size_t>(count);
    }
  }

  void unpack(const std::string& name, std::string& buffer);
};

/// Inflates one chunk; several gzip members may follow each other (RFC 1952, 2.2).
void ByteSource::Impl::unpack(const std::string& name, std::string& buffer) {
  std::vector<char> output(kChunk);
  inflater.next_out = reinterpret_cast<Bytef*>(output.data());
  inflater.avail_out = static_cast<uInt>(output.size());
  while (inflater.avail_out == output.size()) {
    load(name, 1);
    if (begin == end && !inside) return;
    if (begin == end) throw InputError(fmt::format("{}: broken gzip: cut off before its end", name));
    if (!inside && input[begin] != '\x1f') {  // padding behind the last member
      begin = end;
      continue;
    }
    inside = true;
    inflater.next_in = reinterpret_cast<Bytef*>(input.data() + begin);
    inflater.avail_in = static_cast<uInt>(end - begin);
    const int result = inflate(&inflater, Z_NO_FLUSH);
    begin = end - inflater.avail_in;
    if (result == Z_STREAM_END) {
      inside = false;
      inflateReset(&inflater);
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      throw InputError(fmt::format("{}: broken gzip: {}", name, inflater.msg != nullptr ? inflater.msg : "damaged data"));
    }
  }
  buffer.append(output.data(), output.size() - inflater.avail_out);
}

ByteSource::ByteSource(const std::filesystem::path& path, std::string name) : name_(std::move(name)), impl_(std::make_unique<Impl>()) {
  if (path == "-") {
    impl_->fd = 0;
    return;
  }
  impl_->fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (impl_->fd < 0) throw InputError(fmt::format("{}: cannot be opened: {}", name_, std::strerror(errno)));
  impl_->owned = true;
  struct stat status {};
  if (::fstat(impl_->fd, &status) == 0 && S_ISDIR(status.st_mode)) throw InputError(fmt::format("{}: is a folder, not a file", name_));
}

ByteSource::ByteSource(std::string bytes, std::string name) : name_(std::move(name)), impl_(std::make_unique<Impl>()) {
  impl_->memory = std::move(bytes);
}

ByteSource::~ByteSource() = default;

bool ByteSource::is_packed() const { return impl_->packed; }

bool ByteSource::fill() {
  auto& raw = *impl_;
  if (!raw.started) {
    raw.started = true;
    raw.load(name_, 2);
    raw.packed = raw.end - raw.begin >= 2 && raw.input[raw.begin] == '\x1f' && raw.input[raw.begin + 1] == '\x8b';
    if (raw.packed && inflateInit2(&raw.inflater, 15 + 16) != Z_OK) throw InputError(fmt::format("{}: cannot be unpacked", name_));
  }
  if (taken_ > 0 && taken_ * 2 >= buffer_.size()) {
    buffer_.erase(0, taken_);
    taken_ = 0;
  }
  const auto before = buffer_.size();
  if (raw.packed) {
    raw.unpack(name_, buffer_);
  } else {
    raw.load(name_, 1);
    buffer_.append(raw.input.data() + raw.begin, raw.end - raw.begin);
    raw.begin = raw.end = 0;
  }
  return buffer_.size() > before;
}

std::string_view ByteSource::peek(std::size_t size) {
  while (buffer_.size() - taken_ < size && fill()) {
  }
  return std::string_view(buffer_).substr(taken_, size);
}

std::string ByteSource::read_all(std::size_t limit) {
  std::string all = buffer_.substr(taken_);
  buffer_.clear();
  taken_ = 0;
  while (all.size() <= limit && fill()) {
    all += buffer_;
    buffer_.clear();
  }
  if (all.size() > limit)
    throw InputError(fmt::format("{}: larger than the limit of {} bytes{} (raise it with --max-document-size)", name_, limit,
                                 impl_->packed ? " when unpacked" : ""));
  return all;
}

bool ByteSource::read_line(std::string& line, std::size_t limit, std::size_t& size) {
  line.clear();
  size = 0;
  while (true) {
    if (taken_ == buffer_.size()) {
      buffer_.clear();
      taken_ = 0;
      if (!fill()) return size > 0;
    }
    const auto stop = buffer_.find('\n', taken_);
    const auto end = stop == std::string::npos ? buffer_.size() : stop;
    if (line.size() < limit) line.append(buffer_, taken_, std::min(end - taken_, limit - line.size()));
    size += end - taken_;
    taken_ = stop == std::string::npos ? end : stop + 1;
    if (stop == std::string::npos) continue;
    return true;
  }
}

}  // namespace entente
