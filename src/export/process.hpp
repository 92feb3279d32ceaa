// Running another program with a limit on its time.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace entente {

/// How a program ended.
struct ProcessResult {
  int status = 0;          ///< exit status; 128 + signal if it was killed; 127 if it could not be started
  bool timed_out = false;  ///< killed because its time was over
  std::string errors;      ///< the beginning of what it wrote to standard error
};

/// Runs `arguments[0]`, looked up in PATH, and waits for it; standard input is empty. It is killed when `limit` is over.
///
/// Throws `OutputError` if no process can be made.
ProcessResult run_process(const std::vector<std::string>& arguments, std::chrono::milliseconds limit);

/// A new empty folder for temporary files, removed with all in it on destruction.
class TemporaryFolder {
 public:
  /// Throws `OutputError` if it cannot be made.
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace entente
