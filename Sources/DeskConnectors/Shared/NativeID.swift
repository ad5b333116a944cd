/// The order of ids that a platform hands out: shorter first, then by bytes.
///
/// It fits growing numbers of any length and ULIDs alike; an id is never read as a number.
enum NativeID {
  /// Whether `a` was handed out before `b`.
  static func isOlder(_ a: String, than b: String) -> Bool {
    let (x, y) = (a.utf8.count, b.utf8.count)
    return x == y ? a.utf8.lexicographicallyPrecedes(b.utf8) : x < y
  }

  /// The youngest of some ids; nil when there are none.
  static func youngest(_ ids: some Sequence<String>) -> String? {
    ids.max { isOlder($0, than: $1) }
  }

  /// The oldest of some ids; nil when there are none.
  static func oldest(_ ids: some Sequence<String>) -> String? {
    ids.min { isOlder($0, than: $1) }
  }
}
