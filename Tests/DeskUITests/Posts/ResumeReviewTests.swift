import DeskCore
import TerminalUI
import Testing

@testable import DeskUI

@Suite struct ResumeReviewTests {
  private let one = OutgoingID(rawValue: 1)
  private let two = OutgoingID(rawValue: 2)
  private let later = noon.adding(.seconds(1))

  private func review() -> ResumeReview {
    ResumeReview(
      items: [
        outgoing(1, .held, due: noon.adding(.minutes(30))),
        outgoing(2, .missed, due: noon.adding(.minutes(-3))),
        outgoing(3, .queued, due: noon, kind: .reply), outgoing(4, .sent, due: noon),
      ], openedAt: noon, zone: .utc)
  }

  private func type(_ text: String, into review: inout ResumeReview) {
    for character in text { _ = review.handle(.character(character), width: 40, now: later) }
  }

  private func press(_ keys: KeyEvent..., into review: inout ResumeReview) -> ResumeReview.Outcome {
    var last = ResumeReview.Outcome.ignored
    for key in keys { last = review.handle(key, width: 40, now: later) }
    return last
  }

  @Test func isDeafForHalfASecond() {
    var review = self.review()
    let early = noon.adding(Span(milliseconds: 499))
    #expect(review.handle(.escape, width: 40, now: early) == .ignored)
    #expect(review.paste("resume", now: early) == .ignored)
    #expect(review.handle(.escape, width: 40, now: noon.adding(ResumeReview.deaf)) == .cancel)
  }

  @Test func enterAloneNeverResumes() {
    var review = self.review()
    for _ in 0..<200 {
      if case .resume = press(.enter, into: &review) { Issue.record("resumed by Enter alone") }
    }
  }

  @Test func wantsVerdictReasonAndWord() {
    var review = self.review()
    #expect(review.refusal(now: later) == .verdictsNeeded([two]))
    type("d", into: &review)
    #expect(review.refusal(now: later) == .reasonNeeded)
    _ = press(.tab, into: &review)
    type("all clear", into: &review)
    _ = press(.tab, into: &review)
    type("resum", into: &review)
    #expect(press(.enter, into: &review) == .refused(.wordNeeded))
    type("e", into: &review)
    #expect(
      press(.enter, into: &review)
        == .resume(.resume(reason: "all clear", verdicts: [two: .drop])))
  }

  @Test func theWordCannotBePasted() {
    var review = self.review()
    _ = press(.tab, .tab, into: &review)
    #expect(review.paste("resume", now: later) == .ignored)
    #expect(review.typed.isEmpty)
  }

  @Test func whatHasPassedCannotKeepItsTime() {
    var review = self.review()
    #expect(press(.character("p"), into: &review) == .refused(.timePassed(two)))
    #expect(press(.down, .character("p"), into: &review) == .changed)
    #expect(review.undecided(now: later) == [two])
    // While the review stands open, the time of the other passes too.
    #expect(review.undecided(now: noon.adding(.minutes(31))) == [two, one])
  }

  @Test func takesAnotherTime() {
    var review = self.review()
    _ = press(.character("t"), into: &review)
    #expect(press(.enter, into: &review) == .refused(.time(.empty)))
    type("+45m", into: &review)
    _ = press(.enter, into: &review)
    let at = later.adding(.minutes(45))
    #expect(review.choices[two] == .verdict(.reschedule(at)))
    #expect(review.undecided(now: at).contains(two))
  }

  @Test func decisionsFollowThePostAndNotTheRow() {
    var review = self.review()
    type("s", into: &review)
    review.refresh([
      outgoing(9, .held, due: noon.adding(.minutes(-9))),
      outgoing(2, .missed, due: noon.adding(.minutes(-3))),
    ])
    #expect(review.selected?.id == two)
    #expect(review.choices[two] == .verdict(.send))
    #expect(review.undecided(now: later) == [OutgoingID(rawValue: 9)])
  }

  @Test func showsWhatIsDecidedAndWhatIsNot() {
    let text = draw(76, 9) {
      ResumeReviewView.render(review(), now: later, into: &$0, in: $1, theme: .fallback)
    }
    #expect(
      text == """
        RESUME: 2 posts, 1 to decide. The desk is still paused.
        > ?? decide      missed 14:04       #2    Our spring sale starts today
          as planned     held   14:37       #1    Our spring sale starts today


          why the desk resumes:
          type resume:

        still paused: decide about #2
        """)
  }

  @Test func noRunOfKeysResumesWithoutTheWord() {
    let keys: [KeyEvent] = [
      .enter, .tab, .backTab, .down, .up, .character("d"), .character("s"), .character("t"),
      .character("p"), .character("y"), .character("+"), .character("1"), .character("h"),
      .backspace,
    ]
    var random = SeededRandom(seed: 8)
    var review = self.review()
    for _ in 0..<20_000 {
      if case .resume = review.handle(random.pick(keys), width: 40, now: later) {
        Issue.record("resumed without the word")
      }
    }
  }
}
