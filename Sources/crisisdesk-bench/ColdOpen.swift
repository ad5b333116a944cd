import DeskCore
import DeskStore
import Glibc

/// What a process that has just begun needs before it can paint: the desk opened, the header's
/// numbers and the first pages.
struct ColdOpen {
  /// Milliseconds of each step, in order.
  struct Times {
    var open = 0.0
    var status = 0.0
    var stream = 0.0
    var queue = 0.0
    var mood = 0.0
    var posts = 0.0
    /// All together.
    var sum: Double { open + status + stream + queue + mood + posts }
    /// The times as words.
    var line: String {
      zip(
        ["open", "status", "stream", "queue", "mood", "posts", "sum"],
        [open, status, stream, queue, mood, posts, sum]
      ).map { "\($0) \(Measure.rounded($1))" }.joined(separator: " ")
    }
  }

  /// Opens the database and reads what the first screen shows; to be called once a process.
  static func run(path: String) throws -> Times {
    var times = Times()
    var desk: DeskDatabase?
    times.open = try Measure.milliseconds { desk = try DeskDatabase(path: path) }
    guard let desk else { return times }
    var status = DeskStatus(at: Timestamp(seconds: 1_760_000_000))
    times.status = try Measure.milliseconds { status = try desk.status(now: status.at) }
    let now = status.at.adding(.milliseconds(status.newest * 100))
    let every = MentionFilter()
    times.stream = try Measure.milliseconds { _ = try desk.stream(every, before: nil, limit: 200) }
    times.queue = try Measure.milliseconds { _ = try desk.queue(every, after: nil, limit: 200) }
    times.mood = try Measure.milliseconds {
      _ = try desk.mood(from: now.adding(.hours(-6)), to: now, bucketSeconds: 300)
      _ = try desk.marks(from: now.adding(.hours(-6)), to: now)
    }
    times.posts = try Measure.milliseconds {
      _ = try desk.posts(now: now, limit: 500)
      _ = try desk.outbox(now: now, limit: 500)
      _ = try desk.nativePosts()
    }
    return times
  }
}
