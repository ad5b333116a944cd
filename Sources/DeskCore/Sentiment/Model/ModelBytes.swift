/// Bytes that stay where they are and as they are for as long as this value lives.
///
/// Unchecked, because a pointer is not Sendable by itself: the bytes are mapped or linked
/// read-only, nobody writes them, and the owner is kept for as long as they are looked at.
final class ModelBytes: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  private let owner: (any Sendable)?

  init(_ bytes: UnsafeRawBufferPointer, owner: (any Sendable)?) {
    self.bytes = bytes
    self.owner = owner
  }
}
