/// A shift that plays by itself: what people write, and what the brand had planned to post.
///
/// The script knows no clock and no desk; whoever plays it adds the offsets to a start time.
public struct DemoScript: Hashable, Sendable {
  /// The messages, in order of offset.
  public var mentions: [DemoMention]
  /// The scheduled posts, in the order of the script.
  public var posts: [DemoPost]

  /// A script made of its parts, taken as they are.
  public init(mentions: [DemoMention], posts: [DemoPost]) {
    self.mentions = mentions
    self.posts = posts
  }

  /// Reads a script from tab-separated text, whose form its own first lines describe.
  public init(parsing text: String) throws(DemoScriptError) {
    var parser = DemoScriptParser()
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      try parser.take(line, number: number)
    }
    self = parser.script
  }

  /// The shift that comes with the product.
  public static let embedded: DemoScript = {
    do throws(DemoScriptError) {
      return try DemoScript(parsing: String(decoding: PackageResources.demo_tsv, as: UTF8.self))
    } catch {
      // The text is part of the program and a test reads it, so this is a broken build.
      preconditionFailure("demo.tsv line \(error.line): \(error.problem)")
    }
  }()
}
