#include "export/process.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "entente/base/error.hpp"

namespace entente {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_errors = 4000;

[[noreturn]] void become(const std::vector<char*>& arguments, int errors) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // Ctrl-C ends the layout too
  const int nothing = ::open("/dev/null", O_RDWR);
  ::dup2(nothing, 0);
  ::dup2(nothing, 1);
  ::dup2(errors, 2);
  ::execvp(arguments[0], arguments.data());
  ::_exit(127);
}

/// Reads what the process writes until it ends its output or the time is over.
bool collect(int fd, Clock::time_point end, std::string& text) {
  std::array<char, 4096> buffer;
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    if (left <= 0) return false;
    pollfd waiting{fd, POLLIN, 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(std::min<long long>(left, 1'000'000)));
    if (ready < 0 && errno == EINTR) continue;
    if (ready == 0) continue;
    const auto n = ::read(fd, buffer.data(), buffer.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return true;
    if (text.size() < most_errors) text.append(buffer.data(), static_cast<std::size_t>(n));
  }
}

}  // namespace

ProcessResult run_process(const std::vector<std::string>& arguments, std::chrono::milliseconds limit) {
  std::vector<char*> pointers;
  for (const auto& argument : arguments) pointers.push_back(const_cast<char*>(argument.c_str()));
  pointers.push_back(nullptr);
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw OutputError(fmt::format("{} cannot be run: {}", arguments[0], std::strerror(errno)));
  const auto child = ::fork();
  if (child < 0) {
    ::close(ends[0]);
    ::close(ends[1]);
    throw OutputError(fmt::format("{} cannot be run: {}", arguments[0], std::strerror(errno)));
  }
  if (child == 0) become(pointers, ends[1]);
  ::setpgid(child, child);
  ::close(ends[1]);
  ProcessResult result;
  result.timed_out = !collect(ends[0], Clock::now() + limit, result.errors);
  if (result.timed_out) ::kill(-child, SIGKILL);
  ::close(ends[0]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

TemporaryFolder::TemporaryFolder() {
  std::error_code code;
  auto place = std::filesystem::temp_directory_path(code);
  std::string name = ((code ? std::filesystem::path("/tmp") : place) / "entente-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw OutputError(fmt::format("{}: cannot be made: {}", name, std::strerror(errno)));
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace entente
