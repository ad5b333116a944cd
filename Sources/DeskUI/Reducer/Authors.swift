import DeskCore

extension DeskState {
  /// Opens the card of whoever wrote a mention, or says at once what they are: `:author press the
  /// Gazette`, `:author back`.
  mutating func author(of mention: Mention, _ argument: String) -> [Effect] {
    let author = AuthorKey(mention)
    let parts = argument.split(separator: " ", maxSplits: 1).map(String.init)
    guard let name = parts.first else {
      profile = nil
      layers.append(.menu(Menu(kind: .author(author))))
      return ask(.author(author))
    }
    if name == "back" { return perform(.unjudgeAuthor(author)) }
    guard let kind = AuthorKind(rawValue: name) else {
      say(Words.unknownAuthorKind(name), .refused)
      return []
    }
    return perform(.judgeAuthor(author, kind, note: parts.count == 2 ? parts[1] : ""))
  }

  /// The lines above the choices of a menu.
  func head(of menu: Menu) -> [String] {
    guard case .author = menu.kind else { return [] }
    guard let profile else {
      return [
        loading.contains { if case .author = $0 { true } else { false } }
          ? Words.reading : Words.authorUnknown, "",
      ]
    }
    return Words.authorCard(profile, now: now, zone: zone) + [""]
  }
}
