import ArgumentParser
import Foundation

/// Starts the command on the main thread.
///
/// The dashboard owns that thread and sleeps in `poll` on it, so verbs that do not wait for the
/// network run here and not on Swift's pool, and no thread exists before they begin.
@main
enum Main {
  static func main() {
    do {
      var command = try CrisisDesk.parseAsRoot()
      if let waiting = command as? any AsyncParsableCommand {
        run(waiting)
      } else {
        try command.run()
      }
    } catch {
      CrisisDesk.exit(withError: error)
    }
  }

  private static func run(_ waiting: any AsyncParsableCommand) {
    // Handed over whole: the main thread does not touch the command again.
    nonisolated(unsafe) var command = waiting
    Task.detached {
      do {
        try await command.run()
        exit(EXIT_SUCCESS)
      } catch {
        CrisisDesk.exit(withError: error)
      }
    }
    dispatchMain()
  }
}
