/// The name under which a person acts on the desk.
public struct Seat: RawRepresentable, Hashable, Codable, Sendable, CustomStringConvertible {
  /// The name.
  public let rawValue: String
  /// Makes a seat.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Makes a seat.
  public init(_ name: String) { rawValue = name }
  /// The name itself.
  public var description: String { rawValue }
  /// The desk itself, for what no person did.
  public static let desk = Seat("desk")
}

/// What a person may do; each role includes the ones before it.
public enum Role: String, Codable, Sendable, CaseIterable, Comparable {
  /// May look, and may pause.
  case observer
  /// May triage and write drafts.
  case triage
  /// May answer people and schedule posts.
  case responder
  /// May resume, move the level and take claims from others.
  case lead

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  /// Orders by value.
  public static func < (a: Role, b: Role) -> Bool { a.rank < b.rank }
}

/// Who sits at the desk and what each may do.
public struct Team: Hashable, Codable, Sendable {
  /// The roles by seat; a seat that is not named has `defaultRole`.
  public var roles: [Seat: Role]
  /// The role of everybody who is not named.
  public var defaultRole: Role

  /// Makes a team; a desk of one person needs no list, so the default is `lead`.
  public init(roles: [Seat: Role] = [:], defaultRole: Role = .lead) {
    self.roles = roles
    self.defaultRole = defaultRole
  }

  /// The role of a seat.
  public func role(of seat: Seat) -> Role { roles[seat] ?? defaultRole }

  /// Whether somebody else may approve what `seat` wrote, as far as the list tells: another lead is
  /// named, or everybody is one on a desk that names at least two seats.
  public func hasApprover(besides seat: Seat) -> Bool {
    if roles.contains(where: { $0.key != seat && $0.value >= .lead }) { return true }
    return defaultRole >= .lead && roles.count >= 2
  }
}
