import FoundationEssentials
import Glibc

/// Where a desk keeps its files: one folder, or the folders that the XDG rules name.
public struct DeskPlaces: Hashable, Sendable {
  /// Where `desk.toml` and token files are.
  public let configurationFolder: String
  /// Where the database and set-aside lines are.
  public let dataFolder: String
  /// Where the log is.
  public let stateFolder: String

  /// Puts everything into one folder, as `--desk DIR` asks.
  public init(folder: String) {
    self.init(configuration: folder, data: folder, state: folder)
  }

  private init(configuration: String, data: String, state: String) {
    configurationFolder = configuration
    dataFolder = data
    stateFolder = state
  }

  /// The places of `--desk DIR`, or without it those of the XDG base directory rules.
  ///
  /// A relative path in an XDG variable is ignored, as the rules ask; without `HOME` everything is
  /// under the current folder.
  public init(desk: String?, environment: [String: String]) {
    if let desk {
      self.init(folder: Self.withoutSlash(desk))
      return
    }
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "."
    func folder(_ variable: String, _ fallback: String) -> String {
      let chosen = environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
      return Self.withoutSlash(chosen ?? "\(home)/\(fallback)") + "/crisisdesk"
    }
    self.init(
      configuration: folder("XDG_CONFIG_HOME", ".config"),
      data: folder("XDG_DATA_HOME", ".local/share"),
      state: folder("XDG_STATE_HOME", ".local/state"))
  }

  /// The configuration.
  public var configurationFile: String { "\(configurationFolder)/desk.toml" }
  /// The person's own themes.
  public var themesFolder: String { "\(configurationFolder)/themes" }
  /// The saved replies, a file each.
  public var repliesFolder: String { "\(configurationFolder)/replies" }
  /// The macros.
  public var macrosFile: String { "\(configurationFolder)/macros" }
  /// The database.
  public var databaseFile: String { "\(dataFolder)/desk.db" }
  /// Lines that `ingest` could not use.
  public var rejectsFolder: String { "\(dataFolder)/rejects" }
  /// What the program did, for whoever has to find out.
  public var logFolder: String { "\(stateFolder)/log" }

  /// Whether there is a configuration.
  public var isConfigured: Bool { access(configurationFile, F_OK) == 0 }

  /// A path from the configuration: `~/` is the home folder, a relative one starts beside the file.
  public func resolve(_ path: String, environment: [String: String]) -> String {
    if path.hasPrefix("/") { return path }
    if path.hasPrefix("~/"), let home = environment["HOME"] { return home + path.dropFirst() }
    return "\(configurationFolder)/\(path)"
  }

  /// Makes every folder that is not there yet, open to its owner only.
  public func makeFolders() throws {
    for folder in [
      configurationFolder, themesFolder, repliesFolder, dataFolder, rejectsFolder, stateFolder,
      logFolder,
    ] {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
  }

  /// Reads the configuration; nil when there is none. Throws every mistake in it.
  public func configuration() throws(ConfigurationProblems) -> DeskConfiguration? {
    guard isConfigured else { return nil }
    guard let data = FileManager.default.contents(atPath: configurationFile) else {
      throw ConfigurationProblems([
        ConfigurationProblem(
          file: configurationFile, line: nil, fact: .unreadable("no permission, or not a file"))
      ])
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw ConfigurationProblems([
        ConfigurationProblem(
          file: configurationFile, line: nil, fact: .unreadable("it is not UTF-8 text"))
      ])
    }
    return try DeskConfiguration.parse(text, file: configurationFile)
  }

  private static func withoutSlash(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? withoutSlash(String(path.dropLast())) : path
  }
}
