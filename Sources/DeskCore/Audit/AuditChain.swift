/// Checks a chain of audit entries as it is read, in constant memory.
public struct AuditChain: Sendable {
  /// What is wrong with the chain, at the first place where something is.
  public enum Break: Hashable, Sendable {
    /// Entry `sequence` was changed after it was written.
    case altered(sequence: Int64)
    /// Entries are missing: `expected` should have come, `found` came.
    case missing(expected: Int64, found: Int64)
    /// Entry `sequence` does not follow from the one before it.
    case unlinked(sequence: Int64)
    /// The last entries are missing: the desk remembers `expected` entries.
    case truncated(expected: Int64, found: Int64)
  }

  private var last: AuditEntry?
  /// How many entries were found intact.
  public private(set) var intact: Int64 = 0
  /// The first break; nil as long as all is well.
  public private(set) var firstBreak: Break?

  /// Starts before the first entry.
  public init() {}

  /// Reads the next entry; after a break nothing more is checked.
  public mutating func read(_ entry: AuditEntry) {
    guard firstBreak == nil else { return }
    let expected = (last?.sequence ?? 0) + 1
    if entry.sequence != expected {
      firstBreak = .missing(expected: expected, found: entry.sequence)
    } else if entry.previous != (last?.hash ?? AuditEntry.origin) {
      firstBreak = .unlinked(sequence: entry.sequence)
    } else if !entry.isIntact {
      firstBreak = .altered(sequence: entry.sequence)
    } else {
      last = entry
      intact += 1
    }
  }

  /// Ends the reading; `expected` is how many entries the desk remembers having written.
  public mutating func finish(expected: Int64) {
    if firstBreak == nil, intact < expected {
      firstBreak = .truncated(expected: expected, found: intact)
    }
  }
}
