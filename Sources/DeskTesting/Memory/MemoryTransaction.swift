import DeskCore

/// A transaction over a copy; the desk takes the copy over when the body returns.
final class MemoryTransaction: DeskTransaction {
  var state: MemoryState

  init(_ state: MemoryState) { self.state = state }

  func mention(_ id: MentionID) throws -> Mention? { state.mention(id) }

  func set(_ id: MentionID, state next: MentionState, snoozedUntil: Timestamp?) throws {
    guard state.mention(id) != nil else { throw Refusal.noMention(id) }
    let index = Int(id.rawValue) - 1
    state.mentions[index].state = next
    state.mentions[index].snoozedUntil = snoozedUntil
    state.mentions[index].version += 1
    state.stateChanged(id)
  }

  func open(in cluster: ClusterID, upTo: MentionID) throws -> [Mention] {
    state.clusters.filter { $0.value == cluster && $0.key <= upTo }.keys.sorted()
      .compactMap { state.mention($0) }.filter { $0.state == .open }
  }

  func setCluster(_ cluster: ClusterID?, of id: MentionID) throws { state.clusters[id] = cluster }

  func setPresence(_ presence: Presence?, of seat: Seat) throws { state.presence[seat] = presence }

  func add(_ note: Note) throws { state.notes.append(note) }

  func correction(of id: MentionID) throws -> CorrectionRecord? { state.corrections[id] }

  func setCorrection(_ record: CorrectionRecord?, of id: MentionID) throws {
    state.corrections[id] = record
  }

  func setMood(_ mood: MoodReading, of id: MentionID) throws {
    guard let old = state.mention(id) else { throw Refusal.noMention(id) }
    var mention = Mention(
      id: id, incoming: old.incoming, seenAt: old.seenAt, conversation: old.conversation,
      mood: mood, state: old.state, dueAt: old.dueAt, hold: old.hold)
    (mention.version, mention.editedAt) = (old.version, old.editedAt)
    (mention.snoozedUntil, mention.claim) = (old.snoozedUntil, old.claim)
    state.mentions[Int(id.rawValue) - 1] = mention
  }

  func wakeSnoozed(now: Timestamp) throws -> [MentionID] {
    let due = state.mentions.filter {
      guard $0.state == .snoozed, let until = $0.snoozedUntil else { return false }
      return until <= now
    }
    for mention in due {
      try set(mention.id, state: .open, snoozedUntil: nil)
      state.endHold(of: mention.id, at: now)
    }
    return due.map(\.id)
  }

  func claim(on conversation: ConversationID) throws -> Claim? { state.claims[conversation] }

  func setClaim(_ claim: Claim?, on conversation: ConversationID) throws {
    state.claims[conversation] = claim
  }

  func save(_ draft: Draft) throws {
    let key = MemoryState.DraftKey(mention: draft.mention, seat: draft.seat)
    state.drafts[key] = draft.text.isEmpty ? nil : draft
  }

  func forgetDraft(of mention: MentionID, seat: Seat) throws {
    state.drafts[MemoryState.DraftKey(mention: mention, seat: seat)] = nil
  }

  func item(_ id: OutgoingID) throws -> OutgoingItem? { state.item(id) }

  func answers(to mention: MentionID) throws -> [OutgoingItem] {
    state.items.filter {
      $0.content.mention == mention && $0.state != .dropped && $0.state != .refused
    }
  }

  func items(in states: [OutgoingState]) throws -> [OutgoingItem] {
    state.items.filter { states.contains($0.state) }
      .sorted { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }
  }

  func alert(_ id: AlertID) throws -> Alert? { state.alerts.first { $0.id == id } }

  func setAlert(_ alert: Alert) throws {
    state.alerts.removeAll { $0.id == alert.id }
    state.alerts.append(alert)
    state.alerts.sort { $0.id.rawValue < $1.id.rawValue }
  }

  func level() throws -> Level { state.level }

  func setLevel(_ change: LevelChange) throws {
    state.moves.append(change)
    state.marks.append(TimelineMark(kind: .level(change.level), at: change.at))
  }

  func nativePosts(of account: AccountID) throws -> [NativePost] {
    (state.native[account] ?? []).sorted { ($0.dueAt, $0.native) < ($1.dueAt, $1.native) }
  }

  func setNativePosts(_ posts: [NativePost], account: AccountID) throws {
    state.native[account] = posts
  }

  func takeServiceLease(holder: String, until: Timestamp, now: Timestamp) throws -> Bool {
    let isSetBack = until > now && (state.lease?.until ?? now) > until.adding(until.since(now))
    if let lease = state.lease, lease.holder != holder, lease.until > now, !isSetBack {
      return false
    }
    state.lease = MemoryState.Lease(holder: holder, until: until)
    return true
  }

  func audit(_ note: AuditNote, seat: Seat, at: Timestamp) throws {
    guard state.keepsAudit else { return }
    state.audit.append(
      AuditEntry(following: state.audit.last, note: note, seat: seat, at: at))
  }
}
