import DeskCore

/// A place in a file, and enough of the file to know it again.
struct FilePlace: Hashable, Sendable {
  /// How many bytes of the beginning are remembered.
  static let headLength = 256

  /// Device and number of the file on its disk.
  var identity: String
  /// Bytes of the (inflated) stream before this place.
  var offset: Int64
  /// A hash of the file's first bytes: a number on a disk is used again after a deletion.
  var head: String

  /// Makes a place.
  init(identity: String, offset: Int64, head: String) {
    self.identity = identity
    self.offset = offset
    self.head = head
  }

  /// Reads a place from a cursor; nil when it holds none.
  init?(cursor: Cursor) {
    guard let identity = cursor.parts["file"], let head = cursor.parts["head"],
      let offset = cursor.parts["offset"].flatMap(Int64.init), offset >= 0
    else { return nil }
    self.init(identity: identity, offset: offset, head: head)
  }

  /// The place as a cursor.
  var cursor: Cursor {
    Cursor(parts: ["file": identity, "head": head, "offset": String(offset)])
  }

  /// The count of the bytes that were hashed, and their FNV-1a hash.
  static func head(of bytes: some Collection<UInt8>) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return "\(bytes.count)-\(String(hash, radix: 16))"
  }

  /// How many bytes of the beginning `head` was made of; nil when it makes no sense.
  static func count(ofHead head: String) -> Int? {
    head.split(separator: "-").first.flatMap { Int($0) }.flatMap {
      (0...headLength).contains($0) ? $0 : nil
    }
  }
}
