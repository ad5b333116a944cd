import Foundation
import Glibc

/// Runs programs and waits for them.
enum Shell {
  struct Result {
    let status: Int32
    let output: String
    let error: String
  }

  static func run(_ program: String, _ arguments: String...) throws -> Result {
    try run(program, arguments)
  }

  static func run(
    _ program: String, _ arguments: [String], input: String = "",
    environment: [String: String] = [:]
  ) throws -> Result {
    // Files, not pipes: a pipe that nobody empties would stop a program that prints much.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
    try Data(input.utf8).write(to: files[0])
    for file in files[1...] { try Data().write(to: file) }
    let status = try spawn(
      ["/usr/bin/env"] + environment.map { "\($0)=\($1)" } + [program] + arguments,
      files: files.map(\.path))
    return Result(
      status: status,
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }
}

extension Shell {
  /// Starts a program on three files and waits for it alone: Foundation's `Process` would also wait
  /// for a server that it leaves behind, as tmux does.
  private static func spawn(_ words: [String], files: [String]) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, files[0], O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, files[1], O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, files[2], O_WRONLY, 0)
    for descriptor: Int32 in 3..<64 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    var process: pid_t = 0
    let problem = posix_spawn(&process, words[0], &actions, nil, arguments, environ)
    guard problem == 0 else { throw POSIXError(.init(rawValue: problem) ?? .EIO) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}

/// The program under test, built beside the tests.
enum Program {
  static var path: String {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    return tests.appendingPathComponent("crisisdesk").path
  }

  static func run(_ arguments: String..., input: String = "") throws -> Shell.Result {
    try Shell.run(path, arguments, input: input)
  }
}

/// A desk in a folder of its own, removed when this is.
final class DeskFolder {
  let path: String

  init(configuration: String = "") throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("desk-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    path = url.path
    try Data(configuration.utf8).write(to: url.appendingPathComponent("desk.toml"))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
