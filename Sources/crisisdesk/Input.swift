import ArgumentParser
import Foundation

/// What a person pipes in.
enum Input {
  /// Lets standard input come from a file; `-` leaves it as it is.
  static func redirect(from file: String) throws {
    guard file != "-" else { return }
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, dup2(descriptor, STDIN_FILENO) >= 0 else {
      Output.note("cannot read \(file): \(String(cString: strerror(errno)))")
      throw ExitCode.failure
    }
    close(descriptor)
  }

  /// Standard input to its end, without the last line break.
  static func all() -> String {
    let bytes = FileHandle.standardInput.readDataToEndOfFile()
    var text = String(decoding: bytes, as: UTF8.self)
    if text.hasSuffix("\n") { text.removeLast() }
    return text
  }
}
