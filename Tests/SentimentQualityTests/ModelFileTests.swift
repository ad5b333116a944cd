import DeskCore
import Foundation
import ShippedMood
import Testing

@Suite struct ModelFileTests {
  private func shippedBytes() throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appendingPathComponent("Sources/CMoodModel/model/mood.model")
    return [UInt8](try Data(contentsOf: file))
  }

  private func open(_ bytes: [UInt8]) throws -> MoodModel {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("mood-\(UUID().uuidString).model")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try MoodModel.mapped(path: file.path)
  }

  @Test func aFileReadsLikeTheModelWithin() throws {
    let file = TrainedMoodReader(model: try open(try shippedBytes()))
    let shipped = TrainedMoodReader(model: try MoodModel.shipped())
    let text = "Still waiting for my refund, this is ridiculous"
    #expect(file.read(text) == shipped.read(text))
    #expect(file.version == shipped.version)
  }

  @Test func damageIsNamed() throws {
    let sound = try shippedBytes()
    #expect(throws: MoodModelError.notAModel) { try open(Array("hello".utf8)) }
    #expect(throws: MoodModelError.notAModel) { try open([]) }
    var version = sound
    version[8] = 99
    #expect(throws: MoodModelError.wrongVersion(found: 99, expected: 2)) { try open(version) }
    var features = sound
    features[12] &+= 1
    #expect { try open(features) } throws: { error in
      if case .wrongFeatures = error as? MoodModelError { true } else { false }
    }
    var flipped = sound
    flipped[sound.count - 9] ^= 1
    #expect { try open(flipped) } throws: { error in
      if case .wrongChecksum = error as? MoodModelError { true } else { false }
    }
    #expect { try open(Array(sound.dropLast(100_000))) } throws: { error in
      if case .damaged = error as? MoodModelError { true } else { false }
    }
  }

  @Test func aMissingFileIsNamed() {
    #expect { try MoodModel.mapped(path: "/nowhere/mood.model") } throws: { error in
      guard case .unreadable(let path, _) = error as? MoodModelError else { return false }
      return path == "/nowhere/mood.model"
    }
  }

  @Test func everyErrorIsASentence() {
    let errors: [MoodModelError] = [
      .unreadable(path: "a", reason: "b"), .notAModel, .wrongVersion(found: 1, expected: 2),
      .wrongFeatures(found: 1, expected: 2), .damaged(part: "MTAB"),
      .wrongChecksum(found: 1, expected: 2),
    ]
    for error in errors { #expect(error.description.hasSuffix(".")) }
  }
}
