// A queue between threads that holds few elements, so that reading does not run ahead of analysis.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace entente {

template <class T>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

  /// Waits until there is room.
  void push(T&& value) {
    std::unique_lock lock(mutex_);
    has_room_.wait(lock, [&] { return queue_.size() < capacity_; });
    queue_.push_back(std::move(value));
    has_value_.notify_one();
  }

  /// The next element, or nothing when the queue is closed and empty.
  std::optional<T> pop() {
    std::unique_lock lock(mutex_);
    has_value_.wait(lock, [&] { return closed_ || !queue_.empty(); });
    if (queue_.empty()) return std::nullopt;
    std::optional<T> value(std::move(queue_.front()));
    queue_.pop_front();
    has_room_.notify_one();
    return value;
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    has_value_.notify_all();
  }

 private:
  std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable has_room_;
  std::condition_variable has_value_;
  std::deque<T> queue_;
  bool closed_ = false;
};

}  // namespace entente
