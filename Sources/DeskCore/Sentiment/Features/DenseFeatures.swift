/// A few dozen signs that mean much the same in every language: what the lexicons add up to,
/// marks, length. Each stands twice in the model, once for all languages and once for its own.
///
/// A place is told with a call; who asks adds up what stands there for all and for one language.
enum DenseFeatures {
  /// Places in one block.
  static let count = 96

  private enum Place {
    static let bias = 0
    static let positive = 1
    static let negative = 9
    static let net = 17
    static let exclamations = 26
    static let questions = 30
    static let issues = 33
    static let asks = 36
    static let asksFirst = 38
    static let praises = 39
    static let insults = 42
    static let shouted = 46
    static let drawnOut = 47
    static let words = 48
    static let handle = 54
    static let link = 55
    static let endsAsking = 56
    static let negativeShare = 57
    static let positiveShare = 65
    static let sentimentAsking = 73
  }

  /// Calls back with the places that hold for the workspace's text.
  @inline(__always)
  static func visit(_ workspace: MoodWorkspace, place add: (Int) -> Void) {
    let sums = workspace.sums
    add(Place.bias)
    add(Place.positive + step(sums.positive))
    add(Place.negative + step(sums.negative))
    let net = sums.positive - sums.negative
    let netStep = min(4, max(-4, Int((net / 1.5).rounded())))
    add(Place.net + 4 + netStep)
    add(Place.exclamations + min(3, sums.exclamations))
    add(Place.questions + min(2, sums.questions))
    add(Place.issues + min(2, sums.issues))
    add(Place.asks + min(1, sums.asks))
    if sums.asksFirst { add(Place.asksFirst) }
    add(Place.praises + min(2, sums.praises))
    add(Place.insults + min(3, (sums.insults + 1) / 2))
    visitShape(workspace.text, place: add)
  }

  /// Calls back with what the sentiment head said, for the heads that come after it.
  @inline(__always)
  static func visit(
    negative: Double, positive: Double, sums: MoodSums, place add: (Int) -> Void
  ) {
    add(Place.negativeShare + min(7, Int(negative * 8)))
    add(Place.positiveShare + min(7, Int(positive * 8)))
    let isAsking = min(1, sums.questions)
    let leaning = negative > 0.5 ? 0 : positive > 0.5 ? 1 : 2
    add(Place.sentimentAsking + leaning * 2 + isAsking)
  }

  @inline(__always)
  private static func visitShape(_ text: MoodText, place add: (Int) -> Void) {
    var words = 0
    var isShouted = false
    var isDrawnOut = false
    var hasHandle = false
    var hasLink = false
    for index in 0..<text.tokenEnd {
      let token = text.tokens[index]
      switch token.kind {
      case .word: words += 1
      case .handle: hasHandle = true
      case .link: hasLink = true
      default: break
      }
      isShouted = isShouted || token.isShouted
      isDrawnOut = isDrawnOut || token.isDrawnOut
    }
    if isShouted { add(Place.shouted) }
    if isDrawnOut { add(Place.drawnOut) }
    if hasHandle { add(Place.handle) }
    if hasLink { add(Place.link) }
    let length = words <= 3 ? 0 : words <= 7 ? 1 : words <= 14 ? 2 : words <= 28 ? 3 : 4
    add(Place.words + length)
    guard text.tokenEnd > 0 else { return }
    let last = text.tokens[text.tokenEnd - 1]
    if last.kind == .marks, text.letters[Int(last.end) - 1] == 0x3F { add(Place.endsAsking) }
  }

  /// Nothing, a weak word, and so on up to a rant.
  private static func step(_ sum: Double) -> Int {
    if sum <= 0 { return 0 }
    return min(7, 1 + Int(sum / 1.25))
  }
}
