import Foundation
import Testing

/// There is one way out of the desk, and these are its walls.
@Suite struct GateTests {
  static let folder = "Sources/DeskCore/Replies/Gate"

  /// What may be written in which files only.
  static let fenced: [(words: String, files: Set<String>)] = [
    ("Gate.decide(", ["\(folder)/Gate+Passing.swift", "\(folder)/Gate+Native.swift"]),
    ("Admitted(item", ["\(folder)/Gate.swift"]),
    ("AdmittedHold(act", ["\(folder)/Gate+Native.swift"]),
    (" Transition(", ["\(folder)/Transition.swift", "\(folder)/Gate+Passing.swift"]),
  ]

  @Test func onlyTheGateMakesProofs() throws {
    for file in try Repository.files(in: "Sources") {
      for (words, files) in Self.fenced where !files.contains(file.path) {
        #expect(!file.text.contains(words), "\(file) says \(words)")
      }
    }
    // The fences stand where something is: a renamed type must not leave them empty.
    for (words, files) in Self.fenced {
      let found = try files.filter { try Repository.text($0).contains(words) }
      #expect(!found.isEmpty, "nobody says \(words) any more")
    }
  }

  /// The makers of proofs are not public, so that no other target can make one.
  @Test func proofsCannotBeMadeOutsideTheCore() throws {
    let proofs = [
      ("Gate.swift", "public struct Admitted"), ("Gate+Native.swift", "public struct AdmittedHold"),
      ("Transition.swift", "public struct Transition"),
    ]
    for (name, type) in proofs {
      let text = try Repository.text("\(Self.folder)/\(name)")
      let start = try #require(text.range(of: type))
      let body = text[start.upperBound...].prefix { $0 != "}" }
      #expect(body.contains(" init("), "\(type) has a maker of its own")
      #expect(!body.contains("public init"), "\(type) can be made by anybody")
    }
  }

  /// A connector reads without a proof and writes with nothing else.
  @Test func connectorsWriteOnlyWithAProof() throws {
    let reads: Set<String> = ["probe", "run", "find", "nativePosts", "adoption"]
    let text = try Repository.text("Sources/DeskCore/Ports/Connector.swift")
    let start = try #require(text.range(of: "public protocol Connector"))
    let end = text.range(of: "\n}\n", range: start.upperBound..<text.endIndex)?.lowerBound
    let body = String(text[start.upperBound..<(end ?? text.endIndex)])
    let methods = body.components(separatedBy: "  func ").dropFirst()
    #expect(methods.count >= 8)
    for method in methods {
      let name = String(method.prefix { $0.isLetter })
      guard !reads.contains(name) else { continue }
      let takesProof = method.contains(/^\w+\(\s*_ admitted: Admitted(Hold)?[,)]/)
      #expect(takesProof, "\(name) writes without a proof")
    }
  }

  /// The column is written in one statement of the store, and that takes a transition.
  @Test func onlyATransitionChangesAState() throws {
    let statement = /UPDATE outgoing SET[^"]*state = \?,/
    var writers: [String] = []
    for file in try Repository.files(in: "Sources") where file.text.contains(statement) {
      writers.append(file.path)
    }
    #expect(writers == ["Sources/DeskStore/Decisions/StoreTransaction+Outgoing.swift"])
  }
}
