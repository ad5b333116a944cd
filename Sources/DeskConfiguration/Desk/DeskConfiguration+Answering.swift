import DeskCore

extension DeskConfiguration {
  /// Reads `[links]`, `[contact]` and `[replies]`: what answers may say, and how often.
  mutating func readAnswering(_ reader: inout SectionReader) {
    var links = reader.section("links")
    allowedHosts = links.strings("allow")
    if let strange = allowedHosts.first(where: { !Self.isHost($0) }) {
      links.wrong(
        "allow", found: "\"\(strange)\"",
        expected: "hosts such as \"acme.example\", or \"*.acme.example\" for those below it alone")
    }
    links.finish()
    reader.absorb(links)
    readContact(&reader)
    readApprovals(&reader)
    var replies = reader.section("replies")
    repeats = replies.integer("repeats", in: 1...1000, unit: "people") ?? repeats
    replies.finish()
    reader.absorb(replies)
  }

  /// Reads `[approval.ROLE]`: so many other people by level.
  private mutating func readApprovals(_ reader: inout SectionReader) {
    var section = reader.section("approval")
    for role in Role.allCases where role >= .responder {
      var inner = section.section(role.rawValue)
      for level in Level.allCases {
        if let count = inner.integer(level.name, in: 0...2, unit: "people") {
          approvals[role, default: [:]][level] = count
        }
      }
      inner.finish()
      section.absorb(inner)
    }
    section.finish()
    reader.absorb(section)
  }

  private mutating func readContact(_ reader: inout SectionReader) {
    var section = reader.section("contact")
    func value(_ key: String, _ expected: String, _ isValid: @escaping (String) -> Bool) -> String {
      section.string(key, expected: expected, where: isValid) ?? ""
    }
    contact.email = value("email", "an e-mail address such as \"help@acme.example\"") { text in
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      return parts.count == 2 && !parts[0].isEmpty && Self.isHost(String(parts[1]))
        && !text.contains(where: \.isWhitespace)
    }
    contact.phone = value("phone", "a telephone number such as \"+380 44 123 45 67\"") { text in
      text.count { $0.isWholeNumber } >= 5
        && text.allSatisfy { $0.isWholeNumber || "+-() ./".contains($0) }
    }
    contact.form = value("form", "an address such as \"https://acme.example/help\"") { text in
      let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
      return isWeb && text.contains(".") && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }
    section.finish()
    reader.absorb(section)
  }

  /// Whether it is a host with a dot in it, with `*.` before it or not; no address, no path.
  private static func isHost(_ text: String) -> Bool {
    let name = text.hasPrefix("*.") ? text.dropFirst(2) : text[...]
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2
      && labels.allSatisfy { label in
        !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
      }
  }

  /// The lines that say what answers may say, and how often.
  var answeringLines: [String] {
    func line(_ key: String, _ value: String, _ sample: String) -> String {
      value.isEmpty ? "# \(key) = \(Self.quoted(sample))" : "\(key) = \(Self.quoted(value))"
    }
    var lines = [
      "", "[links]   # where answers may lead; a link to somewhere else is warned of",
      allowedHosts.isEmpty
        ? "# allow = [\"acme.example\"]   # and hosts below it; \"*.acme.example\": those alone"
        : "allow = \(Self.list(allowedHosts))",
      "", "[contact]   # how people reach you in private, and the variable {contact}",
      line("email", contact.email, "help@acme.example"),
      line("phone", contact.phone, "+380 44 123 45 67"),
      line("form", contact.form, "https://acme.example/help"),
      "", "[replies]",
      "repeats = \(repeats)   # people who may have the same public words in a day; then a second yes",
    ]
    let roles = approvals.filter { !$0.value.isEmpty }
    if roles.isEmpty {
      lines += [
        "", "# [approval.responder]   # instead of a level's approvals; never one's own yes",
      ]
      lines.append("# crisis = 2")
    }
    for (role, counts) in roles.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      lines += ["", "[approval.\(role.rawValue)]   # how many other people must say yes"]
      lines += Level.allCases.compactMap { level in
        counts[level].map { "\(level.name) = \($0)" }
      }
    }
    return lines
  }
}
