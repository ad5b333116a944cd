/// What one cell (or one wide cell) shows: a base and at most four marks.
struct Cluster: Hashable, Sendable {
  /// The scalar that is shown; `Cluster.lineBreak` stands for the end of a line.
  var base: UInt32
  /// The marks on it; zero where there is none.
  var marks = SIMD4<UInt32>()
  /// How many marks there are; more than four are dropped.
  var markCount: UInt8 = 0
  /// 1 or 2.
  var width: UInt8 = 1

  static let lineBreak: UInt32 = 0x0A
  static let ellipsis: UInt32 = 0x2026

  var isLineBreak: Bool { base == Cluster.lineBreak }
  var isSpace: Bool { base == 0x20 || base == 0x3000 }

  /// The text of the cluster; a line break is a space here.
  var text: String {
    var view = String.UnicodeScalarView()
    if let scalar = Unicode.Scalar(isLineBreak ? 0x20 : base) { view.append(scalar) }
    for index in 0..<Int(markCount) {
      if let scalar = Unicode.Scalar(marks[index]) { view.append(scalar) }
    }
    return String(view)
  }
}
