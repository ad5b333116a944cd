public import DeskCore

/// Sets up a demo desk.
public struct DemoService: Sendable {
  private let script: DemoScript
  private let speed: Double

  /// Makes the service for a script and the speed at which it is played.
  public init(script: DemoScript = .embedded, speed: Double = 1) {
    self.script = script
    self.speed = speed > 0 ? speed : 1
  }

  /// Schedules the posts of the script, unless the demo has been started on this desk before.
  /// - Returns: how many were scheduled.
  /// - Throws: the store's error, or a refusal of the desk.
  @discardableResult
  public func schedulePosts(
    handler: CommandHandler, intake: any IntakeStore, as seat: Seat = .desk, at now: Timestamp
  ) throws -> Int {
    guard try intake.cursor(for: DemoConnector.demoAccount) == nil else { return 0 }
    let future = script.posts.filter { $0.offset > 0 }
    for post in future {
      let wait = Span(milliseconds: Int64((post.offset / speed * 1000).rounded()))
      try handler.execute(
        .schedulePost(
          account: DemoConnector.demoAccount, text: post.text, dueAt: now.adding(wait)),
        as: seat, at: now)
    }
    return future.count
  }
}
