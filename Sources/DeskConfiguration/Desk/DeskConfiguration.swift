public import DeskCore

/// What a desk's `desk.toml` says, checked.
public struct DeskConfiguration: Hashable, Sendable {
  /// The keys a person wants for an action, and where they say so.
  public struct KeyOverride: Hashable, Sendable {
    /// The action's name as the command line spells it.
    public let action: String
    /// The keys, as the keymap spells them; empty to take the action's keys away.
    public let keys: [String]
    /// The line in `desk.toml`, for messages about an action or key that does not exist.
    public let line: Int
  }

  /// The desk's name, shown in the header.
  public var name = "desk"
  /// The brand whose mentions these are.
  public var brand = ""
  /// The time zone in which times are shown, an IANA name.
  public var zone = "UTC"
  /// Who sits here when `--as` does not say; nil for the login name.
  public var seat: Seat?
  /// How long people may wait for a first answer.
  public var targets = ServiceTargets()
  /// Rules that come before those minutes.
  public var rules: [ServiceRule] = []
  /// When people sit at the desk; nil for always.
  public var hours: WorkingHours?
  /// What each level changes.
  public var levels = LevelRules()
  /// How people outside the desk are told.
  public var tell = TellConfiguration()
  /// Hosts that answers may link to; empty for any.
  public var allowedHosts: [String] = []
  /// How people reach the desk outside the platform.
  public var contact = ContactCard()
  /// How many other people must say yes to a public answer, by the author's role and the level,
  /// where that is not what the level says.
  public var approvals: [Role: [Level: Int]] = [:]
  /// How many people may have the same public words within a day without a second person's yes.
  public var repeats = 5
  /// Seconds during which an answer can be recalled, 0...30.
  public var countdownSeconds = 10
  /// The name of the theme; nil when the file names none.
  public var theme: String?
  /// Keys that differ from the program's own.
  public var keys: [KeyOverride] = []
  /// What words mean to this brand, beside what they mean in their language.
  public var words: [String: Sentiment] = [:]
  /// What is watched by itself, by name.
  public var topics: [Topic] = []
  /// A model file to read moods with instead of the program's own; nil for that.
  public var moodModel: String?
  /// Who may do what.
  public var team = Team()
  /// The accounts, in the file's order.
  public var accounts: [AccountConfiguration] = []

  /// Makes a configuration with the program's own values.
  public init() {}

  /// What series of counts are named after: the brand, or else the desk.
  public var seriesName: String { brand.isEmpty ? name : brand }

  /// The countdown as a span.
  public var countdown: Span { .seconds(Int64(countdownSeconds)) }
}
