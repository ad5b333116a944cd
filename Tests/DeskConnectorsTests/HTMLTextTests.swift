import DeskCore
import Testing

@testable import DeskConnectors

struct HTMLTextTests {
  static let link =
    "<a href=\"https://status.example.com/incidents/2026?a=1&amp;b=2\"><span class=\"invisible\">"
    + "https://</span><span class=\"ellipsis\">status.example.com/incidents</span>"
    + "<span class=\"invisible\">/2026?a=1&amp;b=2</span></a>"

  static let rows: [(html: String, text: String)] = [
    ("<p>One</p>", "One"),
    ("<p>One</p><p>Two</p>", "One\n\nTwo"),
    ("<p>One<br>Two<br />Three</p>", "One\nTwo\nThree"),
    ("<p>One<br><br>Two</p>", "One\n\nTwo"),
    ("<p>  many \n spaces </p>", "many spaces"),
    (
      "<p>It&#39;s &lt;b&gt; &amp;amp; &quot;x&quot; &#x1F44B; &hellip; &nope; &</p>",
      "It's <b> &amp; \"x\" 👋 … &nope; &"
    ),
    ("See \(link) now", "See https://status.example.com/incidents/2026?a=1&b=2 now"),
    ("<a href=\"https://x.example/\">our page</a>", "our page (https://x.example/)"),
    ("<a href=\"https://x.example/\">x.example</a>", "https://x.example/"),
    ("<a href=\"javascript:alert(1)\">click</a>", "click"),
    (
      "<span class=\"h-card\"><a href=\"https://m.example/@brand\" class=\"u-url mention\">@<span>"
        + "brand</span></a></span> hi", "@brand hi"
    ),
    (
      "<a href=\"https://m.example/tags/Kettle\" class=\"mention hashtag\">#<span>Kettle</span></a>",
      "#Kettle"
    ),
    ("<a href=\"https://p.example/tag/k\" rel=\"tag\">#k</a>", "#k"),
    ("a<script>steal()</script>b<style>p{}</style>c", "abc"),
    ("<span class=\"invisible\">a<span>b</span>c</span>d", "d"),
    ("<p class=\"quote-inline\">RE: <a href=\"https://x.example/1\">x</a></p><p>Mine</p>", "Mine"),
    ("<ul><li>One</li><li>Two</li></ul>", "• One\n• Two"),
    ("<blockquote>Said</blockquote>Answer", "Said\n\nAnswer"),
    ("<pre>a\nb</pre>", "a\nb"),
    ("<!-- no --><!doctype html>yes", "yes"),
    ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
    ("<b", ""), ("<", "<"), ("&", "&"), ("", ""), ("</p></p></a>x", "x"),
    ("<p>سلام<br>Привет</p>", "سلام\nПривет"),
    ("&#0;&#xD800;&#99999999;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
  ]

  @Test(arguments: rows.indices)
  func markupBecomesText(row: Int) {
    #expect(HTMLText.plain(Self.rows[row].html) == Self.rows[row].text)
  }

  @Test(arguments: [
    "<a href=\"https://x.example/", "<", "&", "<!--", "<a>", "</a>", "<span class=\"invisible\">",
    "<p", "&#", "<a href='https://x.example'>x",
  ])
  func hostileMarkupTakesOnlyItsLength(piece: String) {
    let text = HTMLText.plain(String(repeating: piece, count: 100_000 / piece.utf8.count))
    #expect(text.utf8.count <= 300_000)
  }

  @Test(arguments: 0..<200)
  func anyBytesAreRead(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let pieces = [
      "<", ">", "/", "a", "p", " ", "\"", "'", "=", "href", "https://e.example", "&", "#", ";",
      "x41", "class", "invisible", "!--", "--", "br", "\n", "é", "👋",
    ]
    let html = (0..<200).compactMap { _ in pieces.randomElement(using: &random) }.joined()
    #expect(HTMLText.plain(html).utf8.count <= html.utf8.count * 4)
  }
}
