import DeskCore
import Testing

@Suite struct AddressingTests {
  static let ana = Addressing(recipient: "ana@far.example", by: [.reply, .namedRecipients])

  @Test(arguments: [
    ("We are on it", "@ana@far.example We are on it"),
    ("@ana@far.example We are on it", "@ana@far.example We are on it"),
    ("Dear @Ana@FAR.example, sorry", "Dear @Ana@FAR.example, sorry"),
    ("We saw it, @ana@far.example.", "We saw it, @ana@far.example."),
    ("@ana sorry", "@ana@far.example @ana sorry"),
    ("@ana@far.example.org sorry", "@ana@far.example @ana@far.example.org sorry"),
    ("mail ana@far.example", "@ana@far.example mail ana@far.example"),
    ("@bo and @cy@other.example saw it", "@ana@far.example @bo and @cy@other.example saw it"),
    (" two  spaces\n", "@ana@far.example  two  spaces\n"),
  ])
  func theTextNamesItsPersonOnceAndKeepsWhatWasTyped(_ typed: String, _ whole: String) {
    #expect(Self.ana.text(typed) == whole)
    #expect(Self.ana.text(whole) == whole)
  }

  @Test func whereNoNameIsNeededNoneIsAdded() {
    let plain = Addressing(recipient: "ana", by: [.reply, .directReply])
    #expect(plain.text("hi") == "hi")
    #expect(Addressing(recipient: "", by: .namedRecipients).text("hi") == "hi")
  }

  @Test func theNameIsCounted() {
    #expect(TextRuler.mastodon.count(Self.ana.text("sorry")) == 10)
  }

  @Test(arguments: [
    ("", false), (" \n", false), ("@ana", false), ("@ana@far.example @bo ", false),
    ("@ana ok", true), ("!", true), ("a@b", true),
  ])
  func namesAloneSayNothing(_ typed: String, _ says: Bool) {
    #expect(Addressing.saysSomething(typed) == says)
  }

  @Test func everybodyNamedIsFound() {
    let text = "@ana@far.example sorry, @bo and (@cy@other.example). Not a@b.example or /@dan"
    #expect(Handles.names(in: text) == ["ana@far.example", "bo", "cy@other.example"])
  }
}

@Suite struct PlatformTagTests {
  @Test(arguments: [
    ("mastodon", "mast"), ("demo", "demo"), ("-", "-"), ("", "-"), ("vk", "vk"),
    ("Some Bridge", "some"), ("платформа", "-"), ("\u{1B}[31m", "31m"), ("telegram", "tg"),
  ])
  func tagsAreShortAndPlain(_ name: String, _ tag: String) {
    #expect(Platform(rawValue: name).tag == tag)
    #expect(tag.utf8.count <= Platform.tagWidth)
  }
}
