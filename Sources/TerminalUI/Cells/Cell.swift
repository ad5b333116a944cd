/// One cell of a buffer: eight bytes, so that rows compare quickly.
struct Cell: Hashable, Sendable {
  /// The scalar, or the number of a cluster when `isCluster` is set.
  var content: UInt32
  /// The number of the style in the buffer's table.
  var style: UInt16
  /// 1 or 2; 0 for the second half of a wide cell.
  var width: UInt8
  /// 1 when `content` names a cluster.
  var flags: UInt8

  static let clusterFlag: UInt8 = 1

  init(content: UInt32, style: UInt16, width: UInt8 = 1, flags: UInt8 = 0) {
    self.content = content
    self.style = style
    self.width = width
    self.flags = flags
  }

  static func blank(_ style: UInt16 = 0) -> Cell { Cell(content: 0x20, style: style) }

  var isCluster: Bool { flags & Cell.clusterFlag != 0 }
  var isContinuation: Bool { width == 0 }
}
