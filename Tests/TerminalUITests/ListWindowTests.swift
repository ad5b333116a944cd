import TerminalUI
import Testing

@Suite("Lists")
struct ListWindowTests {
  @Test("The selection is the item, and it stays on its row, when others come above it")
  func pinned() {
    var list = ListWindow<Int>()
    var ids = Array(0..<100)
    list.update(ids, rows: 10)
    list.move(by: 5, in: ids, rows: 10)
    ids.insert(contentsOf: [-3, -2, -1], at: 0)
    list.update(ids, rows: 10)
    #expect(list.selection == 5)
    #expect(list.index == 8)
    #expect(list.index - list.offset == 5)
  }

  @Test("Following keeps to the first item until the selection moves")
  func follows() {
    var list = ListWindow<Int>(follows: true)
    list.update([3, 2, 1], rows: 10)
    list.update([4, 3, 2, 1], rows: 10)
    #expect(list.selection == 4)
    list.move(by: 1, in: [4, 3, 2, 1], rows: 10)
    list.update([5, 4, 3, 2, 1], rows: 10)
    #expect(list.selection == 3)
    list.selectFirst(in: [5, 4, 3, 2, 1], rows: 10, following: true)
    list.update([6, 5], rows: 10)
    #expect(list.selection == 6)
  }

  @Test("An item that is gone gives way to its neighbour")
  func removed() {
    var list = ListWindow<String>()
    list.update(["a", "b", "c"], rows: 5)
    list.select("b", in: ["a", "b", "c"], rows: 5)
    list.update(["a", "c"], rows: 5)
    #expect(list.selection == "c")
    list.update(["a"], rows: 5)
    #expect(list.selection == "a")
    list.update([], rows: 5)
    #expect(list.selection == nil)
    let missing = list.select("z", in: ["a"], rows: 5)
    #expect(!missing)
  }

  @Test("A step over an edge scrolls half a page, so that most steps leave the rows where they are")
  func edges() {
    let ids = Array(0..<100)
    var list = ListWindow<Int>()
    list.update(ids, rows: 10)
    list.move(by: 9, in: ids, rows: 10)
    #expect(list.offset == 0)
    list.move(by: 1, in: ids, rows: 10)
    #expect(list.visible(count: 100, rows: 10) == 6..<16)
    list.move(by: -4, in: ids, rows: 10)
    #expect(list.offset == 6)
    list.move(by: -1, in: ids, rows: 10)
    #expect(list.visible(count: 100, rows: 10) == 0..<10)
  }

  @Test("Pages, ends and the visible rows")
  func pages() {
    let ids = Array(0..<100)
    var list = ListWindow<Int>()
    list.page(by: 1, in: ids, rows: 10)
    #expect(list.selection == 9)
    #expect(list.visible(count: 100, rows: 10) == 9..<19)
    list.page(by: -1, half: true, in: ids, rows: 10)
    #expect(list.selection == 4)
    list.selectLast(in: ids, rows: 10)
    #expect(list.visible(count: 100, rows: 10) == 90..<100)
    list.page(by: 1, in: ids, rows: 10)
    #expect(list.selection == 99)
    list.selectFirst(in: ids, rows: 10)
    #expect(list.selection == 0)
    #expect(list.visible(count: 0, rows: 10).isEmpty)
  }

  @Test("Random changes keep the selection visible", arguments: 0..<50 as Range<UInt64>)
  func fuzz(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var ids = Array(0..<20)
    var next = 100
    var list = ListWindow<Int>(follows: seed % 2 == 0)
    for _ in 0..<200 {
      let rows = Int(random.next() % 12)
      switch random.next() % 5 {
      case 0:
        ids.insert(next, at: Int(random.next() % UInt64(ids.count + 1)))
        next += 1
      case 1: if !ids.isEmpty { ids.remove(at: Int(random.next() % UInt64(ids.count))) }
      case 2: list.move(by: Int(random.next() % 7) - 3, in: ids, rows: rows)
      case 3: list.page(by: Int(random.next() % 3) - 1, in: ids, rows: rows)
      default: break
      }
      list.update(ids, rows: rows)
      #expect((list.selection == nil) == ids.isEmpty)
      guard let selection = list.selection else { continue }
      #expect(ids[list.index] == selection)
      if rows > 0 { #expect(list.visible(count: ids.count, rows: rows).contains(list.index)) }
    }
  }

  @Test("Scrolling stays within the content")
  func scroll() {
    var scroll = Scroll()
    scroll.move(by: 99, content: 30, rows: 10)
    #expect(scroll.visible(content: 30, rows: 10) == 20..<30)
    scroll.reveal(3, content: 30, rows: 10)
    #expect(scroll.offset == 3)
    scroll.page(by: -1, content: 30, rows: 10)
    #expect(scroll.offset == 0)
    #expect(scroll.visible(content: 3, rows: 10) == 0..<3)
  }
}
