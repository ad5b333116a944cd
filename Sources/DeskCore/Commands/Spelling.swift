/// Finds what somebody probably meant to type.
enum Spelling {
  /// The name with the fewest changed letters, at most two and fewer than half of them; nil when none
  /// is near.
  static func nearest(to word: String, in names: some Sequence<String>) -> String? {
    let letters = Array(word.unicodeScalars.prefix(40))
    var best: (name: String, distance: Int)?
    for name in names.sorted() {
      let distance = distance(letters, Array(name.unicodeScalars))
      if distance <= 2, distance * 2 < max(letters.count, 1), distance < best?.distance ?? .max {
        best = (name, distance)
      }
    }
    return best?.name
  }

  /// Letters added, left out, changed, or swapped with their neighbour (optimal string alignment).
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var rows = [Array(0...b.count)]
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        let change = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var least = min(change, rows[i - 1][j] + 1, row[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          least = min(least, rows[i - 2][j - 2] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
