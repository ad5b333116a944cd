@testable import DeskCore

/// A connector under test is asked without a desk around it: the proofs are made here.
extension Connector {
  func hold(_ post: NativePost, now: Timestamp) async throws(ConnectorError) -> NativePost {
    try await hold(AdmittedHold(act: .hold, post: post), now: now)
  }

  func restore(
    _ post: NativePost, at time: Timestamp, now: Timestamp
  ) async throws(ConnectorError) {
    try await restore(AdmittedHold(act: .restore, post: post), at: time, now: now)
  }

  func takeOff(_ post: NativePost) async throws(ConnectorError) {
    try await takeOff(AdmittedHold(act: .takeOff, post: post))
  }
}
