import CZlib

/// Inflates gzip data piece by piece, several members in a row included.
final class GzipInflater {
  private let stream: OpaquePointer
  private var isBetweenMembers = false

  /// Makes an inflater; nil when there is no memory for one.
  init?() {
    guard let stream = cz_open() else { return nil }
    self.stream = stream
  }

  deinit { cz_close(stream) }

  /// Whether the data so far ended where a member ended, so that nothing is missing.
  var isComplete: Bool { isBetweenMembers }

  /// Inflates one piece and appends the result.
  /// - Throws: `JSONLinesError.damaged` when the data is not gzip or was changed.
  func inflate(_ input: ArraySlice<UInt8>, into output: inout [UInt8]) throws {
    var rest = input
    var chunk = [UInt8](repeating: 0, count: 128 * 1024)
    while true {
      if isBetweenMembers {
        guard !rest.isEmpty else { return }
        guard cz_next_member(stream) == 1 else { throw JSONLinesError.damaged }
        isBetweenMembers = false
      }
      let step = rest.withUnsafeBufferPointer { source in
        chunk.withUnsafeMutableBufferPointer { target in
          cz_inflate(
            stream, source.baseAddress, source.count, target.baseAddress, target.count)
        }
      }
      guard step.status >= 0 else { throw JSONLinesError.damaged }
      output += chunk[..<step.produced]
      rest = rest.dropFirst(step.consumed)
      isBetweenMembers = step.status == 1
      if !isBetweenMembers, step.produced < chunk.count, rest.isEmpty { return }
      if !isBetweenMembers, step.produced == 0, step.consumed == 0 { return }
    }
  }
}
