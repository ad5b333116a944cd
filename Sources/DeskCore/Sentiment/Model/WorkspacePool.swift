import Synchronization

/// Keeps workspaces between readings, one for each thread that reads at the same time.
final class WorkspacePool: Sendable {
  private let idle = Mutex<[MoodWorkspace]>([])

  func take() -> MoodWorkspace {
    idle.withLock { $0.popLast() } ?? MoodWorkspace()
  }

  func giveBack(_ workspace: consuming MoodWorkspace) {
    let returned = workspace
    idle.withLock { $0.append(returned) }
  }
}
