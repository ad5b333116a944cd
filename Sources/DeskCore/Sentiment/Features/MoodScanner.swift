/// Cuts a text into tokens in one walk over its UTF-8.
struct MoodScanner {
  private let forms: LetterForms
  private var byteStart = 0
  private var start = 0
  private var kind: MoodToken.Kind?
  private var upper = 0
  private var total = 0
  private var isDrawnOut = false
  private var lastWasUpper = false
  private var isInHashtag = false
  private var opensSentence = true
  private var skip = Skip.nothing
  private var isFull = false
  private var symbolScalar: UInt32 = 0

  private enum Skip { case nothing, handle, address }

  init(forms: LetterForms) { self.forms = forms }

  /// Fills `text`, which must be fresh.
  static func scan(_ source: String, forms: LetterForms, into text: inout MoodText) {
    var scanner = MoodScanner(forms: forms)
    source.utf8.span.withUnsafeBufferPointer { scanner.walk($0, into: &text) }
  }

  private mutating func walk(
    _ bytes: UnsafeBufferPointer<UInt8>, into text: inout MoodText
  ) {
    var offset = 0
    while offset < bytes.count, !isFull {
      if skip == .nothing, !isInHashtag, kind == nil || kind == .word {
        offset = runOn(bytes, from: offset, into: &text)
        if offset >= bytes.count { break }
        if bytes[offset] == 0x20 {
          finish(at: offset, into: &text)
          offset += 1
          continue
        }
      }
      let lead = UInt32(bytes[offset])
      var scalar = lead
      var length = 1
      if lead >= 0x80 {
        length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard offset + length <= bytes.count else { break }
        scalar = lead & (0x7F >> UInt32(length))
        for step in 1..<length { scalar = scalar << 6 | UInt32(bytes[offset + step]) & 0x3F }
      }
      let next = offset + length < bytes.count ? bytes[offset + length] : 0x20
      take(scalar, at: offset, next: next, into: &text)
      offset += length
    }
    finish(at: offset, into: &text)
  }

  /// Takes plain letters of the three great scripts for as long as they come, which is nearly
  /// always; returns where something else stands, or where the word is as long as a word may be.
  /// Opens a word if none is open and a letter comes.
  @inline(__always)
  private mutating func runOn(
    _ bytes: UnsafeBufferPointer<UInt8>, from first: Int, into text: inout MoodText
  ) -> Int {
    let isNew = kind == nil
    let from = isNew ? text.letterEnd : start
    let last = min(from &+ MoodText.wordLimit, MoodText.letterLimit)
    var run = LetterRun(text.letters, start: from, end: text.letterEnd)
    let offset = run.take(bytes, from: first, upTo: last, forms: forms)
    let taken = run.latin &+ run.cyrillic &+ run.arabic
    guard taken > 0 else { return offset }
    if isNew {
      kind = .word
      start = from
      byteStart = first
    }
    lastWasUpper = run.lastWasUpper
    isDrawnOut = isDrawnOut || run.isDrawnOut
    text.letterEnd = run.end
    text.latin &+= run.latin
    text.cyrillic &+= run.cyrillic
    text.arabic &+= run.arabic
    text.casedLetters &+= run.latin &+ run.cyrillic
    text.upperLetters &+= run.upper
    upper &+= run.upper
    total &+= taken
    return offset
  }

  @inline(__always)
  private mutating func take(
    _ scalar: UInt32, at offset: Int, next: UInt8, into text: inout MoodText
  ) {
    let letter = forms.lowered(scalar)
    if skip != .nothing, isSkipped(scalar, letter: letter) { return }
    if letter > LetterForms.skipped {
      takeLetter(scalar, letter: letter, at: offset, next: next, into: &text)
    } else if letter == LetterForms.separator {
      takeSeparator(scalar, at: offset, next: next, into: &text)
    }
  }

  private mutating func isSkipped(_ scalar: UInt32, letter: UInt16) -> Bool {
    // A second @ is a handle with its server, which reads like an address.
    if skip == .handle, scalar == 0x40 { skip = .address }
    let continues =
      switch skip {
      case .nothing: false
      case .address: scalar > 0x20
      case .handle: letter > LetterForms.separator || scalar == 0x5F
      }
    if !continues { skip = .nothing }
    return continues
  }

  @inline(__always)
  private mutating func takeLetter(
    _ scalar: UInt32, letter: UInt16, at offset: Int, next: UInt8, into text: inout MoodText
  ) {
    if kind == .marks, isMouth(letter, next: next, in: text) {
      append(letter, into: &text)
      return
    }
    if letter == LetterForms.apostrophe, kind != .word { return }
    if kind != .word { begin(.word, at: offset, into: &text) }
    let isUpper = scalar < 0x590 && letter != scalar && letter != LetterForms.apostrophe
    if isInHashtag, isUpper, total > 0, !lastWasUpper {
      begin(.word, at: offset, into: &text)
    } else if text.letterEnd - start >= MoodText.wordLimit {
      begin(.word, at: offset, into: &text)
    }
    total += 1
    lastWasUpper = isUpper
    if letter > 0x39 { count(scalar, isUpper: isUpper, in: &text) }
    let count = text.letterEnd
    if count - start >= 2, text.letters[count - 1] == letter, text.letters[count - 2] == letter,
      letter > 0x39
    {
      isDrawnOut = true
      return
    }
    append(letter, into: &text)
  }

  @inline(__always)
  private mutating func count(_ scalar: UInt32, isUpper: Bool, in text: inout MoodText) {
    switch scalar {
    case 0..<0x250:
      text.latin += 1
      text.casedLetters += 1
    case 0x400..<0x530:
      text.cyrillic += 1
      text.casedLetters += 1
    case 0x600..<0x780, 0xFB50..<0xFF00: text.arabic += 1
    default:
      text.others += 1
      text.otherScript = OtherScript.script(of: scalar, known: text.otherScript)
    }
    if isUpper {
      upper += 1
      text.upperLetters += 1
    }
  }

  /// `:D`, `=p` and `<3`: a letter or digit that closes a face.
  private func isMouth(_ letter: UInt16, next: UInt8, in text: MoodText) -> Bool {
    guard text.letterEnd > 0 else { return false }
    let last = text.letters[text.letterEnd - 1]
    if last == 0x3C { return letter == 0x33 }
    let isMouth = letter == 0x64 || letter == 0x70 || letter == 0x6F || letter == 0x33
    guard isMouth, next < 0x30 || (next > 0x39 && next < 0x41) else { return false }
    let eyes =
      last == 0x2D && text.letterEnd - start >= 2 ? text.letters[text.letterEnd - 2] : last
    return eyes == 0x3A || eyes == 0x3B || eyes == 0x3D
  }

  private mutating func takeSeparator(
    _ scalar: UInt32, at offset: Int, next: UInt8, into text: inout MoodText
  ) {
    if scalar <= 0x20 || scalar == 0xA0 {
      finish(at: offset, into: &text)
      isInHashtag = false
      if scalar == 0x0A { opensSentence = true }
      return
    }
    if kind == .word,
      (scalar == 0x3A && isWord("http", "https", in: text))
        || (scalar == 0x2E && isWord("www", "ww", in: text))
    {
      turnIntoLink(in: &text)
      skip = .address
      return
    }
    if let symbol = LetterForms.symbol(scalar) {
      begin(.symbol, at: offset, into: &text)
      symbolScalar = scalar
      append(symbol, into: &text)
      return
    }
    takePunctuation(scalar, at: offset, next: next, into: &text)
  }

  private mutating func takePunctuation(
    _ scalar: UInt32, at offset: Int, next: UInt8, into text: inout MoodText
  ) {
    switch scalar {
    case 0x40 where kind != .word && (next > 0x40 || (0x30...0x39).contains(next)):
      begin(.handle, at: offset, into: &text)
      append(LetterForms.handle, into: &text)
      skip = .handle
      return
    case 0x23:
      finish(at: offset, into: &text)
      isInHashtag = true
      return
    case 0x5F:
      finish(at: offset, into: &text)
      return
    case 0x21, 0xFF01: text.exclamations += 1
    case 0x3F, 0x61F, 0xFF1F: text.questions += 1
    case 0x203C: text.exclamations += 2
    default: break
    }
    if scalar == 0x21 || scalar == 0x3F || scalar == 0x61F || scalar == 0x2E || scalar == 0x2026 {
      opensSentence = true
    }
    if kind != .marks { begin(.marks, at: offset, into: &text) }
    let mark = LetterForms.mark(scalar)
    let count = text.letterEnd
    if count - start >= 3, text.letters[count - 1] == mark, text.letters[count - 2] == mark,
      text.letters[count - 3] == mark
    {
      return
    }
    if count - start < MoodText.wordLimit { append(mark, into: &text) }
  }

  @inline(__always)
  private mutating func append(_ letter: UInt16, into text: inout MoodText) {
    guard text.letterEnd < MoodText.letterLimit else {
      isFull = true
      return
    }
    text.letters[text.letterEnd] = letter
    text.letterEnd += 1
  }

  @inline(__always)
  private mutating func begin(_ next: MoodToken.Kind, at offset: Int, into text: inout MoodText) {
    finish(at: offset, into: &text)
    kind = next
    start = text.letterEnd
    byteStart = offset
  }

  @inline(__always)
  private mutating func finish(at offset: Int, into text: inout MoodText) {
    guard let open = kind else { return }
    kind = nil
    if open == .word { trimApostrophes(in: &text) }
    if text.letterEnd > start, text.tokenEnd < MoodText.tokenLimit {
      if open == .word, text.letters[start] == 0x68, isWord("http", "https", in: text) {
        turnIntoLink(in: &text)
      } else {
        add(open, at: offset, into: &text)
      }
    }
    isFull = isFull || text.tokenEnd >= MoodText.tokenLimit
    upper = 0
    total = 0
    isDrawnOut = false
    lastWasUpper = false
  }

  private mutating func add(_ kind: MoodToken.Kind, at offset: Int, into text: inout MoodText) {
    var token = MoodToken(
      kind: kind, start: start, end: text.letterEnd, byteStart: byteStart, byteEnd: offset)
    token.isShouted = upper >= 3 && upper == total
    token.isDrawnOut = isDrawnOut
    if kind == .symbol { token.scalar = symbolScalar }
    if kind == .word {
      token.opensSentence = opensSentence
      opensSentence = false
    }
    text.tokens[text.tokenEnd] = token
    text.tokenEnd += 1
  }

  private mutating func turnIntoLink(in text: inout MoodText) {
    text.latin -= min(text.latin, total)
    text.letters[start] = LetterForms.link
    text.letterEnd = start + 1
    if text.tokenEnd < MoodText.tokenLimit {
      text.tokens[text.tokenEnd] = MoodToken(
        kind: .link, start: start, end: start + 1, byteStart: byteStart,
        byteEnd: byteStart + total)
      text.tokenEnd += 1
    }
    kind = nil
    upper = 0
    total = 0
  }

  private func trimApostrophes(in text: inout MoodText) {
    while text.letterEnd > start, text.letters[text.letterEnd - 1] == 0x27 { text.letterEnd -= 1 }
  }

  private func isWord(_ first: StaticString, _ second: StaticString, in text: MoodText) -> Bool {
    matches(first, in: text) || matches(second, in: text)
  }

  private func matches(_ word: StaticString, in text: MoodText) -> Bool {
    guard word.utf8CodeUnitCount == text.letterEnd - start else { return false }
    return word.withUTF8Buffer { bytes in
      bytes.indices.allSatisfy { UInt16(bytes[$0]) == text.letters[start + $0] }
    }
  }
}
