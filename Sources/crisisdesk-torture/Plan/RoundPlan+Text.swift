import DeskTesting

extension RoundPlan: CustomStringConvertible {
  /// The plan as lines for a person.
  var description: String {
    let faults = publishing.map { $0.map(\.words) ?? "-" }.joined(separator: ", ")
    let head = [
      "seed \(seed)", "the server \(ignoresKeys ? "ignores" : "honours") idempotency keys",
      "to the requests to publish, in order: \(faults)",
      "looks refused at first: \(refusedLooks)",
    ]
    return (head + steps.map(\.description)).joined(separator: "\n")
  }
}

extension Step: CustomStringConvertible {
  /// The step as a line.
  var description: String {
    let end = killedAfter.map { ", killed after \($0) ms" } ?? ""
    let digits = String(at)
    return String(repeating: " ", count: max(0, 6 - digits.count)) + "\(digits) ms  \(act)\(end)"
  }
}

extension ServerFaults.PublishFault {
  /// The fault without the names of its types.
  fileprivate var words: String {
    "\(self)".split(separator: "(").map { part in
      String(part.split(separator: ".").last ?? part)
    }.joined(separator: "(")
  }
}
