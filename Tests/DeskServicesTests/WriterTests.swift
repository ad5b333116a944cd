import Foundation
import Testing

/// Reads the sources: decisions have one door, and services one more for what nobody decides.
@Suite struct WriterTests {
  @Test func onlyTheHandlerAndTheLeaseOpenDecisions() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/DeskServices").standardized
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
      .filter { $0.hasSuffix(".swift") }
    #expect(files.count > 20)
    let writers = try files.filter { file in
      try String(contentsOf: sources.appending(path: file), encoding: .utf8)
        .contains(/\.decide\b/)
    }
    #expect(
      writers.sorted() == ["Commands/CommandHandler.swift", "Delivery/ServiceLease.swift"])
  }
}
