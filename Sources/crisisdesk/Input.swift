import Foundation

/// What a person pipes in.
enum Input {
  /// Standard input to its end, without the last line break.
  static func all() -> String {
    let bytes = FileHandle.standardInput.readDataToEndOfFile()
    var text = String(decoding: bytes, as: UTF8.self)
    if text.hasSuffix("\n") { text.removeLast() }
    return text
  }
}
