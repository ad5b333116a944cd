import DeskCore

extension DeskConfiguration {
  /// The file as text: every value that is set, and a comment for each that may be.
  ///
  /// Reading it back gives the same configuration, key overrides' lines aside.
  public var text: String {
    let seatLine = seat.map { "seat  = \(Self.quoted($0.rawValue))" } ?? "# seat = \"ana\""
    var lines = [
      "# The desk. Everything may be left out; `crisisdesk doctor` checks what is here.",
      "[desk]",
      "name  = \(Self.quoted(name))",
      "brand = \(Self.quoted(brand))",
      "zone  = \(Self.quoted(zone))   # times are shown in this zone",
      seatLine + "   # who acts when --as does not say; else the login name",
      "",
      "[service]   # minutes to the first answer",
      "complaint = \(targets.complaintMinutes)",
      "question  = \(targets.questionMinutes)",
      "other     = \(targets.otherMinutes)",
    ]
    lines += hoursLines + serviceLines
    lines += [
      "",
      "[outbox]",
      "countdown = \(countdownSeconds)   # seconds in which an answer can be recalled",
      "",
      "[theme]",
      theme.map { "name = \(Self.quoted($0))" } ?? "# name = \"dark\"",
      "",
      "[keys]   # action = \"key\", or a list of keys; the help lists the actions",
    ]
    lines += keys.map { "\(Self.quoted($0.action)) = \(Self.list($0.keys))" }
    lines += ["", "[mood]"]
    lines.append(moodModel.map { "model = \(Self.quoted($0))" } ?? "# model = \"mood.model\"")
    lines += ["", "[words]   # what a word means here: negative, neutral or positive"]
    if words.isEmpty { lines.append("# \"churn\" = \"negative\"") }
    for (word, sentiment) in words.sorted(by: { $0.key < $1.key }) {
      lines.append("\(Self.quoted(word)) = \"\(sentiment.name)\"")
    }
    lines += ["", "[topics]   # what is watched by itself: single words, or beginnings with a *"]
    if topics.isEmpty { lines.append("# delivery = [\"delivery\", \"courier*\"]") }
    lines += topics.map { "\(Self.quoted($0.name)) = \(Self.list($0.words))" }
    lines += answeringLines
    lines += levelLines
    lines += [
      "", "[team]", "default = \"\(team.defaultRole.rawValue)\"   # who is not named below",
    ]
    lines += ["", "[team.seats]   # observer, triage, responder or lead"]
    for (seat, role) in team.roles.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      lines.append("\(Self.quoted(seat.rawValue)) = \"\(role.rawValue)\"")
    }
    for account in accounts { lines += ["", "[[account]]"] + Self.lines(of: account) }
    if accounts.isEmpty { lines += Self.sample }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Writes the file into its place, readable by its owner only, and makes the folders it needs.
  ///
  /// Never overwrites: throws when there is a file already, or when the system says no.
  public func write(to places: DeskPlaces) throws(ConfigurationProblem) {
    do {
      try places.makeFolders()
      try PrivateFile.create(text, at: places.configurationFile)
    } catch {
      throw ConfigurationProblem(
        file: places.configurationFile, line: nil, fact: .unreadable("\(error)"))
    }
  }

  private static func lines(of account: AccountConfiguration) -> [String] {
    var lines = [
      "id       = \(quoted(account.id.rawValue))",
      "platform = \(quoted(account.platform.rawValue))",
      "base_url = \(quoted(account.baseURL))",
    ]
    if let handle = account.handle { lines.append("handle   = \(quoted(handle))") }
    lines.append("\(account.token.key) = \(quoted(account.token.value))")
    lines.append("watch_words    = \(list(account.watchWords))")
    lines.append("watch_hashtags = \(list(account.watchHashtags))")
    if let proxy = account.proxy { lines.append("proxy = \(quoted(proxy))") }
    if let file = account.certificates { lines.append("ca_file = \(quoted(file))") }
    if let spacing = account.spacing { lines.append("spacing = \"\(spacing.minutes)m\"") }
    return lines
  }

  private static let sample = [
    "",
    "# [[account]]",
    "# id = \"main\"",
    "# platform = \"mastodon\"",
    "# base_url = \"https://example.social\"",
    "# token_file = \"main.token\"        # beside this file, mode 0600; or:",
    "# token_env = \"DESK_TOKEN\"         # or:",
    "# token_command = \"pass show desk/main\"",
    "# watch_words = [\"your brand\"]",
    "# watch_hashtags = [\"yourbrand\"]",
    "# proxy = \"http://127.0.0.1:3128\"",
    "# ca_file = \"authority.pem\"       # a certificate authority of your own",
    "# spacing = \"10m\"                # how far apart its posts are to be",
  ]

  static func list(_ texts: [String]) -> String {
    "[\(texts.map(quoted).joined(separator: ", "))]"
  }

  /// A TOML basic string.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
