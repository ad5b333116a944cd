/// Finds what belongs to one person and must not stand where everybody reads it.
///
/// In a private answer only card numbers count: they must not be written anywhere.
struct PersonalData {
  private let text: LintText
  private let hits: HitIndex
  private let context: LintContext
  private var taken: [Range<Int>] = []
  private var found: [Finding] = []

  static func findings(
    in text: LintText, hits: [PhraseHit], context: LintContext
  ) -> [Finding] {
    var data = PersonalData(text: text, hits: hits, context: context)
    data.look()
    return data.found
  }

  private init(text: LintText, hits: [PhraseHit], context: LintContext) {
    self.text = text
    self.hits = HitIndex(hits, in: text)
    self.context = context
  }

  private mutating func look() {
    let runs = DigitRun.all(in: text)
    if context.isPublic {
      for range in BankAccount.ranges(in: text) { add(range, .iban) }
    }
    for run in runs {
      for range in CardNumber.ranges(in: run) { add(run.scalars(range), .card) }
    }
    guard context.isPublic else { return }
    let own = OwnContacts(context.ownContacts)
    for range in EmailAddress.ranges(in: text) where !own.holdsEmail(text.scalars[range]) {
      add(range, .email)
    }
    for run in runs { passports(in: run) }
    for run in runs { phones(in: run, own: own) }
  }

  private mutating func add(_ range: Range<Int>, _ reason: LintReason) {
    guard !taken.contains(where: { $0.overlaps(range) }) else { return }
    taken.append(range)
    found.append(
      Finding(
        range: text.utf8(of: range), rule: .personalData, severity: .warning, reason: reason))
  }

  private mutating func phones(in run: DigitRun, own: OwnContacts) {
    var start = 0
    while start < run.groups.count {
      let around = surroundings(of: run.groups[start].scalars.lowerBound)
      let end = (start..<min(run.groups.count, start + 16)).last { end in
        PhoneNumber.isPhone(run.groups[start...end], around)
      }
      guard let end else {
        start += 1
        continue
      }
      if !own.holdsPhone(run.digits(start...end)), !isAttached(run.scalars(start...end)) {
        let range = run.scalars(start...end)
        add(around.hasPlus ? range.lowerBound - 1..<range.upperBound : range, .phone)
      }
      start = end + 1
    }
  }

  private mutating func passports(in run: DigitRun) {
    for start in run.groups.indices {
      let first = run.groups[start].scalars.lowerBound
      let letters = capitals(before: first)
      let isAnnounced = isNear(first, .passport, words: 6)
      if letters.count > 0, isNear(first, .record, words: 2), !isAnnounced { continue }
      // Without letters the parts of a number may stand apart, as in `45 09 123456`.
      let last = letters.count > 0 ? start : min(start + 2, run.groups.count - 1)
      for end in (start...last).reversed() {
        let range = run.scalars(start...end)
        let count = run.digits(start...end).count
        guard !isFollowed(range),
          PassportShape.isKnown(letters: letters.count, digits: count, isAnnounced: isAnnounced)
        else { continue }
        if letters.count == 0, isAttached(range) { continue }
        add(letters.lowerBound..<range.upperBound, .passport)
        break
      }
    }
  }

  /// One or two capitals directly before a place, or with one space between; empty when none.
  private func capitals(before place: Int) -> Range<Int> {
    var end = place
    if end > 0, LintLetters.isSpace(text.scalars[end - 1]) { end -= 1 }
    var start = end
    while start > 0, LintLetters.isCapital(text.scalars[start - 1]) { start -= 1 }
    let isWhole = start == 0 || !LintLetters.isWordLike(text.scalars[start - 1])
    return isWhole && (1...2).contains(end - start) ? start..<end : place..<place
  }

  private func isAttached(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound > 0 ? text.scalars[range.lowerBound - 1] : 0
    return LintLetters.isWordLike(before) || before == 0x23 || before == 0x2116
      || isFollowed(range)
  }

  private func isFollowed(_ range: Range<Int>) -> Bool {
    range.upperBound < text.scalars.count && LintLetters.isWordLike(text.scalars[range.upperBound])
  }

  private func surroundings(of place: Int) -> PhoneNumber.Surroundings {
    let before = place > 0 ? text.scalars[place - 1] : 0
    return PhoneNumber.Surroundings(
      hasPlus: before == 0x2B || before == 0xFF0B, isAnnounced: isNear(place, .phone, words: 3),
      isRecord: isNear(place, .record, words: 2))
  }

  /// Whether a word of a group ends within so many words before a place, in this clause or the last.
  private func isNear(_ place: Int, _ group: PhraseGroup, words: Int) -> Bool {
    hits.has(group, before: text.word(at: place), within: words, clauses: 1)
  }
}
