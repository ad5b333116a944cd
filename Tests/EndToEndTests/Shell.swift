import Foundation

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
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files, not pipes: a pipe that nobody empties would stop a program that prints much.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
    try Data(input.utf8).write(to: files[0])
    for file in files[1...] { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
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
