import DeskCore
import Testing

@Suite struct PrivateChannelTests {
  private let noon = Timestamp(seconds: 1_773_484_200)
  private let card = ContactCard(
    email: "help@acme.example", phone: "+380 44 123 45 67", form: "https://acme.example/help")

  private func mention(_ text: String, _ language: String) -> Mention {
    let incoming = IncomingMention(
      key: MentionKey(account: AccountID("main"), native: "1"), platform: .mastodon,
      author: Author(handle: "lena"), text: text, createdAt: noon)
    let mood = MoodReading(
      sentiment: .negative, negative: 0.9, neutral: 0.1, positive: 0, intent: .complaint, abuse: 0,
      language: Language(rawValue: language))
    return Mention(
      id: MentionID(rawValue: 1), incoming: incoming, seenAt: noon,
      conversation: ConversationID(rawValue: 1), mood: mood, state: .open, dueAt: noon)
  }

  private static let complaints = [
    ("Where is my order 482913?", "en"), ("أين طلبي رقم 482913؟", "ar"),
    ("سفارش 482913 من کجاست؟", "fa"), ("Buyurtma 482913 qani?", "uz"),
    ("Буюртма 482913 қани, нега келмади?", "uz"), ("Де моє замовлення 482913?", "uk"),
    ("Где мой заказ 482913?", "ru"),
  ]

  /// The desk's own words pass its own lint: they acknowledge, and offer the private channel.
  @Test(arguments: complaints, [true, false])
  func theDeskOwnWordsPassTheLint(_ complaint: (String, String), _ isWritten: Bool) throws {
    let mention = mention(complaint.0, complaint.1)
    let channel = PrivateChannel(contact: card)
    let words = try #require(
      channel.notice(
        to: mention, isWritten: isWritten, agent: Seat("ana"), level: .calm, at: noon))
    let lint = AnswerLint(allowedHosts: ["other.example"], contact: card)
    let ruler = TextRuler(limit: 500)
    let found = lint.findings(in: words, to: mention, isPublic: true, ruler: ruler)
    #expect(found.map(\.reason) == [], "\(words)")
    #expect(words.contains("help@acme.example") == !isWritten)
    #expect(ruler.count(words) <= LintContext.defaultPublicLength)
  }

  @Test func uzbekIsAnsweredInItsLettersAndWhatIsUnknownInEnglish() {
    let channel = PrivateChannel()
    func words(_ text: String, _ language: String) -> String {
      channel.notice(
        to: mention(text, language), isWritten: true, agent: Seat("a"), level: .calm, at: noon)
        ?? ""
    }
    #expect(words("Buyurtmam qani", "uz").contains("xabar"))
    #expect(words("Буюртмам қани", "uz").contains("хабар"))
    #expect(words("Wo ist mein Paket", "de").contains("private message"))
  }

  @Test func withoutContactsThereIsNothingToGive() {
    let found = PrivateChannel().notice(
      to: mention("x", "en"), isWritten: false, agent: Seat("a"), level: .calm, at: noon)
    #expect(found == nil)
  }

  @Test func aSavedReplyTakesTheirPlaceWhileItMayBeUsed() {
    func reply(_ approver: Seat?, expires: Timestamp? = nil) -> SavedReply {
      SavedReply(
        id: PrivateChannel.noticeID, title: "t", owner: Seat("ana"), approver: approver,
        expiresAt: expires, variants: [.init(tag: "en", body: "Thanks {name}, look at your inbox.")]
      )
    }
    func words(_ reply: SavedReply, _ language: String = "en") -> String {
      PrivateChannel(saved: [reply]).notice(
        to: mention("x", language), isWritten: true, agent: Seat("a"), level: .calm, at: noon) ?? ""
    }
    #expect(words(reply(Seat("kim"))) == "Thanks {name}, look at your inbox.")
    #expect(words(reply(Seat("kim")), "ru").contains("личное"))
    #expect(words(reply(nil)).contains("private message"))
    #expect(words(reply(Seat("kim"), expires: noon)).contains("private message"))
  }
}
