/// The records of a table in text, as spreadsheets write them (RFC 4180 and its usual relatives).
///
/// Fields are separated by commas, semicolons or tabs, whichever the first line has most of; a field
/// in quotes may hold separators, line breaks and doubled quotes; lines end in LF, CRLF or CR.
public struct CSVRecords: Sequence, IteratorProtocol {
  /// One record.
  public struct Record: Hashable, Sendable {
    /// The line it begins on, from 1 up.
    public let line: Int
    /// Its fields.
    public let fields: [String]
    /// What is wrong with its quotes; nil when nothing is.
    public let fault: Fault?
  }

  /// What can be wrong with quotes.
  public enum Fault: Hashable, Sendable {
    /// The text ends inside a quoted field.
    case unclosed
    /// Something other than a separator follows a closing quote.
    case strayText
  }

  private let scalars: [Unicode.Scalar]
  private let separator: Unicode.Scalar
  private var index = 0
  private var line = 1

  /// Reads `text`; a byte order mark at its beginning is left out.
  public init(_ text: String) {
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    self.scalars = scalars
    separator = Self.separator(of: scalars)
  }

  /// The next record with anything in it; nil at the end.
  public mutating func next() -> Record? {
    while index < scalars.count {
      let record = record()
      if record.fields != [""] || record.fault != nil { return record }
    }
    return nil
  }

  private mutating func record() -> Record {
    let start = line
    var fields: [String] = []
    var fault: Fault?
    while true {
      let (field, problem) = field()
      fields.append(field)
      fault = fault ?? problem
      guard index < scalars.count, scalars[index] == separator else { break }
      index += 1
    }
    skipLineEnd()
    return Record(line: start, fields: fields, fault: fault)
  }

  private mutating func field() -> (String, Fault?) {
    var text = String.UnicodeScalarView()
    guard index < scalars.count, scalars[index] == "\"" else {
      while index < scalars.count, !isEnd(scalars[index]) {
        text.append(scalars[index])
        index += 1
      }
      return (String(text), nil)
    }
    index += 1
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "\"" {
        index += 1
        guard index < scalars.count, scalars[index] == "\"" else {
          return (String(text), skipStray() ? .strayText : nil)
        }
      } else if isBreak(scalar) {
        // Whatever the file uses, the text gets one kind of line break.
        text.append("\n")
        skipLineEnd()
        continue
      }
      text.append(scalar)
      index += 1
    }
    return (String(text), .unclosed)
  }

  /// Goes on to the end of the field; false when it is there already, blanks aside.
  private mutating func skipStray() -> Bool {
    var isStray = false
    while index < scalars.count, !isEnd(scalars[index]) {
      if scalars[index] != " " { isStray = true }
      index += 1
    }
    return isStray
  }

  private mutating func skipLineEnd() {
    guard index < scalars.count, isBreak(scalars[index]) else { return }
    if scalars[index] == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { index += 1 }
    index += 1
    line += 1
  }

  private func isBreak(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }
  private func isEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == separator || isBreak(scalar) }

  private static func separator(of scalars: [Unicode.Scalar]) -> Unicode.Scalar {
    var counts: [Unicode.Scalar: Int] = [:]
    var isQuoted = false
    for scalar in scalars {
      if scalar == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if scalar == "\n" || scalar == "\r" { break }
      if scalar == "," || scalar == ";" || scalar == "\t" { counts[scalar, default: 0] += 1 }
    }
    let order: [Unicode.Scalar] = [",", ";", "\t"]
    return order.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? ","
  }
}
