import Foundation
import Glibc

/// A real desk in a folder: its configuration, its two services and its verbs, by the program alone.
final class DeskUnderTest: Sendable {
  /// The server on which it has its account.
  struct Account: Sendable {
    let address: String
    let token: String
    let handle: String
  }

  let folder: String
  let clock: StretchedClock
  let disk: SmallDisk?
  private let program: String
  private let services: [Service]
  let place: String
  private let counter = Counter()

  /// Sets a desk up in a new folder in `place`; `onDisk` for the real disk instead of a small one.
  init(
    program: String, place: String, clock: StretchedClock, account: Account, onDisk: Bool
  ) throws {
    self.program = program
    self.place = place
    self.clock = clock
    folder = place + "/desk"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    disk = onDisk ? nil : SmallDisk(on: folder)
    services = (0..<2).map {
      Service(
        program: program, arguments: ["serve", "--desk", place + "/desk"],
        environment: clock.environment, output: place + "/service\($0)")
    }
    try configure(account)
  }

  private func configure(_ account: Account) throws {
    let configuration = """
      [desk]
      brand = "Brand"
      zone = "UTC"
      [outbox]
      countdown = 10
      [replies]
      repeats = 1000
      [team]
      default = "lead"
      [[account]]
      id = "main"
      platform = "mastodon"
      base_url = "\(account.address)"
      handle = "\(account.handle)"
      token_file = "token"

      """
    let token = account.token + "\n"
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

  /// Ends every process.
  func close() async {
    for service in services { await service.kill() }
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
