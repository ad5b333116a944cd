/// Turns the HTML of posts into plain text that keeps lines and whole links.
///
/// It reads each byte once and keeps no stack, so hostile markup costs no more than its length.
struct HTMLText {
  private var out: [UInt8] = []
  private var pendingBreaks = 0
  private var pendingSpace = false
  /// How many elements deep we are inside something that is not shown; 0 when all is shown.
  private var hidden = 0
  private var hiddenName = ""
  /// The open link, when its address is to be printed in place of its text.
  private var link: String?
  private var linkStart = 0
  private var preformatted = 0

  /// The plain text of some HTML.
  static func plain(_ html: String) -> String {
    var reader = HTMLText()
    reader.read(Array(html.utf8))
    return String(decoding: reader.out, as: UTF8.self)
  }

  private mutating func read(_ bytes: [UInt8]) {
    var i = 0
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "<"), let tag = HTMLTag.read(bytes, at: i) {
        apply(tag)
        i = tag.end
      } else if bytes[i] == UInt8(ascii: "&"), let entity = HTMLEntity.read(bytes, at: i) {
        write(entity.text)
        i = entity.end
      } else {
        write(bytes[i])
        i += 1
      }
    }
    closeLink()
  }

  private mutating func apply(_ tag: HTMLTag) {
    if hidden > 0 {
      if tag.name == hiddenName, !tag.isVoid { hidden += tag.isClosing ? -1 : 1 }
      return
    }
    if !tag.isClosing, !tag.isVoid, tag.isHidden {
      hidden = 1
      hiddenName = tag.name
      return
    }
    switch tag.name {
    case "br": lineBreak(min(2, pendingBreaks + 1))
    case "a": if tag.isClosing { closeLink() } else { openLink(tag) }
    case "pre":
      lineBreak(1)
      preformatted = max(0, preformatted + (tag.isClosing ? -1 : 1))
    case "p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6": lineBreak(2)
    case "div", "li", "ul", "ol", "tr", "table", "section", "article": lineBreak(1)
    default: break
    }
    if tag.name == "li", !tag.isClosing { write("• ") }
  }

  // Breaks of blocks do not add up, those of `<br>` do up to one empty line.
  private mutating func lineBreak(_ count: Int) {
    pendingSpace = false
    pendingBreaks = max(pendingBreaks, count)
  }

  private mutating func write(_ text: String) {
    if hidden > 0 { return }
    flush()
    out += text.utf8
  }

  private mutating func write(_ byte: UInt8) {
    if hidden > 0 { return }
    if preformatted > 0, byte == UInt8(ascii: "\n") {
      return lineBreak(min(2, pendingBreaks + 1))
    }
    if byte == 32 || byte == 9 || byte == 10 || byte == 13 || byte == 12 {
      pendingSpace = true
    } else {
      flush()
      out.append(byte)
    }
  }

  private mutating func flush() {
    if !out.isEmpty, pendingBreaks > 0 {
      out += [UInt8](repeating: 10, count: pendingBreaks)
    } else if !out.isEmpty, pendingSpace {
      out.append(32)
    }
    pendingBreaks = 0
    pendingSpace = false
  }

  // A mention or a hashtag is its text; any other link is its whole address, because servers
  // shorten what they show. A link with words of its own keeps both.
  private mutating func openLink(_ tag: HTMLTag) {
    closeLink()
    guard let address = tag.attributes["href"], HTMLTag.isWebAddress(address),
      !tag.classes.contains("mention"), !tag.classes.contains("hashtag")
    else { return }
    flush()
    link = address
    linkStart = out.count
  }

  private mutating func closeLink() {
    guard let address = link else { return }
    link = nil
    let shown = String(decoding: out[min(linkStart, out.count)...], as: UTF8.self).trimmed
    if shown.hasPrefix("#") || shown.hasPrefix("@") { return }
    if shown.isEmpty || Self.isShortening(shown, of: address) {
      out.removeSubrange(min(linkStart, out.count)...)
      out += address.utf8
      pendingBreaks = 0
    } else if shown != address {
      out += " (\(address))".utf8
    }
  }

  private static func isShortening(_ shown: String, of address: String) -> Bool {
    var core = shown
    if core.hasSuffix("…") { core.removeLast() }
    // Longer ones are shown as they are: a search in them could take as long as their product.
    guard core.utf8.count <= 2048, address.utf8.count <= 8192 else { return false }
    return !core.contains(" ") && address.contains(core)
  }
}
