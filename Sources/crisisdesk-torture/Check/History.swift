import DeskCore

/// What is known of a round when it is over; everything the checks look at.
struct History: Sendable {
  /// A verb of the program that was called.
  struct Call: Sendable {
    /// What it was to do.
    var act: Act
    /// When its process was started, by the server's clock.
    var began: Timestamp
    /// When its process had ended.
    var ended: Timestamp
    /// Its exit code; nil when it was killed.
    var status: Int32?
    /// The item that it said it made.
    var item: Int64?
    /// The exact text that it said would leave.
    var text: String?
    /// The items that a pause named as in flight.
    var inFlight: Set<Int64> = []

    /// Whether it said that it was done.
    var isDone: Bool { status == 0 }

    /// Makes a call.
    init(
      _ act: Act, began: Timestamp, ended: Timestamp, status: Int32?, item: Int64? = nil,
      text: String? = nil, inFlight: Set<Int64> = []
    ) {
      self.act = act
      self.began = began
      self.ended = ended
      self.status = status
      self.item = item
      self.text = text
      self.inFlight = inFlight
    }
  }

  /// A request to publish that reached the server.
  struct Attempt: Sendable {
    /// When it came, by the server's clock.
    var at: Timestamp
    /// Its text.
    var text: String
    /// Its idempotency key.
    var key: String?

    /// Makes an attempt.
    init(at: Timestamp, text: String, key: String?) {
      self.at = at
      self.text = text
      self.key = key
    }
  }

  /// Something that the server published.
  struct Published: Sendable {
    /// The server's id.
    var native: String
    /// Its text.
    var text: String
    /// What it answers, a native id.
    var target: String?
    /// Who may see it.
    var visibility: String

    /// Makes a publication.
    init(native: String, text: String, target: String?, visibility: String = "public") {
      self.native = native
      self.text = text
      self.target = target
      self.visibility = visibility
    }
  }

  /// An entry of the desk's own record.
  struct Entry: Sendable {
    /// Its number.
    var sequence: Int64
    /// Whose seat acted.
    var seat: String
    /// What was done.
    var action: String
    /// To what, for example `item 12`.
    var subject: String
    /// More about it.
    var detail: String

    /// Makes an entry.
    init(
      _ sequence: Int64, seat: String = "desk", _ action: String, _ subject: String,
      _ detail: String = ""
    ) {
      self.sequence = sequence
      self.seat = seat
      self.action = action
      self.subject = subject
      self.detail = detail
    }

    /// The outgoing item that it is about.
    var item: Int64? {
      subject.hasPrefix("item ") ? Int64(subject.dropFirst(5)) : nil
    }
  }

  /// The round.
  var plan: RoundPlan
  /// The verbs that were called, by when they began.
  var calls: [Call] = []
  /// What reached the server, in order.
  var attempts: [Attempt] = []
  /// What the server published, in order.
  var published: [Published] = []
  /// The record of the desk, in order.
  var audit: [Entry] = []
  /// How the desk lists its posts, by item.
  var listed: [Int64: String] = [:]
  /// What each mention is called on the server, by message.
  var mentions: [Int: String] = [:]
  /// The seats by which the pauses of everything are known in the record.
  static let everythingSeat = "everything"

  /// A round of which nothing is known yet.
  init(plan: RoundPlan) { self.plan = plan }

  /// The message whose token a text has.
  func message(in text: String) -> Int? {
    (0..<20).first { text.contains(plan.token($0)) }
  }
}
