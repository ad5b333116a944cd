import Foundation

/// What the verbs print with `--json`, as far as it is needed here.
enum VerbRecords {
  struct Item: Decodable {
    let id: Int64
    let text: String
    let state: String
  }
  struct Receipt: Decodable {
    let inFlight: [Int64]

    private enum CodingKeys: String, CodingKey { case inFlight = "in_flight" }
  }
  struct Mention: Decodable {
    let id: Int64
    let text: String
  }
  struct Entry: Decodable {
    let id: Int64
    let by: String
    let action: String
    let subject: String
    let detail: String

    var entry: History.Entry { History.Entry(id, seat: by, action, subject, detail) }
  }

  /// Reads one object a line; a line that is none is left out.
  static func read<Value: Decodable>(_ type: Value.Type, _ output: String) -> [Value] {
    output.split(separator: "\n").compactMap {
      try? JSONDecoder().decode(Value.self, from: Data($0.utf8))
    }
  }

  /// The ids that a refusal to resume names as `#12`.
  static func named(in words: String) -> [String] {
    words.split(separator: " ").filter { $0.hasPrefix("#") }.map {
      String($0.dropFirst().prefix { $0.isNumber })
    }
  }
}
