import DeskTesting
import Foundation

/// Certificates made for one test run by the system's `openssl`.
struct TestCertificates {
  private static let openssl: String? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
    return path.split(separator: ":").map { "\($0)/openssl" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()
  static var isPossible: Bool { openssl != nil }

  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("crisisdesk-certificates-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// A certificate that signs itself, for `names` as openssl writes them: `IP:127.0.0.1`.
  func make(_ file: String, names: String, days: Int = 2) throws -> ServerCertificate {
    let certificate = folder.appendingPathComponent("\(file).pem").path
    let key = folder.appendingPathComponent("\(file).key").path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.openssl ?? "/usr/bin/openssl")
    process.arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-keyout", key, "-out", certificate, "-subj", "/CN=\(file)", "-days", String(days),
      "-addext", "subjectAltName=\(names)",
    ]
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    return ServerCertificate(certificate: certificate, key: key)
  }
}
