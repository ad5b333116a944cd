import DeskCore
import Foundation

/// Data goes to standard output, words for people to standard error.
enum Output {
  /// Prints one line of data.
  static func line(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }

  /// Prints one JSON object on a line, keys in order so that output can be compared.
  static func json(_ object: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    line(String(decoding: try encoder.encode(object), as: UTF8.self))
  }

  /// Tells a person something.
  static func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
