import Synchronization

/// Keeps rooms between readings, one for each thread that reads at the same time.
final class MoodRoomPool: Sendable {
  private let idle = Mutex<[MoodRoom]>([])

  func take() -> MoodRoom {
    idle.withLock { $0.popLast() } ?? MoodRoom()
  }

  func giveBack(_ room: MoodRoom) {
    idle.withLock { $0.append(room) }
  }
}
