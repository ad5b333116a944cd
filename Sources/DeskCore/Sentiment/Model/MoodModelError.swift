/// Why a file is not a model this program can read moods with.
public enum MoodModelError: Error, Hashable, Sendable {
  /// The file could not be opened or mapped; the system's words say why.
  case unreadable(path: String, reason: String)
  /// The file does not begin like a model.
  case notAModel
  /// The file was made for another version of the program; both versions are given.
  case wrongVersion(found: UInt32, expected: UInt32)
  /// The features have changed since the file was trained; both versions are given.
  case wrongFeatures(found: UInt32, expected: UInt32)
  /// The file is shorter than it says, or a part of it is missing or has the wrong size.
  case damaged(part: String)
  /// The content does not match the checksum in the file.
  case wrongChecksum(found: UInt64, expected: UInt64)
}

extension MoodModelError: CustomStringConvertible {
  /// One sentence for a person.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "The mood model \(path) cannot be read: \(reason)."
    case .notAModel: "This file is not a mood model."
    case .wrongVersion(let found, let expected):
      "The mood model has format \(found); this program reads format \(expected)."
    case .wrongFeatures(let found, let expected):
      "The mood model was trained on features \(found); this program makes features \(expected)."
    case .damaged(let part): "The mood model is damaged: \(part) is missing or has a wrong size."
    case .wrongChecksum(let found, let expected):
      "The mood model is damaged: its checksum is \(String(found, radix: 16)), and should be "
        + "\(String(expected, radix: 16))."
    }
  }
}
