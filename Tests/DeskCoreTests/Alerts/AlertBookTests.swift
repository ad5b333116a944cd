import Testing

@testable import DeskCore

@Suite struct AlertBookTests {
  private let series = SeriesKey(brand: "acme", source: AccountID("main"), topic: "delivery")
  private let tuesday = CountSimulator.start.adding(.days(1)).adding(.hours(14))
  private let seat = Seat("ana")

  private func alarm(
    _ severity: Severity = .medium, minutes: Int64 = 15, kind: SpikeAlarm.Kind = .volume,
    sum: Double = 41, negative: Double = 30
  ) -> SpikeAlarm {
    SpikeAlarm(
      kind: kind, cause: .began, severity: severity, at: tuesday.adding(.minutes(minutes)),
      windowSeconds: 900, sum: sum, usual: 6, negative: negative, judged: sum, usualShare: 0.18,
      texts: sum)
  }

  private func hear(_ alarm: SpikeAlarm, in book: inout AlertBook) -> AlertBook.Decision {
    let figures = AlertFigures(alarm, offsetSeconds: 0, baseline: Baseline(), largeAuthors: 3)
    return book.hear(alarm, series: series, figures: figures)
  }

  private func raised(_ decision: AlertBook.Decision) -> Alert? {
    if case .raised(let alert) = decision { alert } else { nil }
  }

  @Test func theArithmeticFitsOneLine() throws {
    var book = AlertBook()
    let alert = try #require(raised(hear(alarm(), in: &book)))
    #expect(
      alert.figures.line
        == "41 in 15 min; Tue 14:00 is usually 6; negative 73 %, usually 18 %; "
        + "3 authors above 50k followers")
    #expect(alert.mentions.occurred == tuesday..<tuesday.adding(.minutes(15)))
    #expect(alert.series.label == "acme, main, delivery")
  }

  @Test func coolsDownAndYieldsToSeverity() {
    var book = AlertBook()
    #expect(raised(hear(alarm(), in: &book)) != nil)
    #expect(
      hear(alarm(minutes: 40), in: &book)
        == .cooling(until: tuesday.adding(.minutes(75))))
    #expect(raised(hear(alarm(.high, minutes: 45), in: &book)) != nil)
    #expect(raised(hear(alarm(.high, minutes: 50), in: &book)) == nil)
    #expect(raised(hear(alarm(minutes: 120), in: &book)) != nil)
    #expect(book.alerts.map(\.id.rawValue) == [1, 2, 3])
  }

  @Test func kindsAndSeriesCoolApart() {
    var book = AlertBook()
    _ = hear(alarm(), in: &book)
    #expect(raised(hear(alarm(minutes: 16, kind: .negative), in: &book)) != nil)
    let figures = AlertFigures(alarm(), offsetSeconds: 0, baseline: Baseline())
    let other = book.hear(alarm(), series: SeriesKey(brand: "other"), figures: figures)
    #expect(raised(other) != nil)
  }

  @Test func fewVoicesAndBusyDaysAreNotHeard() {
    var book = AlertBook()
    #expect(hear(alarm(sum: 4, negative: 4), in: &book) == .unheard)
    #expect(hear(alarm(.low, negative: 8), in: &book) == .unheard)
    #expect(hear(alarm(kind: .negative, sum: 20, negative: 4), in: &book) == .unheard)
    #expect(raised(hear(alarm(.low, negative: 15), in: &book)) != nil)
  }

  @Test func aSnoozeHoldsBackUntilItIsOverAndYieldsToSeverity() throws {
    var first = AlertBook()
    var alert = try #require(raised(hear(alarm(), in: &first)))
    let until = tuesday.adding(.hours(8))
    alert.state = .snoozed(by: seat, until: until, reason: "campaign")
    #expect(!alert.isWaiting(at: tuesday.adding(.hours(1))))
    #expect(alert.isWaiting(at: until))
    #expect(!alert.isWaiting(at: tuesday.adding(.hours(25))))
    var book = AlertBook(alerts: [alert])
    #expect(hear(alarm(minutes: 300), in: &book) == .snoozed(until: until))
    #expect(raised(hear(alarm(.severe, minutes: 301), in: &book)) != nil)
  }

  @Test func whatWasSeenWaitsForNobody() throws {
    var book = AlertBook()
    var alert = try #require(raised(hear(alarm(), in: &book)))
    #expect(alert.isWaiting(at: tuesday.adding(.hours(1))))
    alert.state = .acknowledged(by: seat, at: tuesday)
    #expect(!alert.isWaiting(at: tuesday.adding(.hours(1))))
  }

  @Test func goesOnFromWhatAStoreKept() {
    var book = AlertBook()
    _ = hear(alarm(), in: &book)
    var restored = AlertBook(alerts: book.alerts)
    #expect(restored == book)
    #expect(hear(alarm(minutes: 20), in: &restored) == hear(alarm(minutes: 20), in: &book))
    #expect(raised(hear(alarm(.severe, minutes: 25), in: &restored))?.id.rawValue == 2)
  }
}
