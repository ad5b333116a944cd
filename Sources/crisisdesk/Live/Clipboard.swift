import Foundation
import Glibc

/// Puts text on the clipboard of the terminal the person sits at, over SSH as well (OSC 52).
enum Clipboard {
  /// Terminals drop longer payloads; 74,994 bytes of Base64 is what common ones take.
  static let limit = 74_994

  static func copy(_ text: String) {
    let payload = Data(text.utf8).base64EncodedString()
    guard payload.utf8.count <= limit else { return }
    let bytes = Array("\u{1B}]52;c;\(payload)\u{07}".utf8)
    _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }
}

/// Opens addresses in the person's browser.
enum Browser {
  /// Whether a browser could be started; over SSH there is none, so the caller shows the address.
  static func open(_ url: String) -> Bool {
    guard
      ProcessInfo.processInfo.environment["DISPLAY"] != nil
        || ProcessInfo.processInfo.environment["WAYLAND_DISPLAY"] != nil
    else { return false }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/xdg-open")
    process.arguments = [url]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return (try? process.run()) != nil
  }
}
