/// One line of the record of who did what, chained by hashes to all lines before it.
public struct AuditEntry: Hashable, Codable, Sendable {
  /// Its place in the chain, from 1 up without holes.
  public let sequence: Int64
  /// When it was written.
  public let at: Timestamp
  /// Who acted.
  public let seat: Seat
  /// What was done: the name of the command, or of the event when the desk itself acted.
  public let action: String
  /// What it was done to, for example `mention 12`; empty for the desk as a whole.
  public let subject: String
  /// What a person needs to understand it later: reason, text, old and new state.
  public let detail: String
  /// The hash of the entry before, 64 hexadecimal digits; zeros for the first.
  public let previous: String
  /// The hash of this entry, 64 hexadecimal digits.
  public let hash: String

  /// The `previous` of the first entry.
  public static let origin = String(repeating: "0", count: 64)

  /// Makes an entry as it was stored, without checking its hash.
  public init(
    sequence: Int64, at: Timestamp, seat: Seat, action: String, subject: String, detail: String,
    previous: String, hash: String
  ) {
    self.sequence = sequence
    self.at = at
    self.seat = seat
    self.action = action
    self.subject = subject
    self.detail = detail
    self.previous = previous
    self.hash = hash
  }

  /// Makes the entry that follows `previous` and computes its hash.
  public init(following previous: AuditEntry?, note: AuditNote, seat: Seat, at: Timestamp) {
    sequence = (previous?.sequence ?? 0) + 1
    self.at = at
    self.seat = seat
    action = note.action
    subject = note.subject
    detail = note.detail
    self.previous = previous?.hash ?? Self.origin
    hash = Self.digest(
      sequence: sequence, at: at, seat: seat, note: note, previous: self.previous)
  }

  /// Whether the hash is the one that the other fields give.
  public var isIntact: Bool {
    let note = AuditNote(action: action, subject: subject, detail: detail)
    return hash
      == Self.digest(sequence: sequence, at: at, seat: seat, note: note, previous: previous)
  }

  /// SHA-256 over the fields, each preceded by its length so that no two entries share an encoding.
  private static func digest(
    sequence: Int64, at: Timestamp, seat: Seat, note: AuditNote, previous: String
  ) -> String {
    let fields = [
      String(sequence), String(at.milliseconds), seat.rawValue, note.action, note.subject,
      note.detail, previous,
    ]
    var bytes: [UInt8] = []
    for field in fields {
      bytes += "\(field.utf8.count):".utf8
      bytes += field.utf8
    }
    return SHA256.hexadecimal(of: bytes)
  }
}

/// What an entry says, before it has its place in the chain.
public struct AuditNote: Hashable, Sendable {
  /// What was done.
  public let action: String
  /// What it was done to.
  public let subject: String
  /// Reason, text, old and new state.
  public let detail: String

  /// Makes a note.
  public init(action: String, subject: String = "", detail: String = "") {
    self.action = action
    self.subject = subject
    self.detail = detail
  }
}
