import ArgumentParser
import DeskConfiguration
import DeskCore
import DeskServices
import DeskStore
import DeskUI
import Foundation

extension DeskSession {
  /// Carries out a command and prints what it did; a refusal ends with exit code 2.
  func perform(_ command: DeskCommand) throws {
    do {
      try report(handler.execute(command, as: seat, at: .now), of: command)
    } catch let refusal as Refusal {
      throw refused(refusal)
    } catch {
      Output.note(Sentence.of(error))
      throw ExitCode.failure
    }
  }

  /// Carries out a command that the lint reads; what it warns of is sent despite only when asked for.
  func performLinted(
    despite isDespite: Bool, _ command: ([LintReason]) -> DeskCommand
  ) throws {
    do {
      let asked = command([])
      try report(handler.execute(asked, as: seat, at: .now), of: asked)
    } catch Refusal.lint(let remarks, let stops) {
      for line in CommandLineWords.lint(remarks) { Output.note(line) }
      if isDespite, !stops { return try perform(command(remarks.map(\.reason))) }
      Output.note(CommandLineWords.despite(stops: stops))
      throw ExitCode.refused
    } catch let refusal as Refusal {
      throw refused(refusal)
    } catch {
      Output.note(Sentence.of(error))
      throw ExitCode.failure
    }
  }

  /// The words with which an answer goes on in private.
  func notice(to mention: Mention) throws -> String {
    let level = try store.lastMove()?.change.level ?? .calm
    return channel.notice(to: mention, isWritten: true, agent: seat, level: level, at: .now) ?? ""
  }

  /// Tells a person why not, and gives the exit code to throw.
  func refused(_ refusal: Refusal) -> ExitCode {
    Output.note(CommandLineWords.refusal(refusal, now: .now))
    return .refused
  }

  /// Reads a filter line.
  func filter(_ line: String) throws -> MentionFilter {
    do { return try words.filter(line) } catch { throw ValidationError(error.words) }
  }

  /// Reads a time such as `+30m`, `14:30` or `2026-12-01 09:00` in the desk's zone.
  func time(_ text: String) throws -> Timestamp {
    do { return try words.time(text, now: .now) } catch { throw ValidationError(error.words) }
  }

  var words: CommandLineWords {
    CommandLineWords(now: .now) { zone?.offsetSeconds(at: $0) ?? 0 }
  }

  /// The account with a name, or the only one there is.
  func account(named name: String?) throws -> AccountID {
    let known = connectors.map(\.account.id)
    if let name {
      guard let account = known.first(where: { $0.rawValue == name }) else {
        let names = known.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("no account is called '\(name)'; desk.toml has: \(names)")
      }
      return account
    }
    guard known.count == 1, let only = known.first else {
      throw ValidationError(
        known.isEmpty
          ? "this desk has no account; 'crisisdesk init' adds one" : "say which one with --account")
    }
    return only
  }

  private func report(_ outcome: CommandOutcome, of command: DeskCommand) throws {
    switch outcome {
    case .done: if !json { Output.note("\(command.name): done") }
    case .claimed(let claim):
      if !json { Output.note("claimed by \(claim.seat) until \(claim.until.rfc3339)") }
    case .queued(let item):
      if json { try Output.json(ItemRecord(item)) } else { Output.line("\(item.id)") }
    case .scheduled(let items):
      for item in items {
        if json { try Output.json(ItemRecord(item)) } else { Output.line("\(item.id)") }
      }
    case .paused(let receipt): try print(receipt)
    }
  }
}
