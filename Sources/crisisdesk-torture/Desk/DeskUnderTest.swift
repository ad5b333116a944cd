import DeskCore
import DeskTesting
import Foundation
import Glibc

/// A real desk in a folder: its configuration, its two services and its verbs, by the program alone.
final class DeskUnderTest: Sendable {
  let folder: String
  let server: ScriptedMastodon
  let clock: StretchedClock
  let disk: SmallDisk?
  private let program: String
  private let services: [Service]
  let place: String
  private let counter = Counter()

  /// Sets a desk up in a new folder below `place`; `onDisk` for the real disk instead of a small one.
  init(program: String, library: String, place: String, onDisk: Bool) async throws {
    self.program = program
    self.place = place
    folder = place + "/desk"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    disk = onDisk ? nil : SmallDisk(on: folder)
    let clock = try StretchedClock(file: place + "/clock", library: library)
    self.clock = clock
    server = try await ScriptedMastodon.start(clock: { clock.now })
    services = (0..<2).map {
      Service(
        program: program, arguments: ["serve", "--desk", place + "/desk"],
        environment: clock.environment, output: place + "/service\($0)")
    }
    try configure()
  }

  private func configure() throws {
    let configuration = """
      [desk]
      brand = "Brand"
      zone = "UTC"
      [outbox]
      countdown = 10
      [team]
      default = "lead"
      [[account]]
      id = "main"
      platform = "mastodon"
      base_url = "\(server.url)"
      handle = "\(ScriptedMastodon.brand)"
      token_file = "token"

      """
    let token = ScriptedMastodon.token + "\n"
    for (name, text) in [("desk.toml", configuration), ("token", token)] {
      let path = folder + "/" + name
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      chmod(path, 0o600)
    }
  }

  /// One of the two service processes.
  func service(_ number: Int) -> Service { services[number % services.count] }

  /// Starts the services that do not run, and lets go on those that were stopped.
  func wakeServices() throws {
    for service in services {
      service.thaw()
      try service.start()
    }
  }

  /// Calls a verb; the process is killed after a while when that is asked for.
  func call(
    _ verb: [String], seat: String = "ana", killedAfter: Int? = nil
  ) async throws -> Child.Ending {
    let child = try Child(
      program, verb + ["--desk", folder, "--as", seat, "--json"], environment: clock.environment,
      output: "\(place)/verb\(counter.next())")
    guard let killedAfter else { return await child.end() }
    async let ending = child.end()
    try? await Task.sleep(for: .milliseconds(killedAfter))
    child.send(SIGKILL)
    return await ending
  }

  /// Lets another program hold the write lock of the database; false when there is none for it.
  func lock(milliseconds: Int) async throws -> Bool {
    guard let tool = Tools.find("sqlite3") else { return false }
    let seconds = String(format: "%.3f", Double(milliseconds) / 1000)
    let child = try Child(
      tool,
      [
        folder + "/desk.db", ".timeout 3000", "BEGIN IMMEDIATE;", ".shell sleep \(seconds)",
        "COMMIT;",
      ], output: "\(place)/lock\(counter.next())")
    _ = await child.end()
    return true
  }

  /// Ends every process and the server.
  func close() async {
    for service in services { await service.kill() }
    await server.stop()
  }
}

extension DeskUnderTest {
  /// Takes everything away.
  func remove() {
    disk?.unmount()
    try? FileManager.default.removeItem(atPath: place)
  }

  /// Brings what is on the small disk to the real one and says where everything is.
  func keep() -> String {
    guard let disk else { return place }
    try? FileManager.default.copyItem(atPath: folder, toPath: place + "/kept")
    disk.unmount()
    return place
  }
}
