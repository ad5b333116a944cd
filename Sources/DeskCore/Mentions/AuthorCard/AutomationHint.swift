/// A sign that a program may write under a name; evidence for a person, never a verdict.
public enum AutomationHint: Hashable, Codable, Sendable {
  /// The platform marks the account as automated.
  case platformSays
  /// The account is only so many days old, less than 30.
  case youngAccount(days: Int)
  /// So many mentions within an hour, ten or more.
  case manyMentions(inAnHour: Int)
  /// Of so many texts, five or more, fewer than a third are different.
  case repeatsItself(texts: Int, different: Int)
  /// So many other names wrote nearly the same, three or more.
  case sharesText(names: Int)
  /// The handle ends in five digits or more, as made-up ones do.
  case numberedHandle
}

/// What is known of how an author writes; the counts are the store's.
public struct AuthorHabits: Hashable, Codable, Sendable {
  /// The most mentions within any hour.
  public var mostInAnHour: Int
  /// How many mentions are known.
  public var texts: Int
  /// How many of their texts are different.
  public var differentTexts: Int

  /// Makes habits.
  public init(mostInAnHour: Int = 0, texts: Int = 0, differentTexts: Int = 0) {
    self.mostInAnHour = mostInAnHour
    self.texts = texts
    self.differentTexts = differentTexts
  }

  /// The signs, in the order of ``AutomationHint``.
  ///
  /// - Parameters:
  ///   - otherNames: how many other names wrote nearly the same.
  ///   - now: the instant at which the account's age is counted.
  public func hints(for author: Author, otherNames: Int, at now: Timestamp) -> [AutomationHint] {
    var hints: [AutomationHint] = []
    if author.isAutomated { hints.append(.platformSays) }
    if let created = author.accountCreatedAt {
      let days = now.since(created).milliseconds / 86_400_000
      if (0..<30).contains(days) { hints.append(.youngAccount(days: Int(days))) }
    }
    if mostInAnHour >= 10 { hints.append(.manyMentions(inAnHour: mostInAnHour)) }
    if texts >= 5, differentTexts * 3 < texts {
      hints.append(.repeatsItself(texts: texts, different: differentTexts))
    }
    if otherNames >= 3 { hints.append(.sharesText(names: otherNames)) }
    let name = author.handle.prefix { $0 != "@" }
    if name.reversed().prefix(while: \.isWholeNumber).count >= 5 { hints.append(.numberedHandle) }
    return hints
  }
}
