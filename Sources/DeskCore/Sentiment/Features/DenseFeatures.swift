/// A few dozen signs that mean much the same in every language: what the lexicons add up to,
/// marks, length. Each stands twice in the model, once for all languages and once for its own.
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

  /// Writes the places that hold for the workspace's text, for all languages and for its own.
  static func collect(_ workspace: inout MoodWorkspace, language: Int) {
    workspace.dense.removeAll(keepingCapacity: true)
    let sums = workspace.sums
    add(Place.bias, language, &workspace.dense)
    add(Place.positive + step(sums.positive), language, &workspace.dense)
    add(Place.negative + step(sums.negative), language, &workspace.dense)
    let net = sums.positive - sums.negative
    let netStep = min(4, max(-4, Int((net / 1.5).rounded())))
    add(Place.net + 4 + netStep, language, &workspace.dense)
    add(Place.exclamations + min(3, sums.exclamations), language, &workspace.dense)
    add(Place.questions + min(2, sums.questions), language, &workspace.dense)
    add(Place.issues + min(2, sums.issues), language, &workspace.dense)
    add(Place.asks + min(1, sums.asks), language, &workspace.dense)
    if sums.asksFirst { add(Place.asksFirst, language, &workspace.dense) }
    add(Place.praises + min(2, sums.praises), language, &workspace.dense)
    add(Place.insults + min(3, (sums.insults + 1) / 2), language, &workspace.dense)
    collectShape(&workspace, language)
  }

  /// Adds what the sentiment head said, for the heads that come after it.
  static func collect(
    negative: Double, positive: Double, language: Int, into workspace: inout MoodWorkspace
  ) {
    add(Place.negativeShare + min(7, Int(negative * 8)), language, &workspace.dense)
    add(Place.positiveShare + min(7, Int(positive * 8)), language, &workspace.dense)
    let isAsking = min(1, workspace.sums.questions)
    let leaning = negative > 0.5 ? 0 : positive > 0.5 ? 1 : 2
    add(Place.sentimentAsking + leaning * 2 + isAsking, language, &workspace.dense)
  }

  private static func collectShape(_ workspace: inout MoodWorkspace, _ language: Int) {
    var words = 0
    var isShouted = false
    var isDrawnOut = false
    var hasHandle = false
    var hasLink = false
    for token in workspace.text.tokens {
      switch token.kind {
      case .word: words += 1
      case .handle: hasHandle = true
      case .link: hasLink = true
      default: break
      }
      isShouted = isShouted || token.isShouted
      isDrawnOut = isDrawnOut || token.isDrawnOut
    }
    if isShouted { add(Place.shouted, language, &workspace.dense) }
    if isDrawnOut { add(Place.drawnOut, language, &workspace.dense) }
    if hasHandle { add(Place.handle, language, &workspace.dense) }
    if hasLink { add(Place.link, language, &workspace.dense) }
    let length = words <= 3 ? 0 : words <= 7 ? 1 : words <= 14 ? 2 : words <= 28 ? 3 : 4
    add(Place.words + length, language, &workspace.dense)
    if let last = workspace.text.tokens.last, last.kind == .marks,
      workspace.text.letters[Int(last.end) - 1] == 0x3F
    {
      add(Place.endsAsking, language, &workspace.dense)
    }
  }

  @inline(__always)
  private static func add(_ place: Int, _ language: Int, _ places: inout [Int]) {
    places.append(place)
    places.append((language + 1) * count + place)
  }

  /// Nothing, a weak word, and so on up to a rant.
  private static func step(_ sum: Double) -> Int {
    if sum <= 0 { return 0 }
    return min(7, 1 + Int(sum / 1.25))
  }
}
