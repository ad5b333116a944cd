import Synchronization

/// A queue between one writer and one reader that makes the writer wait while it is full.
///
/// Closing ends it for both: the writer's elements are dropped, the reader gets what is left.
final class BoundedQueue<Element: Sendable>: Sendable {
  private struct State {
    var elements: [Element] = []
    var isClosed = false
    var reader: CheckedContinuation<Element?, Never>?
    var writer: CheckedContinuation<Void, Never>?
  }

  private enum Step {
    case reader(CheckedContinuation<Element?, Never>)
    case done
    case full
  }

  private let limit: Int
  private let state = Mutex(State())

  init(limit: Int) { self.limit = limit }

  /// Appends an element and returns once there is room for another.
  func put(_ element: Element) async {
    let step: Step = state.withLock { state in
      if state.isClosed { return .done }
      if let reader = state.reader {
        state.reader = nil
        return .reader(reader)
      }
      state.elements.append(element)
      return state.elements.count < limit ? .done : .full
    }
    switch step {
    case .reader(let reader): reader.resume(returning: element)
    case .done: return
    case .full: await waitForRoom()
    }
  }

  private func waitForRoom() async {
    await withCheckedContinuation { continuation in
      let hasRoom = state.withLock { state in
        if state.isClosed || state.elements.count < limit { return true }
        state.writer = continuation
        return false
      }
      if hasRoom { continuation.resume() }
    }
  }

  /// The next element; nil once the queue is closed and empty.
  func take() async -> Element? {
    await withCheckedContinuation { continuation in
      var writer: CheckedContinuation<Void, Never>?
      let answer: Element?? = state.withLock { state in
        if !state.elements.isEmpty {
          writer = state.writer
          state.writer = nil
          return .some(state.elements.removeFirst())
        }
        if state.isClosed { return .some(nil) }
        state.reader = continuation
        return nil
      }
      writer?.resume()
      if let answer { continuation.resume(returning: answer) }
    }
  }

  /// Ends it and wakes whoever waits.
  func close() {
    let (reader, writer) = state.withLock { state in
      state.isClosed = true
      defer { (state.reader, state.writer) = (nil, nil) }
      return (state.reader, state.writer)
    }
    reader?.resume(returning: nil)
    writer?.resume()
  }
}
