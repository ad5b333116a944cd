import DeskCore
import DeskServices
import DeskStore
import DeskUI
import TerminalUI

/// A dashboard without a terminal: what a key asks for is done at once, one thing after the other, so
/// that the time of a step is all the work that the step means.
struct BenchScreen {
  private let librarian: Librarian
  private let handler: CommandHandler
  private let seat = Seat("bench")
  private var state: DeskState
  private var buffer: CellBuffer
  private let now: Timestamp
  private var answeredAt: Double?
  private var report: ((LoadRequest, Double) -> Void)?

  /// Milliseconds from a key to three frames.
  struct Times {
    /// The one that answers the key.
    let painted: Double
    /// The one that shows what became of the decision; nil when nothing was decided.
    let answered: Double?
    /// The one that shows all that was read again because of it.
    let settled: Double
  }

  /// A screen of 120x40 cells that has read nothing yet.
  init(_ desk: DeskDatabase, now: Timestamp) {
    librarian = Librarian(
      reader: desk, mood: LexiconMoodReader(), seat: seat, brand: "bench", shelf: { ([], []) },
      offset: { _ in 0 }, describe: { "\($0)" })
    handler = CommandHandler(store: desk, rules: DeskRules(accounts: AccountBook()))
    let size = Size(columns: 120, rows: 40)
    state = DeskState(size: size, now: now, seat: seat)
    buffer = CellBuffer(size: size)
    self.now = now
  }

  /// Reads everything that the first frame shows, and draws it.
  ///
  /// - Parameter report: told of each reading and how many milliseconds it took.
  mutating func start(report: ((LoadRequest, Double) -> Void)? = nil) {
    self.report = report
    carryOut(DeskReducer.start(&state))
    self.report = nil
    draw()
  }

  /// Takes in an act and all that comes of it: decisions, and the readings that follow them.
  mutating func act(_ verb: Verb) -> Times {
    let start = Measure.wall()
    answeredAt = nil
    let effects = DeskReducer.reduce(into: &state, .verb(verb, argument: ""), now: now)
    draw()
    let painted = Measure.wall() - start
    let decided = carryOut(effects)
    // Another thread of the real program hears of the commit and has the screen read again.
    if decided { carryOut(DeskReducer.reduce(into: &state, .dataChanged, now: now)) }
    draw()
    let settled = Measure.wall() - start
    return Times(
      painted: painted * 1000, answered: answeredAt.map { ($0 - start) * 1000 },
      settled: settled * 1000)
  }

  @discardableResult
  private mutating func carryOut(_ effects: [Effect]) -> Bool {
    var decided = false
    var queue = effects[...]
    while let effect = queue.popFirst() {
      switch effect {
      case .load(let request):
        let start = Measure.wall()
        let answer = librarian.answer(request, now: now)
        report?(request, (Measure.wall() - start) * 1000)
        queue += DeskReducer.reduce(into: &state, .loaded(answer), now: now)
      case .perform(let command, let tag):
        decided = true
        queue += DeskReducer.reduce(into: &state, .performed(tag, perform(command)), now: now)
        draw()
        answeredAt = Measure.wall()
      default: break
      }
    }
    return decided
  }

  private func perform(_ command: DeskCommand) -> Result<CommandOutcome, CommandFailure> {
    do {
      return .success(try handler.execute(command, as: seat, at: now))
    } catch let refusal as Refusal {
      Console.complain("refused: \(refusal)")
      return .failure(.refused(refusal))
    } catch {
      Console.complain("failed: \(error)")
      return .failure(.failed("\(error)"))
    }
  }

  private mutating func draw() { DeskScreen.render(state, into: &buffer, theme: .fallback) }
}
