public import DeskCore
public import TerminalUI

/// Everything the screen knows.
public struct DeskState: Sendable {
  /// The screen's size.
  public internal(set) var size: Size
  /// The time as last told; milliseconds.
  public internal(set) var now: Timestamp
  /// Whether the program should end as soon as the effects are done.
  public internal(set) var isEnding = false
  /// The theme's name as last confirmed.
  public internal(set) var themeName: String
  /// The theme to go back to while another one is only looked at; nil while none is.
  var themeBefore: String?

  let seat: Seat
  let role: DeskCore.Role
  let zone: DeskZone
  let isDemo: Bool
  let themes: [String]
  /// The brand's accounts; the first that may publish is the one a new post goes to.
  let accounts: [DeskAccount]
  /// How soon people are answered, in which hours, and what each level changes of that.
  let service: ServiceLevels
  /// Who is on the desk when.
  let roster: Roster
  /// Who is on now; nil for a desk without shifts.
  var duty: Duty?
  /// What the snooze key offers.
  let snoozeTimes: [SnoozeTime]
  var keymap: Keymap
  /// What the desk itself puts in for the variables of saved replies.
  let replyValues: [String: String]
  /// How the desk reads its answers before they go.
  let lint: AnswerLint
  /// The desk's macros.
  let macros: [Macro]
  /// What everybody reads when an answer goes on in private.
  let channel: PrivateChannel

  var focus = Pane.stream
  var isZoomed = false
  var layers: [Layer] = []
  var line = StatusLine()
  var status: DeskStatus

  var stream = MentionList(follows: true)
  var queue = MentionList(follows: false)
  var posts = PostsPane()
  var graph = GraphPane()

  var queueOrder = QueueOrder.breach
  var filter = MentionFilter()
  var filterLine = ""
  var counts: FilterCounts?

  /// Mentions judged here whose rows stay, crossed out, until the list is read anew.
  var struck: [MentionID: Verdict] = [:]
  var marks: [MentionID] = []
  /// The open members of the clusters that were asked for last.
  var members: [Mention] = []
  /// The card of the author that was asked for last; nil until it is read.
  var profile: AuthorProfile?
  /// The cluster that is being answered one by one; nil while none is.
  var answerRow: AnswerRow?
  /// The newest answer that was asked for.
  var lastReply: DeskCommand?
  /// Where a range of rows begins that is still being drawn; nil while none is.
  var rangeFrom: MentionID?
  var undo: [UndoEntry] = []
  /// What was undone and can be done again, the last first to go.
  var redo: [UndoEntry] = []
  /// The macro that runs; nil while none does.
  var macroRun: MacroRun?
  /// The saved reply that a typed name asked for, until the replies are read.
  var wantedReply: String?
  var lastVerdict: Verb?
  var lastQueued: OutgoingID?

  /// What this seat was last said to read, and when.
  var looked: (at: MentionID, since: Timestamp)?
  var pending: [CommandTag: PendingCommand] = [:]
  var nextTag = 1
  /// What waits for a yes, as last read; nil before.
  var toApprove: [WaitingApproval]?
  /// The alerts as last read.
  var board = AlertBoard()
  /// When, and at which level, a level to move to was looked up last.
  var proposedAt: Timestamp?
  var proposedFor = Level.calm
  /// The newest alert this screen has heard of; nil before its first reading.
  var newestAlert: Int64?
  /// How often this screen has reminded of each pause, by its number.
  var reminded: [Int64: Int64] = [:]
  var loading: Set<LoadRequest> = []
  /// Whether something that the first frame is made of has not been read yet: all that was asked for
  /// but how large the newest alert is, for which thousands of voices are read.
  public var isLoading: Bool { !loading.subtracting([.alerts]).isEmpty }
  /// Whether something was stored since the reads under way began.
  var isStale = false
  var refreshedAt: Timestamp?
  var history: [String] = []
  var cancelledAt: Timestamp?
  /// What must be done before the program ends, once a person said so; nil otherwise.
  var leaving: Leaving?

  /// A screen that has read nothing yet.
  /// - Parameters:
  ///   - offset: seconds east of Greenwich at an instant, in the desk's zone.
  ///   - accounts: the brand's own, the usual one first.
  ///   - service: how soon people are answered.
  ///   - roster: who is on the desk when.
  ///   - snoozeTimes: what the snooze key offers, at most nine.
  ///   - replyValues: the desk's own values for the variables of saved replies.
  ///   - lint: how the desk reads its answers before they go.
  ///   - macros: the desk's macros.
  ///   - channel: what everybody reads when an answer goes on in private.
  ///   - themes: the names that `:theme` offers.
  public init(
    size: Size, now: Timestamp, seat: Seat, role: DeskCore.Role = .lead, isDemo: Bool = false,
    keymap: Keymap = Keymap(), themes: [String] = [], themeName: String = "",
    accounts: [DeskAccount] = [], service: ServiceLevels = ServiceLevels(),
    snoozeTimes: [SnoozeTime] = SnoozeTime.usual, roster: Roster = Roster(),
    replyValues: [String: String] = [:], lint: AnswerLint = AnswerLint(),
    channel: PrivateChannel = PrivateChannel(), macros: [Macro] = [],
    offset: (Timestamp) -> Int = { _ in 0 }
  ) {
    self.size = size
    self.now = now
    self.seat = seat
    self.role = role
    self.isDemo = isDemo
    self.keymap = keymap
    self.themes = themes
    self.accounts = accounts
    self.service = service
    self.snoozeTimes = snoozeTimes
    self.roster = roster
    self.replyValues = replyValues
    self.lint = lint
    self.channel = channel
    self.macros = macros
    self.themeName = themeName
    let year = Span.days(366)
    let start = now.adding(Span(milliseconds: -year.milliseconds))
    zone = DeskZone(sampling: start..<now.adding(year), offset: offset)
    status = DeskStatus(at: now)
    posts.zone = zone
  }
}

extension DeskState {
  /// What the terminal's window is called: level and pause in words.
  public var windowTitle: String {
    Words.windowTitle(status.level, pause: status.pause, isDemo: isDemo)
  }

  /// Whether the top layer is a field that takes letters as text.
  var takesText: Bool {
    switch layers.last {
    case .prompt, .composer, .saved, .help, .editor, .resume: true
    default: false
    }
  }

  /// Whether the top layer is a dialog that takes all keys for itself.
  var takesKeys: Bool {
    switch layers.last {
    case .none, .detail: false
    default: true
    }
  }

  /// What each level changes.
  var levels: LevelRules { service.levels }

  /// The widest pause that stands; nil when none does.
  var pause: Pause? { status.pause }

  /// The list of the focused pane; nil where the pane shows no mentions.
  var focusedList: MentionList? {
    switch focus {
    case .stream: stream
    case .queue: queue
    case .graph, .posts: nil
    }
  }

  /// The mention that an act is about: the open one, else the selected one.
  var target: Mention? {
    if let pinned = macroRun?.mention { return known(pinned) ?? openMention(pinned) }
    for layer in layers.reversed() {
      guard case .detail(let detail) = layer else { continue }
      return detail.content?.mention ?? known(detail.mention)
    }
    switch focus {
    case .stream: return stream.selected
    case .queue: return queue.selected
    case .graph, .posts: return nil
    }
  }

  /// A mention that is open in the detail view, by its id.
  private func openMention(_ id: MentionID) -> Mention? {
    for case .detail(let detail) in layers where detail.content?.mention.id == id {
      return detail.content?.mention
    }
    return nil
  }

  /// A loaded mention by its id.
  func known(_ id: MentionID) -> Mention? {
    queue.mentions.first { $0.id == id } ?? stream.mentions.first { $0.id == id }
      ?? stream.waiting.first { $0.id == id } ?? members.first { $0.id == id }
  }

  /// Changes the rows of a mention wherever they are.
  mutating func change(_ id: MentionID, _ body: (inout Mention) -> Void) {
    stream.change(id, body)
    queue.change(id, body)
    for index in layers.indices {
      guard case .detail(var detail) = layers[index], detail.mention == id else { continue }
      if var mention = detail.content?.mention {
        body(&mention)
        detail.content?.mention = mention
        layers[index] = .detail(detail)
      }
    }
  }

  /// Changes the layer on top; its kind stays the same.
  mutating func changeTop(_ body: (inout Layer) -> Void) {
    guard !layers.isEmpty else { return }
    body(&layers[layers.count - 1])
  }

  /// Says something in the status line.
  mutating func say(_ text: String, _ tone: StatusLine.Tone = .plain) {
    line = StatusLine(text: text, tone: tone, at: now)
  }
}
