import DeskCore

/// The writer's claim as the composer keeps it: taken by typing, kept by typing, let go in silence.
struct ClaimKeeper: Hashable, Sendable {
  /// Whether the conversation is the writer's, as far as the composer knows.
  private(set) var holds: Bool
  /// Whether it was the writer's and silence ended it.
  private(set) var hasLapsed = false
  private var typed = 0
  private var typedAt: Timestamp?
  private var renewedAt: Timestamp?

  /// How many typed characters take the conversation.
  static let takesAfter = 3
  /// How often typing renews the claim, 30 s.
  static let renewAfter = Span.seconds(30)
  /// How long nobody types before the writer is warned, 60 s.
  static let warnAfter = Span.seconds(60)

  init(holds: Bool) { self.holds = holds }

  /// An edit that added `count` characters, none when it only took some away.
  mutating func edited(adding count: Int, now: Timestamp) -> ComposerOutcome? {
    typed += count
    typedAt = now
    if !holds {
      guard typed >= Self.takesAfter else { return nil }
      (holds, hasLapsed, renewedAt) = (true, false, now)
      return .claim
    }
    guard renewedAt.map({ now.since($0) >= Self.renewAfter }) ?? true else { return nil }
    renewedAt = now
    return .renew
  }

  /// Typing rests: the lease must run from the last key and not from the last renewal.
  mutating func rested(now: Timestamp) -> ComposerOutcome? {
    guard holds, let typedAt, let renewedAt, typedAt.since(renewedAt) >= .seconds(5) else {
      return nil
    }
    self.renewedAt = now
    return .renew
  }

  /// Lets time pass: after a lease without a key the claim is over, and one key takes it again.
  mutating func tick(now: Timestamp) {
    guard holds else { return }
    let last = typedAt ?? now
    typedAt = last
    if now.since(last) >= Claim.lease { lapse() }
  }

  /// Somebody else has the conversation.
  mutating func lose() {
    holds = false
    hasLapsed = false
    typed = Self.takesAfter - 1
  }

  /// How long the claim still lasts without a key; nil while typing is recent.
  func ending(now: Timestamp) -> Span? {
    guard holds, let typedAt, now.since(typedAt) >= Self.warnAfter else { return nil }
    return typedAt.adding(Claim.lease).since(now)
  }

  private mutating func lapse() {
    lose()
    hasLapsed = true
  }
}
