import ArgumentParser
import DeskCore
import DeskServices
import DeskStore
import DeskUI
import Foundation
import NcursesTerminal
import TerminalUI

/// `crisisdesk`: opens the dashboard; on a machine with no desk yet, the demo.
struct DashboardVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the dashboard (the default).")

  @OptionGroup var desk: DeskOptions
  @Option(help: "The theme: a shipped one, or the name of a file in the desk's themes folder.")
  var theme: String?

  func run() throws {
    if desk.folder == nil, !DeskSession.isConfigured {
      Output.note("No desk is set up here yet, so this is the demo; 'crisisdesk init' makes one.")
      return try DemoVerb.play(seat: desk.seatName, theme: theme, speed: 1)
    }
    try Screen.prepare()
    try Screen.show(try desk.open(), theme: theme)
  }
}

/// `crisisdesk demo`: a shift that plays by itself and sends nothing anywhere.
struct DemoVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Play an invented shift; nothing leaves this machine.")

  @Option(name: .customLong("as"), help: "Whose seat acts.") var seat: String?
  @Option(help: "The theme.") var theme: String?
  @Option(help: "How many times faster than it happened, 0.1 to 60.") var speed = 1.0

  func validate() throws {
    guard (0.1...60).contains(speed) else { throw ValidationError("--speed takes 0.1 to 60") }
  }

  func run() throws { try Self.play(seat: seat, theme: theme, speed: speed) }

  /// Plays in a folder of its own that is gone afterwards.
  static func play(seat: String?, theme: String?, speed: Double) throws {
    try Screen.prepare()
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("crisisdesk-demo-\(getpid())")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let session = try DeskSession.demo(folder: folder.path, seat: seat, speed: speed)
    try Screen.show(session, theme: theme)
  }
}

/// `crisisdesk serve`: the desk's services without a screen.
struct ServeVerb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Run the desk without a screen: sources, delivery, schedule.")

  @OptionGroup var desk: DeskOptions

  func run() async throws {
    let session = try desk.open()
    let host = session.host { Output.note($0) }
    let watcher = ChangeWatcher(walPath: session.store.walPath) { session.bell.ring() }
    defer { watcher.close() }
    let work = Task { await host.run() }
    let signals = [SIGTERM, SIGINT, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { work.cancel() }
      source.resume()
      return source
    }
    await work.value
    for source in signals { source.cancel() }
  }
}
