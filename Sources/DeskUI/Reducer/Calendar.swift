import DeskCore
import TerminalUI

extension DeskState {
  /// Goes to the next layout of the posts, or to the one that is named.
  mutating func changeCalendar(_ argument: String) {
    let modes = PostsCalendar.Mode.allCases
    var next = modes[((modes.firstIndex(of: posts.calendar.mode) ?? 0) + 1) % modes.count]
    if !argument.isEmpty {
      guard let named = PostsCalendar.Mode(rawValue: argument) else {
        say(Words.unknownCalendar(argument), .refused)
        return
      }
      next = named
    }
    if posts.calendar.mode == .list { posts.calendar.day = selectedDay }
    posts.calendar.mode = next
    focus = .posts
    say(Words.calendarMode(next))
  }

  /// The day of the selected post, else today.
  private var selectedDay: CivilDay {
    CivilDay(zone.civil(posts.selected?.dueAt ?? now))
  }

  /// Moves in the posts: rows as in every list, and days where the calendar is shown.
  mutating func movePosts(_ verb: Verb) {
    guard posts.calendar.mode != .list else {
      Self.move(&posts.window, verb, in: posts.shown.map(\.id), rows: posts.rows)
      return
    }
    switch verb {
    case .earlier: look(at: posts.calendar.day.adding(-1))
    case .later: look(at: posts.calendar.day.adding(1))
    case .pageUp: look(at: posts.calendar.day.adding(-7))
    case .pageDown: look(at: posts.calendar.day.adding(7))
    case .newest: look(at: CivilDay(zone.civil(now)))
    default: Self.move(&posts.window, verb, in: posts.shown.map(\.id), rows: posts.rows)
    }
  }

  private mutating func look(at day: CivilDay) {
    posts.calendar.day = day
    posts.window = ListWindow()
  }

  /// Asks about what newly missed its time, where no dialog is open; the status line says it anyway.
  mutating func askAboutMissed(since before: PostsBoard) -> [Effect] {
    let old = Set(before.posts.filter { $0.state == .missed }.map(\.id))
    let missed = posts.board.posts.filter { $0.state == .missed && !old.contains($0.id) }
    guard posts.wasRead, !missed.isEmpty else {
      posts.wasRead = true
      return []
    }
    say(Words.missed(missed.count), .warning)
    guard layers.isEmpty, pause == nil else { return [.bell] }
    let lines = missed.prefix(20).map { Words.missedLine($0, zone: zone) }
    layers.append(
      .notice(
        Notice(
          title: Words.missedTitle,
          lines: [Words.missedIntro, ""] + lines + ["", Words.missedHow])))
    return [.bell]
  }
}
