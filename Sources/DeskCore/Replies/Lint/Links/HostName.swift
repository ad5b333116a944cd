/// What a host's name is made of, and what it looks like.
enum HostName {
  /// Full stops of other scripts part a host's labels too (RFC 3490, 3.1).
  static func isDot(_ scalar: UInt32) -> Bool {
    scalar == 0x2E || scalar == 0x3002 || scalar == 0xFF0E || scalar == 0xFF61
  }

  /// A scalar in lower case, every dot the plain one.
  static func lowered(_ scalar: UInt32) -> UInt32 {
    if isDot(scalar) { return 0x2E }
    if scalar < 0x80 { return (0x41...0x5A).contains(scalar) ? scalar + 0x20 : scalar }
    let lower = Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars
    return lower?.count == 1 ? lower?.first?.value ?? scalar : scalar
  }

  /// A name as its scalars in lower case, with `xn--` labels written out.
  static func scalars(of name: [UInt32]) -> [UInt32] {
    let labels = name.split(separator: 0x2E, omittingEmptySubsequences: false)
    let written = labels.map { label -> [UInt32] in
      guard label.starts(with: [0x78, 0x6E, 0x2D, 0x2D]) else { return Array(label) }
      return Punycode.decoded(label.dropFirst(4)) ?? Array(label)
    }
    return Array(written.joined(separator: [0x2E]))
  }

  /// What a name looks like: lookalikes of other scripts and common tricks as plain Latin.
  static func skeleton(_ name: [UInt32]) -> [UInt32] {
    var seen: [UInt32] = []
    for scalar in scalars(of: name) where LintLetters.folded(scalar) != FoldTable.skipped {
      seen.append(Lookalikes.latin(scalar))
      let tail = seen.suffix(2)
      if tail.elementsEqual([0x72, 0x6E]) { seen.replaceSubrange(tail.indices, with: [0x6D]) }
      if tail.elementsEqual([0x76, 0x76]) { seen.replaceSubrange(tail.indices, with: [0x77]) }
    }
    return seen
  }

  /// Whether one label mixes alphabets of which one imitates another.
  static func mixesScripts(_ name: [UInt32]) -> Bool {
    scalars(of: name).split(separator: 0x2E).contains { label in
      let hasLatin = label.contains { (0x61...0x7A).contains($0) || (0xDF...0x24F).contains($0) }
      let hasOther = label.contains {
        (0x370..<0x590).contains($0) || (0x13A0..<0x1400).contains($0) || $0 >= 0x1D400
      }
      let hasHidden = label.contains { LintLetters.folded($0) == FoldTable.skipped }
      return hasHidden || (hasLatin && hasOther)
    }
  }
}
