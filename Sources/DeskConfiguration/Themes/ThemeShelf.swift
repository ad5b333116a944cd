import FoundationEssentials
public import TerminalUI
import Themes

/// The themes a person can choose from: those in a folder of their own, and those of the program.
///
/// A file in the folder wins over a theme of the program with the same name. Files are read when
/// asked for, so that a person sees an edit as soon as they choose the theme again.
public struct ThemeShelf: Sendable {
  private let folder: String?

  /// Looks into `folder` for files that end in `.toml`; nil for the program's themes only.
  public init(folder: String?) { self.folder = folder }

  /// Every name, the program's first, then the person's own in order.
  public var names: [String] {
    let own = Set(files.map(ThemeFile.name(of:))).subtracting(BuiltInThemes.names)
    return BuiltInThemes.names + own.sorted()
  }

  /// What a theme is for, in one line; empty when it does not say or has a mistake.
  public func summary(of name: String) -> String { (try? file(named: name))?.summary ?? "" }

  /// The theme with a name, for a terminal of a tier.
  ///
  /// Throws the first mistake in it or in a theme it inherits from; keep the theme that is shown.
  public func theme(named name: String, tier: ColorTier) throws(ConfigurationProblem) -> Theme {
    try theme(file(named: name), tier: tier)
  }

  /// A theme for the start: when the wanted one has a mistake, the default and the problem.
  public func themeOrDefault(named name: String, tier: ColorTier) -> (
    theme: Theme, problem: ConfigurationProblem?
  ) {
    do throws(ConfigurationProblem) {
      return (try theme(named: name, tier: tier), nil)
    } catch {
      let shelf = ThemeShelf(folder: nil)
      let safe = try? shelf.theme(named: BuiltInThemes.names[0], tier: tier)
      return (safe ?? .fallback, error)
    }
  }

  /// Joins a file with all it inherits from.
  func theme(_ file: ThemeFile, tier: ColorTier) throws(ConfigurationProblem) -> Theme {
    var chain = [file]
    while let last = chain.last, let parent = last.parent {
      let seen = chain.map(\.name)
      // A file may inherit from the program's theme that it replaces, but from no other twice.
      let isOwnOriginal = parent == file.name && chain.count == 1
      if seen.contains(parent), !(isOwnOriginal && BuiltInThemes.names.contains(parent)) {
        throw ConfigurationProblem(
          file: last.file, line: last.parentLine, fact: .circle(seen + [parent]))
      }
      chain.append(try isOwnOriginal ? builtIn(parent) : ancestor(parent, of: last))
    }
    var joined = file
    for ancestor in chain.dropFirst() { joined = joined.inheriting(from: ancestor) }
    return try joined.theme(for: tier)
  }

  private func ancestor(_ name: String, of child: ThemeFile) throws(ConfigurationProblem)
    -> ThemeFile
  {
    if !names.contains(name) {
      throw ConfigurationProblem(
        file: child.file, line: child.parentLine,
        fact: .wrong(key: "inherits", found: "\"\(name)\"", expected: expected(near: name)))
    }
    return try file(named: name)
  }

  private func file(named name: String) throws(ConfigurationProblem) -> ThemeFile {
    if let path = files.first(where: { ThemeFile.name(of: $0) == name }) {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw ConfigurationProblem(
          file: path, line: nil, fact: .unreadable("no permission, or not a file"))
      }
      return try ThemeFile(String(decoding: data, as: UTF8.self), file: path)
    }
    return try builtIn(name)
  }

  private func builtIn(_ name: String) throws(ConfigurationProblem) -> ThemeFile {
    guard let text = BuiltInThemes.text(named: name) else {
      throw ConfigurationProblem(
        file: "theme", line: nil,
        fact: .wrong(key: "name", found: "\"\(name)\"", expected: expected(near: name)))
    }
    return try ThemeFile(text, file: "Themes/\(name).toml")
  }

  private func expected(near name: String) -> String {
    let hint = Suggestion.nearest(to: name, among: names).map { " (perhaps \"\($0)\")" } ?? ""
    return "one of \(names.joined(separator: ", "))\(hint)"
  }

  private var files: [String] {
    guard let folder else { return [] }
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return found.filter { $0.hasSuffix(".toml") }.sorted().map { "\(folder)/\($0)" }
  }
}
