import DeskCore
import TerminalUI

@testable import DeskUI

/// A screen with a small desk behind it that answers what the screen reads; commands only collect.
struct Rig {
  var state: DeskState
  var now = Fixtures.now
  /// The stored mentions, newest first.
  var stored: [Mention]
  var board = PostsBoard()
  var pause: Pause?
  /// Every effect so far that is not a load.
  var effects: [Effect] = []
  /// Every load so far.
  var loads: [LoadRequest] = []
  /// Whether loads are answered.
  var answers = true

  init(
    columns: Int = 120, rows: Int = 40, mentions: [Mention] = Fixtures.mentions(1...100),
    role: DeskCore.Role = .lead, isDemo: Bool = false, pause: Pause? = nil,
    board: PostsBoard = PostsBoard()
  ) {
    stored = mentions
    self.pause = pause
    self.board = board
    state = DeskState(
      size: Size(columns: columns, rows: rows), now: Fixtures.now, seat: Fixtures.ana, role: role,
      isDemo: isDemo, themes: ["dark", "light"], themeName: "dark",
      accounts: [Fixtures.account])
    take(DeskReducer.start(&state))
  }

  mutating func send(_ action: Action) {
    take(DeskReducer.reduce(into: &state, action, now: now))
  }

  mutating func event(_ event: TerminalEvent) {
    if let action = state.keymap.action(for: event, in: state) { send(action) }
  }

  /// Presses keys, spelled as in keymap files, separated by spaces.
  mutating func press(_ keys: String) {
    for spelling in keys.split(separator: " ") {
      guard let key = KeyEvent(spelling: String(spelling)) else {
        preconditionFailure("no key is spelled \(spelling)")
      }
      event(.key(key))
    }
  }

  /// Types text, a key for each character.
  mutating func type(_ text: String) {
    for character in text { event(.key(.character(character))) }
  }

  mutating func wait(_ span: Span) {
    now = now.adding(span)
    send(.tick)
  }

  /// Answers the newest command.
  mutating func succeed(_ outcome: CommandOutcome) { finish(.success(outcome)) }

  mutating func fail(_ refusal: Refusal) { finish(.failure(.refused(refusal))) }

  private mutating func finish(_ result: Result<CommandOutcome, CommandFailure>) {
    guard case .perform(_, let tag)? = effects.last(where: { $0.command != nil }) else { return }
    send(.performed(tag, result))
  }

  var commands: [DeskCommand] { effects.compactMap(\.command) }

  var text: String {
    var buffer = CellBuffer(size: state.size)
    DeskScreen.render(state, into: &buffer, theme: .fallback)
    return buffer.text
  }

  private mutating func take(_ new: [Effect]) {
    for effect in new {
      guard case .load(let request) = effect else {
        effects.append(effect)
        continue
      }
      loads.append(request)
      if answers { send(.loaded(LoadResult(request, answer(request)))) }
    }
  }

  private func answer(_ request: LoadRequest) -> LoadResult.Answer {
    switch request {
    case .status:
      var status = Fixtures.status(stored, pause: pause)
      status.at = now
      return .status(status)
    case .stream(let filter, let part, let limit): return page(filter, part, limit)
    case .queue(let filter, let order, _, let limit):
      let open = passing(filter).filter { $0.state == .open }
        .sorted { place($0, order) < place($1, order) }
      return .page(MentionPage(mentions: Array(open.prefix(limit)), hasMore: open.count > limit))
    case .alerts: return .alerts(state.board)
    case .mood(let range, let seconds):
      let mark = TimelineMark(kind: .level(.watch), at: Fixtures.now.adding(.minutes(-15)))
      return .mood(Fixtures.buckets(range, seconds: seconds), [mark], [])
    case .posts: return .posts(board)
    case .approvals:
      let waiting = (board.outbox + board.posts).filter { $0.state == .awaitingApproval }
      return .approvals(
        waiting.map { item in
          WaitingApproval(
            item: item, mention: stored.first { $0.id == item.content.mention })
        })
    case .savedReplies: return .savedReplies([], [])
    case .detail(let id):
      return .detail(stored.first { $0.id == id }.map { DetailContent(mention: $0) })
    case .cluster(let id):
      return .members(
        stored.filter { $0.cluster?.cluster == id && $0.state == .open }.reversed())
    case .counts:
      return .counts(
        FilterCounts(
          shown: CappedCount(9), hidden: CappedCount(31), hiddenUrgent: CappedCount(2)))
    }
  }

  private func passing(_ filter: MentionFilter) -> [Mention] {
    stored.filter { filter.languages.isEmpty || filter.languages.contains($0.mood.language) }
  }

  private func page(_ filter: MentionFilter, _ part: StreamPart, _ limit: Int) -> LoadResult.Answer
  {
    let all = passing(filter)
    switch part {
    case .newest:
      return .page(MentionPage(mentions: Array(all.prefix(limit)), hasMore: all.count > limit))
    case .before(let id):
      let older = all.filter { $0.id < id }
      return .page(MentionPage(mentions: Array(older.prefix(limit)), hasMore: older.count > limit))
    case .after(let id):
      let newer = all.filter { $0.id > id }
      return .page(MentionPage(mentions: Array(newer.suffix(limit)), hasMore: newer.count > limit))
    }
  }

  private func place(_ mention: Mention, _ order: QueueOrder) -> (Timestamp, Int64) {
    (order == .breach ? mention.dueAt : Timestamp(milliseconds: 0), mention.rank)
  }
}

extension Effect {
  var command: DeskCommand? {
    if case .perform(let command, tag: _) = self { return command }
    return nil
  }
}
