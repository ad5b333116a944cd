import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Compares a screen with the text file of that name; `CRISISDESK_RECORD=1` writes the file anew.
func expectSnapshot(
  _ screen: String, _ name: String, location: SourceLocation = #_sourceLocation
) {
  let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
  let path = "/\(folder)/Snapshots/\(name).txt"
  let text = screen + "\n"
  if getenv("CRISISDESK_RECORD") != nil {
    guard let file = fopen(path, "w") else {
      Issue.record("cannot write \(name)", sourceLocation: location)
      return
    }
    fputs(text, file)
    fclose(file)
    return
  }
  guard let file = fopen(path, "r") else {
    Issue.record("no snapshot \(name): record it", sourceLocation: location)
    return
  }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
  let expected = String(decoding: bytes, as: UTF8.self)
  #expect(
    text == expected, "the screen differs from \(name):\n\(text)", sourceLocation: location)
}
