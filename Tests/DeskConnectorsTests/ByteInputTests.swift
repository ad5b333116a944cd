import Foundation
import Testing

@testable import DeskConnectors

@Suite struct ByteInputTests {
  static let gzip: String? = ["/bin/gzip", "/usr/bin/gzip"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(.enabled(if: gzip != nil, "skipped: there is no gzip to pack a file with"))
  func aSmallFileThatUnpacksToMuchComesInSmallPieces() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("crisisdesk-gzip-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("zeros")
    let length = 64 << 20
    try Data(count: length).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.gzip))
    process.arguments = ["-9", file.path]
    try process.run()
    process.waitUntilExit()
    let input = try ByteInput(path: file.path + ".gz")
    var (total, largest) = (0, 0)
    while let piece = try input.read() {
      total += piece.count
      largest = max(largest, piece.count)
    }
    #expect(total == length)
    #expect(largest <= 9 << 20)
  }
}
