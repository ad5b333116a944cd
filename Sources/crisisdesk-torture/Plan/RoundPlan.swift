import DeskTesting

/// Everything that happens in a round; made from its seed alone, so a round can be done again.
struct RoundPlan: Hashable, Sendable {
  /// What it was made from.
  var seed: UInt64
  /// Whether the server takes a repeated key for a new request, as GoToSocial does.
  var ignoresKeys: Bool
  /// What the server does with the requests to publish, in the order in which they come.
  var publishing: [ServerFaults.PublishFault?]
  /// How many looks at the server are answered with an error first.
  var refusedLooks: Int
  /// What is done, in order of time.
  var steps: [Step]

  /// The text of a message; unlike any other text of any other round.
  func text(_ message: Int) -> String {
    let forms = Self.forms
    return forms[(Int(seed % 97) + message) % forms.count]
      .split(separator: "#", omittingEmptySubsequences: false)
      .joined(separator: token(message))
  }

  /// The word by which a message is known wherever its text is.
  func token(_ message: Int) -> String { "t\(seed)n\(message)z" }

  /// The texts of people that the round may answer, each with its author's name.
  func mention(_ message: Int) -> (author: String, text: String) {
    ("c\(seed)m\(message)", "where is my refund, case q\(seed)n\(message)z?")
  }

  /// How far the clock is behind when everything was done, when that is minutes; in seconds.
  var setsBack: Int {
    let behind = -steps.reduce(0) {
      if case .jump(let seconds) = $1.act { $0 + seconds } else { $0 }
    }
    return behind > 120 ? behind : 0
  }

  /// The messages that answer a mention.
  var replies: [Int] {
    steps.compactMap { if case .reply(let message) = $0.act { message } else { nil } }
  }

  // Marks, signs, scripts and spaces that forms and servers have been known to change.
  private static let forms = [
    "We are sorry. #", "# 50% off & more = better + cheaper; \"quoted\" 'too' <b>not bold</b>",
    "first line #\nsecond line\n\nfourth line", "Салом # – сиз учун яхши хабар",
    "سلام # ممنون از شما", "👩‍👩‍👧‍👦 # 👍🏽 ✓ é e\u{301}", "tab\t# and  two  spaces",
    "Details on https://status.example/a?b=1&c=%20# today",
  ]
}
