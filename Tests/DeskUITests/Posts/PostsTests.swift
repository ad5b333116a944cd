import DeskCore
import TerminalUI
import Testing

@testable import DeskUI

@Suite struct PostsTests {
  private let pause = Pause(
    id: 1, seat: Seat("ana"), at: noon.adding(Span(milliseconds: -323_469)), scope: .posts)
  private let items = [
    outgoing(1, .held, due: noon.adding(.minutes(30))),
    outgoing(2, .missed, due: noon.adding(.minutes(-3))),
    outgoing(3, .sent, due: noon.adding(.hours(-3))),
    outgoing(883, .sending, due: noon.adding(.minutes(-9)), admitted: noon.adding(.seconds(-330))),
  ]
  private let native = [
    NativePost(
      account: AccountID("main"), native: "n1", text: "native one", dueAt: noon.adding(.hours(2)),
      snapshot: "", hold: .failed, detail: "the token may not do this")
  ]

  private func model(selection: PostRow.ID? = nil) -> PostsModel {
    PostsModel(
      rows: PostRow.rows(items: items, native: native), pause: pause, selection: selection,
      isFocused: true, now: noon, zone: .utc)
  }

  @Test func saysExactlyWhereEveryPostStands() {
    let text = draw(76, 8) {
      PostsView.render(
        model(selection: .native(AccountID("main"), "n1")), into: &$0, in: $1, theme: .fallback)
    }
    #expect(
      text == """
        POSTS PAUSED since 14:02 by ana  1 held, 1 missed, 1 not held
        no reason yet – posts are held, answers to people still leave
        13:58 in flight  #883  main       Our spring sale starts today
        14:04 missed     #2    main       Our spring sale starts today
        14:37 held       #1    main       Our spring sale starts today
        16:07 not held   –     main       native one
        11:07 sent       #3    main       Our spring sale starts today
        not under our control: it could not be held: the token may not do this
        """)
  }

  @Test func theSwitchStaysToTheLastRow() {
    let text = draw(40, 1) { PostsView.render(model(), into: &$0, in: $1, theme: .fallback) }
    #expect(text.hasPrefix("POSTS PAUSED since 14:02 by ana"))
    var calmModel = model()
    calmModel.pause = nil
    calmModel.rows = []
    let calm = draw(40, 3) { PostsView.render(calmModel, into: &$0, in: $1, theme: .fallback) }
    #expect(calm.contains("PUBLISHING: ON") && calm.contains(Words.noPosts))
  }

  @Test func theReceiptNamesEverythingNearThePause() {
    let receipt = PauseReceipt(
      pause: pause, isNew: true, held: [OutgoingID(rawValue: 1), OutgoingID(rawValue: 2)],
      inFlight: [OutgoingID(rawValue: 883)])
    var model = PauseReceiptModel(
      receipt: receipt, items: items, native: native, now: noon, zone: .utc)
    let text = PauseReceiptView.lines(model, width: 90).map(\.text).joined(separator: "\n")
    #expect(
      text == """
        closed at 14:02:06.531 by ana: posts are held, answers to people still leave
        reason: no reason yet
        0 sent since
        in flight when it closed: 1
          #883 in flight, due 13:58, main: Our spring sale starts today
        held: 2
          #1 held, due 14:37, main: Our spring sale starts today
          #2 missed, due 14:04, main: Our spring sale starts today
        scheduled on a platform: 1
          not under our control: it could not be held: the token may not do this, due 16:07, main:
          native one
        """)
    // A reply passes a pause of posts; a post that did would be a broken gate, and is said.
    model.items.append(outgoing(5, .sent, due: noon, kind: .reply, admitted: noon))
    #expect(model.admittedSince.isEmpty)
    model.items.append(outgoing(6, .sent, due: noon, admitted: noon))
    #expect(PauseReceiptView.lines(model, width: 90).contains { $0.text == "1 SENT SINCE: #6" })
  }

  @Test func aPostSaysWhyItCannotBeScheduled() {
    let choice = PostEditor.Choice(
      account: Account(id: AccountID("main"), platform: .mastodon, handle: "brand"),
      ruler: TextRuler(limit: 5))
    var editor = PostEditor(choices: [choice], zone: .utc)
    #expect(editor.schedule(now: noon) == .refused(.empty))
    _ = editor.paste("123456")
    #expect(editor.schedule(now: noon) == .refused(.tooLong(count: 6, limit: 5)))
    _ = editor.handle(.backspace, width: 20, now: noon)
    #expect(
      editor.handle(.function(5), width: 20, now: noon) == [
        .schedule(
          .schedulePost(
            account: AccountID("main"), text: "12345", dueAt: noon.adding(.hours(1))))
      ])
    _ = editor.handle(.backTab, width: 20, now: noon)
    _ = editor.paste("x")
    #expect(editor.schedule(now: noon) == .refused(.time(.unreadable(position: 3))))
    #expect(PostEditor(choices: [], zone: .utc).schedule(now: noon) == .refused(.noAccount))
  }

  @Test(arguments: hostileTexts) func noTextReachesTheTerminalAsControl(text: String) {
    var pause = self.pause
    pause.reason = text
    let items = [outgoing(1, .held, due: noon, text: text, detail: text)]
    let native = [
      NativePost(
        account: AccountID(text), native: text, text: text, dueAt: noon, snapshot: "",
        detail: text)
    ]
    let model = PostsModel(
      rows: PostRow.rows(items: items, native: native), pause: pause,
      selection: .own(OutgoingID(rawValue: 1)), now: noon, zone: .utc)
    let receipt = PauseReceiptModel(
      receipt: PauseReceipt(pause: pause, isNew: true, held: [], inFlight: items.map(\.id)),
      items: items, native: native, now: noon, zone: .utc)
    let review = ResumeReview(items: items, openedAt: noon, zone: .utc)
    let editor = PostEditor(choices: [], text: text, zone: .utc)
    for columns in [1, 13, 80] {
      let shown = [
        draw(columns, 9) { PostsView.render(model, into: &$0, in: $1, theme: .fallback) },
        draw(columns, 9) { PauseReceiptView.render(receipt, into: &$0, in: $1, theme: .fallback) },
        draw(columns, 9) {
          ResumeReviewView.render(review, now: noon, into: &$0, in: $1, theme: .fallback)
        },
        draw(columns, 9) {
          PostEditorView.render(
            editor, pause: pause, now: noon, into: &$0, in: $1, theme: .fallback)
        },
      ]
      #expect(shown.allSatisfy(isHarmless))
    }
  }
}
