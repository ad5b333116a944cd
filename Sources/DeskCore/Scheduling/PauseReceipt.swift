/// What a pause did, as far as it can be said when it is asked for.
public struct PauseReceipt: Hashable, Sendable {
  /// The pause it is about.
  public let pause: Pause
  /// Whether this key press or command made it; false when one stood already.
  public let isNew: Bool
  /// What waits and is held by it.
  public let held: [OutgoingID]
  /// What had been admitted before the pause and is still on its way, or may be.
  public let inFlight: [OutgoingID]
  /// What the gate let out after the pause although the pause stops it; always empty unless the
  /// desk is broken, which is why it is looked up and not taken for granted.
  public let sentSince: [OutgoingID]
  /// The items of the lists above, by number, as stored when the receipt was made.
  public let items: [OutgoingID: OutgoingItem]
  /// What stands on the platforms' own schedulers there, soonest first, each with what became of it.
  public let native: [NativePost]
  /// Accounts whose platform has no scheduler that the desk can reach: posts that were scheduled in
  /// the platform's own apps leave whatever the desk says.
  public let outOfReach: [AccountID]
  /// The other pauses that stand, widest first.
  public let others: [Pause]

  /// Makes a receipt.
  public init(
    pause: Pause, isNew: Bool, held: [OutgoingID], inFlight: [OutgoingID],
    sentSince: [OutgoingID] = [], items: [OutgoingID: OutgoingItem] = [:],
    native: [NativePost] = [], outOfReach: [AccountID] = [], others: [Pause] = []
  ) {
    self.pause = pause
    self.isNew = isNew
    self.held = held
    self.inFlight = inFlight
    self.sentSince = sentSince
    self.items = items
    self.native = native
    self.outOfReach = outOfReach
    self.others = others
  }

  /// Makes the receipt of `pause` from what is stored now.
  /// - Parameters:
  ///   - items: everything that is held, on its way or of unknown fate.
  ///   - admitted: everything the gate let out since the pause began.
  ///   - native: what is known of the platforms' own schedulers.
  ///   - accounts: the accounts that can post, each with whether its scheduler can be reached.
  public init(
    of pause: Pause, isNew: Bool, items: [OutgoingItem], admitted: [OutgoingItem],
    native: [NativePost], accounts: [AccountID: Bool], others: [Pause] = []
  ) {
    // What is on its way when a pause is committed was admitted before it, whatever clocks say.
    func isLate(_ item: OutgoingItem) -> Bool {
      !isNew && item.admittedAt.map { $0 > pause.at } ?? false
    }
    let held = items.filter { $0.state == .held && pause.stops($0.content) }
    let flying = items.filter {
      ($0.state == .sending || $0.state == .unknown) && pause.target.covers($0.content)
        && !isLate($0)
    }
    let leaked = admitted.filter { pause.stops($0.content) && isLate($0) }
    let named = (held + flying + leaked).map { ($0.id, $0) }
    self.init(
      pause: pause, isNew: isNew, held: held.map(\.id), inFlight: flying.map(\.id),
      sentSince: leaked.map(\.id), items: Dictionary(named) { $1 },
      native: native.filter { pause.stopsNative(of: $0.account) }
        .sorted { ($0.dueAt, $0.native) < ($1.dueAt, $1.native) },
      outOfReach: accounts.filter { !$0.value && pause.stopsNative(of: $0.key) }.keys
        .sorted { $0.rawValue < $1.rawValue },
      others: others)
  }

  /// What the platforms' own schedulers hold for the desk, or what the desk took off them.
  public var nativeHeld: [NativePost] { native.filter(\.isHeld) }
  /// What stands there and was not, or not yet, held; the detail of each says why.
  public var nativeNotHeld: [NativePost] { native.filter { !$0.isHeld } }
}

extension NativePost {
  /// Whether the platform will not publish it by itself before somebody says so.
  public var isHeld: Bool { hold == .moved || hold == .kept }
}
