public import DeskCore
import FoundationEssentials

/// The saved replies of a desk: the files that end in `.txt` in a folder, one reply each.
///
/// Files are read when asked for, so that an edit is seen the next time somebody looks for a reply.
public struct SavedReplyShelf: Sendable {
  private let folder: String

  /// What was found.
  public struct Content: Hashable, Sendable {
    /// The replies that can be read, in order of their names.
    public var replies: [SavedReply] = []
    /// What is wrong with the others.
    public var problems: [SavedReplyProblem] = []
    /// An empty shelf.
    public init() {}
  }

  /// Looks into `folder`; one that is not there is an empty shelf.
  public init(folder: String) { self.folder = folder }

  /// Reads every file; `offset` gives seconds east of Greenwich, for the day on which one expires.
  public func read(offset: (Timestamp) -> Int) -> Content {
    var content = Content()
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in found.filter({ $0.hasSuffix(".txt") }).sorted() {
      let data = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
      let file = SavedReplyFile(
        String(decoding: data, as: UTF8.self),
        id: SavedReplyID(rawValue: String(name.dropLast(4))), file: name, offset: offset)
      if let reply = file.reply { content.replies.append(reply) }
      content.problems += file.problems
    }
    return content
  }
}
