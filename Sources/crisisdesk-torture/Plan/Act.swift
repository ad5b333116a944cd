/// One thing that is done to a desk.
///
/// Messages have numbers within their round; a text names its seed and number, so that whatever is
/// found on the server can be told apart. Times are milliseconds of ours; a second of ours is a
/// minute of the desk's.
enum Act: Hashable, Sendable {
  /// A post, due in whole minutes of the desk's.
  case post(message: Int, minutes: Int)
  /// An answer to the mention of the same number.
  case reply(message: Int)
  /// Takes back what was decided with this message: recalls an answer, drops a post.
  case takeBack(message: Int)
  /// Moves a post.
  case move(message: Int, minutes: Int)
  /// Pauses posts, or everything.
  case pause(everything: Bool)
  /// Resumes; what is overdue is sent or dropped.
  case resume(sendsOverdue: Bool)
  /// Ends a service process with a signal that it cannot see, and starts it again later.
  case kill(service: Int, restartAfter: Int)
  /// Asks a service process to end, and starts it again later.
  case end(service: Int, restartAfter: Int)
  /// Stops a service process and lets it go on, as a debugger or a sleeping host does.
  case freeze(service: Int, for: Int)
  /// Sets the machine's time of day forward or back, in seconds of the desk's.
  case jump(seconds: Int)
  /// Another process holds the database's write lock.
  case lock(for: Int)
  /// The disk is full.
  case fillDisk(for: Int)
}

/// An act and when it begins, in milliseconds from the start of its round.
struct Step: Hashable, Sendable {
  /// When it begins.
  var at: Int
  /// What is done.
  var act: Act
  /// When the process that does it is killed, in milliseconds from its start; nil for never.
  var killedAfter: Int?

  /// Makes a step.
  init(at: Int, _ act: Act, killedAfter: Int? = nil) {
    self.at = at
    self.act = act
    self.killedAfter = killedAfter
  }
}
