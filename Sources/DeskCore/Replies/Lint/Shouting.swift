/// Words in capitals next to each other, and rows of exclamation or question marks.
///
/// One word in capitals is a name or a code. Two that follow each other shout when they have
/// eleven letters between them, three when they have nine, so that `USB HDMI` or `NASA UNICEF` do not.
enum Shouting {
  static func findings(in text: LintText) -> [Finding] {
    (capitals(in: text).map { finding($0, .capitals, in: text) }
      + marks(in: text).map { finding($0, .marks, in: text) })
  }

  private static func finding(
    _ scalars: Range<Int>, _ reason: LintReason, in text: LintText
  ) -> Finding {
    Finding(range: text.utf8(of: scalars), rule: .shouting, severity: .advice, reason: reason)
  }

  private static func capitals(in text: LintText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var run: [LintWord] = []
    func close() {
      defer { run = [] }
      guard let first = run.first, let last = run.last else { return }
      let letters = run.reduce(0) { $0 + $1.letters.count }
      guard run.count >= 2, letters >= (run.count == 2 ? 11 : 9) else { return }
      found.append(first.scalars.lowerBound..<last.scalars.upperBound)
    }
    for word in text.words {
      if word.isCapitals, !word.isAddress {
        run.append(word)
      } else if !word.isNumber || run.isEmpty {
        close()
      }
    }
    close()
    return found
  }

  private static func marks(in text: LintText) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for index in 0...text.scalars.count {
      let isMark = index < text.scalars.count && isMark(text.scalars[index])
      if isMark, start == nil { start = index }
      guard !isMark, let from = start else { continue }
      if index - from >= 3 { found.append(from..<index) }
      start = nil
    }
    return found
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21, 0x3F, 0x61F, 0xFF01, 0xFF1F, 0x203C, 0x2047, 0x2048, 0x2049: true
    default: false
    }
  }
}
