import CZlib
import Foundation

/// Reads a text file, unpacking it if its name ends in `.gz`.
enum GzipText {
  struct Damaged: Error, CustomStringConvertible {
    var path: String
    var description: String { "\(path) is not sound gzip data" }
  }

  static func read(_ path: String) throws -> String {
    let data = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    guard path.hasSuffix(".gz") else { return String(decoding: data, as: UTF8.self) }
    guard let stream = cz_open() else { throw Damaged(path: path) }
    defer { cz_close(stream) }
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    var offset = 0
    while true {
      let step = data.withUnsafeBufferPointer { input in
        chunk.withUnsafeMutableBufferPointer { room in
          cz_inflate(
            stream, input.baseAddress.map { $0 + offset }, input.count - offset, room.baseAddress,
            room.count)
        }
      }
      output.append(contentsOf: chunk[..<step.produced])
      offset += step.consumed
      if step.status == 1, offset < data.count, cz_next_member(stream) != 0 { continue }
      if step.status == 1 { break }
      if step.status < 0 || (step.consumed == 0 && step.produced == 0) { throw Damaged(path: path) }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
