import DeskConfiguration
import DeskCore
import DeskServices
import Glibc

/// Takes over the words and the model of `desk.toml` when it changes, while the desk runs.
///
/// It asks the system once a second when the files were written, which costs microseconds and needs
/// no watch that some file systems lack. A file that cannot be used changes nothing.
struct MoodWatch: Sendable {
  static let rhythm = Duration.seconds(1)

  let places: DeskPlaces
  let mood: CurrentMood
  /// Tells a person what came of it.
  let tell: @Sendable (String) -> Void

  /// Looks until cancelled.
  func run() async {
    var file = modelFile
    var known = stamps(file)
    var last = known
    while !Task.isCancelled {
      do { try await Task.sleep(for: Self.rhythm) } catch { return }
      let now = stamps(file)
      // An editor may write in several goes: only a file that has come to rest is read.
      defer { last = now }
      guard now != known, now == last else { continue }
      takeOver()
      file = modelFile ?? file
      known = stamps(file)
    }
  }

  /// Reads the file and exchanges the reader, or says why not.
  private func takeOver() {
    do {
      guard let configuration = try places.configuration() else {
        return tell("\(places.configurationFile) is gone. \(Self.kept)")
      }
      let (reader, name) = try MoodChoice.reader(configuration, places: places)
      guard name != mood.now.model else { return }
      mood.exchange(for: reader, model: name)
      let count = configuration.words.count
      tell(
        "desk.toml: now with \(count) \(count == 1 ? "word" : "words") of your own and the model "
          + "\(reader.model.name). What is stored is read anew.")
    } catch let problems as ConfigurationProblems {
      tell("\(problems.all.first?.description ?? problems.description). \(Self.kept)")
    } catch {
      tell("\(Sentence.of(error)) \(Self.kept)")
    }
  }

  private static let kept = "The words and the model of before stay in use."

  /// The model file as the configuration names it now; nil for none, or if it cannot be read.
  private var modelFile: String? {
    (try? places.configuration()).flatMap { $0 }.flatMap { MoodChoice.file($0, places: places) }
  }

  private func stamps(_ modelFile: String?) -> [FileStamp?] {
    [FileStamp(places.configurationFile), modelFile.flatMap { FileStamp($0) }]
  }
}

/// Which file stands at a path, and when it was written last.
struct FileStamp: Equatable {
  private let number: UInt64
  private let size: Int64
  private let seconds: Int
  private let nanoseconds: Int

  /// Nil if there is none, or if it cannot be asked.
  init?(_ path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    number = UInt64(facts.st_ino)
    size = Int64(facts.st_size)
    seconds = facts.st_mtim.tv_sec
    nanoseconds = facts.st_mtim.tv_nsec
  }
}
