import ArgumentParser
import DeskConfiguration
import DeskConnectors
import DeskCore
import Foundation

/// `crisisdesk init`: asks for what a real desk needs and tests the token against the server.
struct InitVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Set up a desk: brand, time zone, one account and its token.",
    discussion: """
      Answers are read from standard input, one a line, so a script can give them. The token is \
      never an argument: type it when asked (it is not shown), or name a variable or a command.
      """)

  @Option(name: .customLong("desk"), help: "The desk's folder, instead of the XDG folders.")
  var folder: String?

  func run() async throws {
    let places = DeskSession.places(folder)
    guard !places.isConfigured else {
      Output.note("There is a desk already: \(places.configurationFile). Edit it, or give --desk.")
      throw ExitCode.refused
    }
    var configuration = DeskConfiguration()
    configuration.brand = ask("Brand", default: "")
    configuration.name = ask("Name of this desk", default: "desk")
    configuration.zone = askZone()
    let server = ask("Mastodon server, for example https://example.social (empty for none)")
    if !server.isEmpty { try await addAccount(server, to: &configuration, places: places) }
    do throws(ConfigurationProblem) { try configuration.write(to: places) } catch {
      Output.note(error.description)
      throw ExitCode.failure
    }
    Output.note("Written: \(places.configurationFile). Next: 'crisisdesk doctor'.")
  }

  private func addAccount(
    _ server: String, to configuration: inout DeskConfiguration, places: DeskPlaces
  ) async throws {
    var account = AccountConfiguration(
      id: AccountID(ask("Short name of the account", default: "main")), platform: .mastodon,
      baseURL: server, token: .file("token"))
    account.watchWords = askList("Words to watch, separated by commas")
    account.watchHashtags = askList("Hashtags to watch, separated by commas")
    account.token = try askToken(places: places)
    configuration.accounts = [account]
    let settings = DeskSession.settings(account, places: places)
    do throws(ConnectorError) {
      let probe = try await MastodonConnector(settings: settings).probe()
      ProbeReport.lines(of: probe).forEach(Output.note)
      configuration.accounts[0].handle = probe.account.handle
    } catch {
      Output.note(Sentence.connector(error))
      Output.note("The desk is set up all the same; 'crisisdesk doctor' tries again.")
    }
  }

  private func askToken(places: DeskPlaces) throws -> TokenSource {
    let kind = ask(
      "Where is the token: 'type' it now, 'env NAME', or 'command LINE'", default: "type")
    let words = kind.split(separator: " ", maxSplits: 1).map(String.init)
    if words.count == 2, words[0] == "env" { return .environment(words[1]) }
    if words.count == 2, words[0] == "command" { return .command(words[1]) }
    let token = Prompt.secret("Token (not shown)")
    try places.makeFolders()
    do { try PrivateFile.create(token + "\n", at: "\(places.configurationFolder)/token") } catch {
      Output.note("\(error)")
      throw ExitCode.failure
    }
    return .file("token")
  }

  private func askZone() -> String {
    let guess = ProcessInfo.processInfo.environment["TZ"] ?? TimeZone.current.identifier
    while true {
      let zone = ask("Time zone", default: guess)
      if TimeZone(identifier: zone) != nil { return zone }
      Output.note("'\(zone)' is no time zone; give one such as Asia/Tashkent, Europe/Kyiv or UTC.")
    }
  }

  private func askList(_ question: String) -> [String] {
    ask(question, default: "").split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }

  private func ask(_ question: String, default standard: String = "") -> String {
    let hint = standard.isEmpty ? "" : " [\(standard)]"
    Prompt.show("\(question)\(hint): ")
    let answer = (readLine() ?? "").trimmingCharacters(in: .whitespaces)
    return answer.isEmpty ? standard : answer
  }
}

/// Questions at the terminal.
enum Prompt {
  static func show(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

  /// Reads a line without showing it where standard input is a terminal.
  static func secret(_ question: String) -> String {
    show("\(question): ")
    var saved = termios()
    let isTerminal = tcgetattr(STDIN_FILENO, &saved) == 0
    if isTerminal {
      var silent = saved
      silent.c_lflag &= ~tcflag_t(ECHO)
      tcsetattr(STDIN_FILENO, TCSANOW, &silent)
    }
    defer {
      if isTerminal {
        tcsetattr(STDIN_FILENO, TCSANOW, &saved)
        show("\n")
      }
    }
    return (readLine() ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

/// What a server said a token may and may not do, in words.
enum ProbeReport {
  static func lines(of probe: Probe) -> [String] {
    let names: [(Capabilities, String)] = [
      (.mentions, "see mentions"), (.watchwords, "watch words and hashtags"),
      (.reply, "answer in public"), (.directReply, "answer in private"),
      (.post, "publish posts"), (.deleteOwn, "delete own posts"),
      (.nativeSchedule, "hold posts on the server's scheduler"),
    ]
    let able = names.filter { probe.capabilities.contains($0.0) }.map(\.1)
    let unable = names.filter { !probe.capabilities.contains($0.0) }.map(\.1)
    var lines = [
      "The token belongs to @\(probe.account.handle).",
      "Texts may be \(probe.textLimit) long.", "It may: \(able.joined(separator: ", ")).",
    ]
    if !unable.isEmpty { lines.append("It may not: \(unable.joined(separator: ", ")).") }
    return lines + probe.limits
  }
}
